import { menuGroups, type CommandDescriptor, type MenuGroup } from '../../../shared/contract/commands.ts';
import type { MessageId } from '../../../shared/language/message.ts';

/** What the groups of commands are called: as the menus. */
export const groupTitles: Readonly<Record<MenuGroup, MessageId>> = {
  file: 'files.group.file', edit: 'files.group.edit', insert: 'files.group.insert', view: 'files.group.view', simulate: 'files.group.simulate', help: 'files.group.help',
};

export interface Grouped<Entry> {
  /** Undefined for what acts on the canvas and stands in no menu. */
  readonly group: MenuGroup | undefined;
  readonly entries: readonly Entry[];
}

/** Commands by the menus they stand in, in the order of the menus; empty groups are left out. */
export const inGroups = <Entry extends Pick<CommandDescriptor, 'group'>>(commands: readonly Entry[]): readonly Grouped<Entry>[] =>
  [...menuGroups, undefined].map((group) => ({ group, entries: commands.filter((command) => command.group === group) })).filter(({ entries }) => entries.length > 0);
