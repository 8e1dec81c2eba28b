import { acceleratorOf, type CommandDescriptor } from '../../shared/contract/commands.ts';
import { alsoMeans } from './keys.ts';

/** Keys that a person chose: command to key, empty for none. */
export type OwnKeys = Readonly<Record<string, string>>;

/** Keys that the window itself needs: to leave, to move the focus, to confirm; and those of a browser that would lose the page. */
const reserved = new Set(['Escape', 'Tab', 'Shift+Tab', 'Enter', 'Space', 'CmdOrCtrl+R', 'CmdOrCtrl+Shift+R', 'F5', 'CmdOrCtrl+F5', 'CmdOrCtrl+Tab', 'CmdOrCtrl+Shift+Tab', 'Alt+F4']);

const modifiers = new Set(['Control', 'Shift', 'Alt', 'Meta', 'AltGraph', 'CapsLock', 'Dead', 'Process', 'Unidentified']);

/** Whether a press is one of a modifier alone, so that the key itself is still to come. */
export const isModifier = (key: string): boolean => modifiers.has(key);

export const isReserved = (accelerator: string): boolean => reserved.has(accelerator);

/** Whether a command's key may be another: leaving by Esc stays where it is. */
export const canHaveOwnKey = (command: CommandDescriptor): boolean => command.id !== 'canvas.escape';

/** The command that a key means now, other than `except`; also by another spelling of the key. */
export function holderOf(commands: readonly CommandDescriptor[], keys: OwnKeys, accelerator: string, except: string): CommandDescriptor | undefined {
  const of = (key: string | undefined): CommandDescriptor | undefined =>
    key === undefined ? undefined : commands.find((command) => command.id !== except && acceleratorOf(command, keys) === key);
  return of(accelerator) ?? of(alsoMeans[accelerator]);
}

/** The keys after a command got one: whoever had it goes without. What is as it came is not kept. */
export function withKey(commands: readonly CommandDescriptor[], keys: OwnKeys, id: string, accelerator: string): OwnKeys {
  const next: Record<string, string> = { ...keys };
  for (const command of commands) {
    if (command.id === id || accelerator === '' || acceleratorOf(command, keys) !== accelerator) continue;
    next[command.id] = '';
  }
  next[id] = accelerator;
  for (const command of commands) if (next[command.id] === (command.accelerator ?? '')) delete next[command.id];
  return next;
}

/** The key that a command comes with, empty for none. */
export const keyAsItCame = (commands: readonly CommandDescriptor[], id: string): string => commands.find((command) => command.id === id)?.accelerator ?? '';
