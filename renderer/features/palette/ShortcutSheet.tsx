import type { ReactNode } from 'react';
import { acceleratorOf, menuGroups, type MenuGroup } from '../../../shared/contract/commands.ts';
import type { MessageId } from '../../../shared/language/message.ts';
import { commandTable } from '../../commands/table.ts';
import { useWindow } from '../../hooks/use-window.ts';
import { closeDialog } from '../../store/edit.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Key } from '../../ui/Key.tsx';
import { useSay } from '../../ui/locale.tsx';

const titles: Readonly<Record<MenuGroup, MessageId>> = {
  file: 'desktop.menuFile', edit: 'desktop.menuEdit', insert: 'desktop.menuInsert', view: 'desktop.menuView', simulate: 'desktop.menuSimulate', help: 'desktop.menuHelp',
};

/** Every key and what it does, from the one table of commands. */
export function ShortcutSheet(): ReactNode {
  const say = useSay();
  const keys = useWindow((all) => all.settings.keys);
  const withKeys = commandTable().all().flatMap((command) => {
    const accelerator = acceleratorOf(command, keys);
    return accelerator === undefined ? [] : [{ command, accelerator }];
  });
  const sections = [...menuGroups, undefined].map((group) => ({ group, entries: withKeys.filter(({ command }) => command.group === group) })).filter(({ entries }) => entries.length > 0);
  return (
    <Dialog open onlyText onClose={closeDialog} size="wide" title={say('desktop.commandShortcuts')}>
      <div className="shortcut-sheet">
        {sections.map(({ group, entries }) => (
          <section key={group ?? 'canvas'}>
            <h3>{say(group === undefined ? 'canvas.onCanvas' : titles[group])}</h3>
            <dl>
              {entries.map(({ command, accelerator }) => (
                <div key={command.id} className="row">
                  <dt className="grow">{say(command.label)}</dt>
                  <dd><Key keys={accelerator} /></dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
