import type { CommandDescriptor } from '../../shared/contract/commands.ts';
import { acceleratorOf } from '../../shared/contract/commands.ts';

/** What carries a command out, and whether it can be used now. */
export interface CommandAction {
  readonly perform: () => void | Promise<void>;
  readonly when?: () => boolean;
  /** For commands that are on or off. */
  readonly checked?: () => boolean;
}

export interface Command extends CommandDescriptor, CommandAction {}

/**
 * The one table of everything a person can do. Menu, palette, keys, context menus and the shortcut sheet read it;
 * a second command of the same id, or a key that two commands share, is a mistake of the programmer and throws.
 */
export class Registry {
  private readonly table = new Map<string, Command>();

  add(descriptor: CommandDescriptor, action: CommandAction): void {
    if (this.table.has(descriptor.id)) throw new Error(`Command ${descriptor.id} exists already`);
    const clash = descriptor.accelerator === undefined ? undefined : this.all().find((other) => other.accelerator === descriptor.accelerator);
    if (clash !== undefined) throw new Error(`${descriptor.id} and ${clash.id} share the key ${descriptor.accelerator ?? ''}`);
    this.table.set(descriptor.id, { ...descriptor, ...action });
  }

  get(id: string): Command | undefined {
    return this.table.get(id);
  }

  all(): readonly Command[] {
    return [...this.table.values()];
  }

  enabled(id: string): boolean {
    const command = this.table.get(id);
    return command !== undefined && (command.when?.() ?? true);
  }

  /** Carries a command out; false where there is none or it cannot be used now. */
  run(id: string): boolean {
    const command = this.table.get(id);
    if (command === undefined || !(command.when?.() ?? true)) return false;
    void command.perform();
    return true;
  }

  /** The usable command of a key, with the person's own keys in place. */
  byKey(accelerator: string, ownKeys: Readonly<Record<string, string>>): Command | undefined {
    return this.all().find((command) => acceleratorOf(command, ownKeys) === accelerator && (command.when?.() ?? true));
  }
}
