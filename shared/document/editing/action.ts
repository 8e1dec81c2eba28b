import type { Message } from '../../language/message.ts';
import { type Outcome, succeed } from '../../language/outcome.ts';
import { z } from '../../language/zod.ts';
import { type ElementId, entity, idSchema } from '../model/fields.ts';
import { applyOperation, mergeKeyOf, type Operation, operationSchema, sentenceOf } from '../operations/all.ts';
import type { Patch } from '../operations/applying.ts';
import { applyCommand, commandSchema, type DocumentCommand, mergeKeyOfCommand, sentenceOfCommand } from '../scenarios/commands/all.ts';
import { type Document, freshRowId } from '../scenarios/document.ts';
import { isBase, resolveScenario } from '../scenarios/resolve.ts';

/**
 * What a person does: an operation on the model of a scenario (of the base where none is named), or a command.
 * Actions of one `gesture` that supersede each other become one entry of the history.
 */
export const actionSchema = z.discriminatedUnion('kind', [
  entity({ kind: z.literal('operation'), operation: operationSchema, scenario: idSchema.optional(), gesture: z.string().optional() }),
  entity({ kind: z.literal('command'), command: commandSchema, gesture: z.string().optional() }),
]);
export type Action = z.infer<typeof actionSchema>;

export const onModel = (operation: Operation, scenario?: ElementId, gesture?: string): Action => ({
  kind: 'operation', operation, ...(scenario !== undefined && { scenario }), ...(gesture !== undefined && { gesture }),
});

export const onDocument = (command: DocumentCommand, gesture?: string): Action => ({
  kind: 'command', command, ...(gesture !== undefined && { gesture }),
});

export interface Acted {
  readonly document: Document;
  readonly patches: Patch[];
  readonly inverse: Patch[];
}

/** Carries out an action. An operation on a proposal becomes a change of it; one on the base changes the model. */
export function act(document: Document, action: Action): Outcome<Acted> {
  const command = commandOf(document, action);
  if (command !== undefined) return applyCommand(document, command);
  if (action.kind !== 'operation') return succeed({ document, patches: [], inverse: [] });
  const applied = applyOperation(document.model, action.operation);
  if (!applied.ok) return applied;
  const { model, patches, inverse } = applied.value;
  return succeed({ document: { ...document, model }, patches: patches.map(inModel), inverse: inverse.map(inModel) });
}

/** What an action does, for people. */
export function sentenceOfAction(action: Action, before: Document): Message {
  if (action.kind === 'command') return sentenceOfCommand(action.command, before);
  const model = isBase(action.scenario) ? undefined : resolveScenario(before, action.scenario ?? '');
  return sentenceOf(action.operation, model?.ok === true ? model.value : before.model);
}

/** Actions with equal keys supersede each other. */
export function mergeKeyOfAction(action: Action): string | undefined {
  const key = action.kind === 'command' ? mergeKeyOfCommand(action.command) : mergeKeyOf(action.operation);
  return key === undefined ? undefined : `${action.kind === 'operation' && !isBase(action.scenario) ? action.scenario : ''} ${key}`;
}

function commandOf(document: Document, action: Action): DocumentCommand | undefined {
  if (action.kind === 'command') return action.command;
  const { scenario, operation } = action;
  if (scenario === undefined || isBase(scenario)) return undefined;
  const taken = Object.fromEntries((document.scenarios[scenario]?.changes ?? []).map((change) => [change.id, change]));
  return { type: 'change.add', scenario, change: { id: freshRowId(taken, 'change'), operation, on: true } };
}

const inModel = (patch: Patch): Patch => ({ ...patch, path: ['model', ...patch.path] });
