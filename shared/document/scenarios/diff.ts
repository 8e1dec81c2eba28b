import type { ElementId } from '../model/fields.ts';
import { type Model, modelTables } from '../model/model.ts';
import { sameData } from './resolve.ts';

export interface ElementDifference {
  readonly id: ElementId;
  readonly table: keyof Model;
}

export interface StructuralDiff {
  readonly added: readonly ElementDifference[];
  readonly removed: readonly ElementDifference[];
  readonly changed: readonly (ElementDifference & { readonly fields: readonly string[] })[];
}

/** What one model has that another has not, by element and field, in the order of their tables. */
export function structuralDiff(before: Model, after: Model): StructuralDiff {
  const added: ElementDifference[] = [];
  const removed: ElementDifference[] = [];
  const changed: (ElementDifference & { fields: readonly string[] })[] = [];
  for (const table of modelTables) {
    const old: Readonly<Record<string, object>> = before[table];
    const now: Readonly<Record<string, object>> = after[table];
    if (old === now) continue;
    for (const [id, row] of Object.entries(now)) {
      const was = Object.hasOwn(old, id) ? old[id] : undefined;
      if (was === undefined) added.push({ id, table });
      else if (was !== row) {
        const fields = fieldsThatDiffer(was, row);
        if (fields.length > 0) changed.push({ id, table, fields });
      }
    }
    for (const id of Object.keys(old)) if (!Object.hasOwn(now, id)) removed.push({ id, table });
  }
  return { added, removed, changed };
}

/** The fields in which two rows differ, in alphabetical order. */
export const fieldsThatDiffer = (was: object, is: object): string[] =>
  [...new Set([...Object.keys(was), ...Object.keys(is)])].filter((field) => !sameData(Reflect.get(was, field), Reflect.get(is, field))).toSorted();
