import type { ElementId } from '../model/fields.ts';
import { type Model, modelTables } from '../model/model.ts';
import { type Reference, referencesOf, referencesOfElement } from '../model/references.ts';
import { plain } from './applying.ts';

/**
 * Takes elements out of a draft, with everything that makes no sense without them (flows of a node, classes of a start,
 * what a sub-process holds, events attached to a step), and forgets their names everywhere else.
 */
export function removeElements(draft: Model, ids: Iterable<ElementId>): void {
  const references = referencesOf(plain(draft));
  const gone = new Set<ElementId>();
  let next = new Set(ids);
  while (next.size > 0) {
    for (const id of next) {
      gone.add(id);
      for (const table of modelTables) Reflect.deleteProperty(draft[table], id);
    }
    next = new Set(references.filter((reference) => gone.has(reference.target) && goesAlong(reference) && !gone.has(reference.owner)).map((reference) => reference.owner));
  }
  const losers = new Map(references.filter((reference) => gone.has(reference.target) && !gone.has(reference.owner)).map((reference) => [reference.owner, reference.ownerTable]));
  for (const [owner, table] of losers) {
    for (const reference of referencesOfElement(draft, table, owner)) if (gone.has(reference.target)) reference.replace(undefined);
    dropEmptyRequirements(draft, owner);
  }
}

/** What needs its target, what a sub-process holds and the events on a step go with it. */
const goesAlong = (reference: Reference): boolean =>
  reference.required || reference.field === 'attachedTo' || (reference.field === 'parent' && reference.ownerTable === 'nodes');

function dropEmptyRequirements(draft: Model, id: ElementId): void {
  const node = draft.nodes[id];
  if (node?.kind !== 'step' || node.requirements === undefined) return;
  node.requirements = node.requirements.filter((requirement) => requirement.anyOf.length > 0);
  if (node.requirements.length === 0) delete node.requirements;
}
