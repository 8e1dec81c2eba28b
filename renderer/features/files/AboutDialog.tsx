import type { ReactNode } from 'react';
import { useWindow } from '../../hooks/use-window.ts';
import { closeDialog } from '../../store/edit.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { useSay } from '../../ui/locale.tsx';

/** Which version this is, and what it is made with. */
export function AboutDialog(): ReactNode {
  const say = useSay();
  const version = useWindow((all) => all.version);
  return (
    <Dialog open onlyText onClose={closeDialog} title="Crossflow">
      <div className="stack selectable">
        <p>{say('window.about')}</p>
        <p className="muted">{say('window.version', { version })}</p>
        <p className="muted small">{say('window.madeWith')}</p>
      </div>
    </Dialog>
  );
}
