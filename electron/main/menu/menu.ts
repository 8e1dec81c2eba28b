import { Menu, type MenuItemConstructorOptions } from 'electron';
import { acceleratorOf, commands, menuGroups, type CommandDescriptor, type CommandId, type MenuGroup } from '../../../shared/contract/commands.ts';
import type { RecentFile } from '../../../shared/contract/files.ts';
import { message, type MessageId } from '../../../shared/language/message.ts';
import { say, type Locale } from '../../../shared/language/say.ts';

export interface MenuFacts {
  readonly locale: Locale;
  readonly keys: Readonly<Record<string, string>>;
  readonly recent: readonly RecentFile[];
  readonly disabled: ReadonlySet<string>;
  readonly checked: ReadonlySet<string>;
}

export interface MenuActs {
  readonly command: (id: CommandId) => void;
  readonly openRecent: (path: string) => void;
}

const titles: Record<MenuGroup, MessageId> = {
  file: 'desktop.menuFile',
  edit: 'desktop.menuEdit',
  insert: 'desktop.menuInsert',
  view: 'desktop.menuView',
  simulate: 'desktop.menuSimulate',
  help: 'desktop.menuHelp',
};

const recentMenu = (facts: MenuFacts, acts: MenuActs): MenuItemConstructorOptions => ({
  label: say(message('desktop.menuRecent'), facts.locale),
  submenu:
    facts.recent.length === 0
      ? [{ label: say(message('desktop.menuNoRecent'), facts.locale), enabled: false }]
      : facts.recent.map(({ name, path }) => ({ label: name, toolTip: path, click: () => acts.openRecent(path) })),
});

const itemFor = (command: CommandDescriptor & { readonly id: CommandId }, facts: MenuFacts, acts: MenuActs): MenuItemConstructorOptions => {
  const accelerator = acceleratorOf(command, facts.keys);
  return {
    id: command.id,
    label: say(message(command.label), facts.locale),
    enabled: !facts.disabled.has(command.id),
    ...(command.toggle ? { type: 'checkbox' as const, checked: facts.checked.has(command.id) } : {}),
    // The window hears its keys itself, since a key may mean something else in a text field; the menu only shows them.
    ...(accelerator ? { accelerator, registerAccelerator: process.platform === 'darwin' && accelerator.length > 1 } : {}),
    click: () => acts.command(command.id),
  };
};

/** What stands in a menu besides its commands. */
const extras = (group: MenuGroup, facts: MenuFacts, acts: MenuActs): MenuItemConstructorOptions[] => {
  switch (group) {
    case 'file':
      return [recentMenu(facts, acts), { type: 'separator' }, { role: 'quit', label: say(message('desktop.menuQuit'), facts.locale) }];
    case 'view':
      return [{ type: 'separator' }, { role: 'togglefullscreen', label: say(message('desktop.menuFullScreen'), facts.locale) }];
    case 'edit':
    case 'insert':
    case 'simulate':
    case 'help':
      return [];
  }
};

/** The native menu as data, from the one list of commands. */
export const menuTemplate = (facts: MenuFacts, acts: MenuActs): MenuItemConstructorOptions[] => [
  ...(process.platform === 'darwin' ? [{ role: 'appMenu' as const }] : []),
  ...menuGroups.map((group) => ({
    label: say(message(titles[group]), facts.locale),
    submenu: [
      ...commands
        .filter((command): command is Extract<(typeof commands)[number], { group: MenuGroup }> => 'group' in command && command.group === group)
        .flatMap((command) => [...('divided' in command ? [{ type: 'separator' as const }] : []), itemFor(command, facts, acts)]),
      ...extras(group, facts, acts),
    ],
  })),
];

export const showMenu = (facts: MenuFacts, acts: MenuActs): void => {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(facts, acts)));
};
