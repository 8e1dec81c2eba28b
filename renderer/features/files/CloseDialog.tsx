import type { ReactNode } from 'react';
import { useWindow } from '../../hooks/use-window.ts';
import { closeDialog } from '../../store/edit.ts';
import { quit, save } from '../../store/files.ts';
import { dropTab } from '../../store/tabs.ts';
import { state } from '../../store/window-store.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { useSay } from '../../ui/locale.tsx';

/** Asks what becomes of unsaved work before a tab or the window closes. */
export function CloseDialog({ tabs, quitting }: { readonly tabs: readonly string[]; readonly quitting: boolean }): ReactNode {
  const say = useSay();
  const all = useWindow((one) => one.tabs);
  const names = tabs.flatMap((id) => all.find((tab) => tab.id === id)?.name ?? []);
  const never = tabs.some((id) => all.find((tab) => tab.id === id)?.file === undefined);
  const close = (): void => {
    closeDialog();
    if (quitting) quit();
    else for (const id of tabs) dropTab(id);
  };
  const saveAll = async (): Promise<void> => {
    closeDialog();
    for (const id of tabs) if (!(await save(state().tabs.find((tab) => tab.id === id)))) return;
    close();
  };
  return (
    <Dialog
      open
      onClose={closeDialog}
      title={say('window.saveChanges', { name: names.join(', ') })}
      foot={
        <>
          <Button kind="quiet" onClick={close}>{say('window.dontSave')}</Button>
          <span className="grow" />
          <Button onClick={closeDialog}>{say('window.cancel')}</Button>
          <Button kind="primary" autoFocus onClick={() => void saveAll()}>{say('desktop.commandSave')}</Button>
        </>
      }
    >
      <p>{say(never ? 'window.neverSavedWhy' : 'window.saveChangesWhy')}</p>
    </Dialog>
  );
}
