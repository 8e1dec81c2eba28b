import type { ReactNode } from 'react';
import type { Stamp } from '../../../shared/contract/files.ts';
import { closeDialog } from '../../store/edit.ts';
import { save, saveAs, takeTheirs } from '../../store/files.ts';
import { state } from '../../store/window-store.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { useSay } from '../../ui/locale.tsx';

export interface ChangedDialogProps {
  readonly tab: string;
  readonly theirs: { readonly path: string; readonly name: string; readonly stamp: Stamp; readonly bytes: Uint8Array };
}

/** The file on disk is not the one that was opened: nothing was written, and the person decides. */
export function ChangedDialog({ tab, theirs }: ChangedDialogProps): ReactNode {
  const say = useSay();
  const mine = state().tabs.find((one) => one.id === tab);
  const after = (act: () => unknown) => () => {
    closeDialog();
    void act();
  };
  return (
    <Dialog
      open
      onClose={closeDialog}
      size="wide"
      title={say('window.changedOnDisk', { name: theirs.name })}
      foot={
        <>
          <Button kind="quiet" onClick={after(() => takeTheirs(tab, theirs))}>{say('window.takeTheirs')}</Button>
          <span className="grow" />
          <Button onClick={closeDialog}>{say('window.cancel')}</Button>
          <Button onClick={after(() => save(mine, true))}>{say('window.keepMine')}</Button>
          <Button kind="primary" autoFocus onClick={after(() => saveAs(mine))}>{say('desktop.commandSaveAs')}</Button>
        </>
      }
    >
      <p>{say('window.changedOnDiskWhy')}</p>
    </Dialog>
  );
}
