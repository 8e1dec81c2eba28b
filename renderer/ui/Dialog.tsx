import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useSay } from './locale.tsx';

export interface DialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly size?: 'normal' | 'wide' | 'broad';
  readonly foot?: ReactNode;
  /** Nothing inside takes the focus: the text itself does, so that it can be scrolled by keyboard. */
  readonly onlyText?: boolean;
  /** Where the first key goes, as a selector in the form; by default to what the form itself gives the focus, else to the cross. */
  readonly first?: string;
  readonly children: ReactNode;
}

/**
 * Once a form is closed the keys go where they went before, or to the cell of a table whose field is gone by then; where
 * something else has them by now, another form or a name that is typed, they stay there.
 */
function useFocusBack(): void {
  const [before] = useState(() => document.activeElement);
  const [grid] = useState(() => before?.closest('[role="grid"]'));
  useEffect(() => () => {
    requestAnimationFrame(() => {
      const now = document.activeElement;
      if ((now !== null && now !== document.body) || document.querySelector('.dialog') !== null) return;
      const back = before instanceof HTMLElement && before.isConnected && before !== document.body ? before : grid?.querySelector<HTMLElement>('[data-cell][tabindex="0"]');
      if (back?.isConnected === true) back.focus({ preventScroll: true });
    });
  }, [before, grid]);
}

/** A question or a form over the window; Esc and the cross close it. */
export function Dialog({ open, onClose, title, size = 'normal', foot, onlyText = false, first, children }: DialogProps): ReactNode {
  const say = useSay();
  useFocusBack();
  const popup = useRef<HTMLDivElement>(null);
  return (
    <Base.Root open={open} onOpenChange={(next) => (next ? undefined : onClose())}>
      <Base.Portal>
        <Base.Backdrop className="backdrop" />
        <Base.Popup ref={popup} className="dialog" data-size={size} finalFocus={false} {...(first === undefined ? {} : { initialFocus: () => popup.current?.querySelector<HTMLElement>(first) ?? true })}>
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
