import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useSay } from './locale.tsx';

export interface DialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly size?: 'normal' | 'wide' | 'broad';
  readonly foot?: ReactNode;
  /** Nothing inside takes the focus: the text itself does, so that it can be scrolled by keyboard. */
  readonly onlyText?: boolean;
  readonly children: ReactNode;
}

/** Where the keys go once a form is closed: where they went before, or to the cell of a table whose field is gone by then. */
function whereFocusWas(): () => HTMLElement | true {
  const before = document.activeElement;
  const grid = before?.closest('[role="grid"]');
  return () => {
    if (before instanceof HTMLElement && before.isConnected && before !== document.body) return before;
    return grid?.isConnected === true ? (grid.querySelector<HTMLElement>('[data-cell][tabindex="0"]') ?? true) : true;
  };
}

/** A question or a form over the window; Esc and the cross close it. */
export function Dialog({ open, onClose, title, size = 'normal', foot, onlyText = false, children }: DialogProps): ReactNode {
  const say = useSay();
  const [focusBack] = useState(whereFocusWas);
  return (
    <Base.Root open={open} onOpenChange={(next) => (next ? undefined : onClose())}>
      <Base.Portal>
        <Base.Backdrop className="backdrop" />
        <Base.Popup className="dialog" data-size={size} finalFocus={focusBack}>
          <div className="dialog-head">
            <Base.Title render={<h2>{title}</h2>} />
            <Base.Close className="icon-button" aria-label={say('window.close')}>
              <X size={16} />
            </Base.Close>
          </div>
          <div className="dialog-body" tabIndex={onlyText ? 0 : undefined}>{children}</div>
          {foot === undefined ? null : <div className="dialog-foot">{foot}</div>}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
