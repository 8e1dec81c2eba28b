import type { ReactNode } from 'react';
import { useLocale, useSay } from '../../ui/locale.tsx';
import { closeDialog } from '../../store/edit.ts';
import { forgetJournal, recover } from '../../store/files.ts';
import type { Recovered } from '../../store/journal.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';

/** Offers what was not saved when the program ended without warning. */
export function RecoveryDialog({ journals }: { readonly journals: readonly Recovered[] }): ReactNode {
  const say = useSay();
  const locale = useLocale();
  const time = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const all = (act: (id: string) => void) => () => {
    for (const { id } of journals) act(id);
    closeDialog();
  };
  return (
    <Dialog
      open
      onClose={closeDialog}
      title={say('window.recover', { n: journals.length })}
      foot={
        <>
          <Button kind="quiet" onClick={all(forgetJournal)}>{say('window.discard')}</Button>
          <span className="grow" />
          <Button onClick={closeDialog}>{say('window.later')}</Button>
          <Button kind="primary" autoFocus onClick={all(recover)}>{say('window.recoverNow')}</Button>
        </>
      }
    >
      <ul className="stack">
        {journals.map(({ id, name, modified, history }) => (
          <li key={id}>
            <strong>{name}</strong> <span className="muted">{say('window.editsUntil', { n: history.past.length, time: time.format(modified) })}</span>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
