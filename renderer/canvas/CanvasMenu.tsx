import { useState, type ReactElement, type ReactNode } from 'react';
import { acceleratorOf } from '../../shared/contract/commands.ts';
import { commandTable } from '../commands/table.ts';
import { useWindow } from '../hooks/use-window.ts';
import { useSay } from '../ui/locale.tsx';
import { RightClickMenu, type MenuEntry } from '../ui/Menu.tsx';

const groups: readonly (readonly string[])[] = [
  ['edit.rename', 'canvas.append', 'canvas.connect', 'flow.routeAgain', 'steps.merge', 'steps.parallelise'],
  ['edit.cut', 'edit.copy', 'edit.paste', 'edit.duplicate', 'edit.delete'],
  ['align.left', 'align.centre', 'align.right', 'align.top', 'align.middle', 'align.bottom', 'distribute.x', 'distribute.y'],
  ['insert.step', 'insert.lane', 'insert.note', 'insert.group', 'lane.fold', 'lane.earlier', 'lane.later', 'lane.inward', 'lane.outward', 'page.inside', 'page.outside', 'page.turn', 'view.tidy', 'edit.selectAll', 'view.fit'],
];

/** What the right button offers: the commands that make sense now. */
export function CanvasMenu({ children }: { readonly children: ReactElement }): ReactNode {
  const say = useSay();
  const keys = useWindow((all) => all.settings.keys);
  const [entries, setEntries] = useState<readonly MenuEntry[]>([]);
  const collect = (): void => {
    const usable = groups.map((ids) => ids.filter((id) => commandTable().enabled(id))).filter((ids) => ids.length > 0);
    setEntries(
      usable.flatMap((ids, index): MenuEntry[] => [
        ...(index === 0 ? [] : (['divider'] as const)),
        ...ids.flatMap((id): MenuEntry[] => {
          const command = commandTable().get(id);
          return command === undefined ? [] : [{ id, label: say(command.label), keys: acceleratorOf(command, keys), onSelect: () => void commandTable().run(id) }];
        }),
      ]),
    );
  };
  return (
    <RightClickMenu entries={entries} onOpen={collect}>
      {children}
    </RightClickMenu>
  );
}
