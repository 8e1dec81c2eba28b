import { commands } from '../../shared/contract/commands.ts';
import { canvasActions } from './canvas-commands.ts';
import { documentActions } from './document-commands.ts';
import { laneCommands } from './lane-commands.ts';
import { moreCommands } from './more-commands.ts';
import { Registry } from './registry.ts';
import { windowActions } from './window-commands.ts';

let table: Registry | undefined;

/** Everything that a person can do here, made once. */
export function commandTable(): Registry {
  if (table !== undefined) return table;
  const registry = new Registry();
  const actions = { ...windowActions, ...documentActions, ...canvasActions };
  for (const descriptor of commands) registry.add(descriptor, actions[descriptor.id]);
  for (const { descriptor, action } of [...moreCommands, ...laneCommands]) registry.add(descriptor, action);
  table = registry;
  return registry;
}
