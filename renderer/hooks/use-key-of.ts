import { acceleratorOf, commands, type CommandId } from '../../shared/contract/commands.ts';
import { useWindow } from './use-window.ts';

/** The key of a command, as the person has it; undefined where it has none. */
export function useKeyOf(): (id: CommandId) => string | undefined {
  const keys = useWindow((all) => all.settings.keys);
  return (id) => {
    const command = commands.find((one) => one.id === id);
    return command === undefined ? undefined : acceleratorOf(command, keys);
  };
}
