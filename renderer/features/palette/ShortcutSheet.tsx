import type { ReactNode } from 'react';
import { acceleratorOf } from '../../../shared/contract/commands.ts';
import { commandTable } from '../../commands/table.ts';
import { useWindow } from '../../hooks/use-window.ts';
import { closeDialog, openDialog } from '../../store/edit.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Key } from '../../ui/Key.tsx';
import { useSay } from '../../ui/locale.tsx';
import { groupTitles, inGroups } from './groups.ts';

/** Every key and what it does, from the one table of commands. */
export function ShortcutSheet(): ReactNode {
  const say = useSay();
  const keys = useWindow((all) => all.settings.keys);
  const withKeys = commandTable().all().filter((command) => acceleratorOf(command, keys) !== undefined);
  return (
    <Dialog open onlyText onClose={closeDialog} size="wide" title={say('desktop.commandShortcuts')} foot={<Button onClick={() => openDialog({ kind: 'keys' })}>{say('desktop.commandKeys')}</Button>}>
      <div className="shortcut-sheet">
        {inGroups(withKeys).map(({ group, entries }) => (
          <section key={group ?? 'canvas'}>
            <h3>{say(group === undefined ? 'canvas.onCanvas' : groupTitles[group])}</h3>
            <dl>
              {entries.map((command) => (
                <div key={command.id} className="row">
                  <dt className="grow">{say(command.label)}</dt>
                  <dd><Key keys={acceleratorOf(command, keys) ?? ''} /></dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
