import type { ElementId } from '../model/fields.ts';
import { type Model, modelTables } from '../model/model.ts';
import { referencesOf } from '../model/references.ts';

/**
 * Takes elements out of a draft, with everything that makes no sense without them (flows of a node, classes of a start,
 * what a sub-process holds, events attached to a step), and forgets their names everywhere else.
 */
export function removeElements(draft: Model, ids: Iterable<ElementId>): void {
  let goners = new Set(ids);
  while (goners.size > 0) {
    for (const id of goners) removeOne(draft, id);
    const next = new Set<ElementId>();
    for (const reference of referencesOf(draft)) {
      if (!goners.has(reference.target)) continue;
      if (reference.required || goesAlong(reference.field)) next.add(reference.owner);
      else reference.replace(undefined);
    }
    dropEmptyRequirements(draft);
    goners = next;
  }
}

/** What a sub-process holds goes with it, and so do the events on a step. */
const goesAlong = (field: string): boolean => field === 'attachedTo';

function removeOne(draft: Model, id: ElementId): void {
  const inner = Object.values(draft.nodes).filter((node) => node.parent === id);
  for (const table of modelTables) Reflect.deleteProperty(draft[table], id);
  for (const node of inner) removeElements(draft, [node.id]);
}

function dropEmptyRequirements(draft: Model): void {
  for (const node of Object.values(draft.nodes)) {
    if (node.kind !== 'step' || node.requirements === undefined) continue;
    if (!node.requirements.some((requirement) => requirement.anyOf.length === 0)) continue;
    node.requirements = node.requirements.filter((requirement) => requirement.anyOf.length > 0);
    if (node.requirements.length === 0) delete node.requirements;
  }
}
