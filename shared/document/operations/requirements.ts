import { message, type Message } from '../../language/message.ts';
import type { ElementId } from '../model/fields.ts';
import { type Model, modelTables } from '../model/model.ts';
import { nameOf } from '../model/queries.ts';
import { nodeNameOf } from './node/node-name.ts';

/** The refusal where an element is not (or no longer) in one of the model's tables. */
export const mustExist = (model: Model, table: keyof Model, id: ElementId | undefined): Message | undefined =>
  id === undefined || Object.hasOwn(model[table], id) ? undefined : message('document.refused.gone', { element: id });

/** The refusal where an id is already used by any element. */
export const mustBeFree = (model: Model, id: ElementId): Message | undefined =>
  modelTables.some((table) => Object.hasOwn(model[table], id)) ? message('document.refused.taken', { id }) : undefined;

/** The refusal where an element is not a step. */
export function mustBeStep(model: Model, id: ElementId): Message | undefined {
  const gone = mustExist(model, 'nodes', id);
  if (gone !== undefined) return gone;
  return model.nodes[id]?.kind === 'step' ? undefined : message('document.refused.notStep', { element: nameOf(model, id) });
}

/** The first refusal of several. */
export const firstOf = (...refusals: readonly (Message | undefined)[]): Message | undefined => refusals.find((refusal) => refusal !== undefined);

/** The first refusal that a test finds in a list. */
export function firstRefusal<T>(items: readonly T[], test: (item: T) => Message | undefined): Message | undefined {
  for (const item of items) {
    const refusal = test(item);
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}

/** Names of nodes as a list for a sentence. */
export const namesOf = (model: Model, ids: readonly ElementId[]): string | Message =>
  ids.map((id) => nodeNameOf(model, id)).reduce((before, name) => (typeof before === 'string' && typeof name === 'string' ? `${before}, ${name}` : message('document.listed', { before, name })));
