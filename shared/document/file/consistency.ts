import { message, type Message } from '../../language/message.ts';
import type { ElementId } from '../model/fields.ts';
import { type Model, modelTables } from '../model/model.ts';
import { nameOf } from '../model/queries.ts';
import { isThere, referencesOf } from '../model/references.ts';
import { type Document, todayId } from '../scenarios/document.ts';

/** What is wrong between elements that are right each on its own. */
export interface Inconsistency {
  readonly code: string;
  readonly message: Message;
  readonly element: ElementId;
}

/**
 * The first contradiction of a document: keys, ids, references, circles. What is merely unfinished (a share or a volume that
 * is still missing, shares that do not sum to 1) can be saved and opened, and is refused when it comes to a run.
 */
export function findInconsistency(document: Document): Inconsistency | undefined {
  return wrongKeys(document) ?? doubledId(document.model) ?? danglingReference(document.model) ?? circle(document.model) ?? scenarioTree(document);
}

function wrongKeys(document: Document): Inconsistency | undefined {
  const tables = [...modelTables.map((name) => document.model[name]), document.scenarios, document.comments, document.versions];
  for (const table of tables) {
    for (const [key, row] of Object.entries(table as Record<string, { id: string }>)) {
      if (row.id !== key) return { code: 'wrong-key', element: key, message: message('document.file.wrongKey', { key, id: row.id }) };
    }
  }
  return undefined;
}

function doubledId(model: Model): Inconsistency | undefined {
  const seen = new Map<string, string>();
  for (const table of modelTables) {
    for (const id of Object.keys(model[table])) {
      const other = seen.get(id);
      if (other !== undefined) return { code: 'duplicate-id', element: id, message: message('document.file.duplicateId', { id, table: other, other: table }) };
      seen.set(id, table);
    }
  }
  return undefined;
}

function danglingReference(model: Model): Inconsistency | undefined {
  for (const reference of referencesOf(model)) {
    if (isThere(model, reference)) continue;
    const values = { element: nameOf(model, reference.owner), field: reference.field, target: reference.target };
    return { code: 'dangling-reference', element: reference.owner, message: message('document.file.dangling', values) };
  }
  return undefined;
}

function circle(model: Model): Inconsistency | undefined {
  for (const table of ['parties', 'nodes'] as const) {
    for (const id of Object.keys(model[table])) {
      const seen = new Set<string>();
      for (let next: string | undefined = id; next !== undefined; next = model[table][next]?.parent) {
        if (seen.has(next)) return { code: 'cyclic-parents', element: id, message: message('document.file.circle', { element: nameOf(model, id) }) };
        seen.add(next);
      }
    }
  }
  return undefined;
}

function scenarioTree(document: Document): Inconsistency | undefined {
  const base = document.scenarios[todayId];
  if (base === undefined || base.parent !== undefined) return { code: 'no-base', element: todayId, message: message('document.file.noBase') };
  for (const scenario of Object.values(document.scenarios)) {
    const seen = new Set<string>();
    for (let next = scenario.id; next !== todayId; ) {
      const parent: string | undefined = document.scenarios[next]?.parent;
      if (seen.has(next)) return { code: 'cyclic-parents', element: scenario.id, message: message('document.file.circle', { element: scenario.name }) };
      seen.add(next);
      if (parent === undefined || !Object.hasOwn(document.scenarios, parent)) {
        return { code: 'dangling-reference', element: scenario.id, message: message('document.file.dangling', { element: scenario.name, field: 'parent', target: parent ?? '' }) };
      }
      next = parent;
    }
  }
  return undefined;
}
