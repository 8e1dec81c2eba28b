import type { Document } from './document.ts';
import { sameData } from './resolve.ts';

/** Something that both sides changed, each otherwise; ours was kept. */
export interface MergeConflict {
  /** Where it stands: `model`, a table and an id, then the field; as far as it goes. */
  readonly path: readonly string[];
  /** What people call the row, its id where it has no name. */
  readonly name: string;
  readonly kind: 'bothChanged' | 'oursRemoved' | 'theirsRemoved';
}

export interface Merged {
  readonly document: Document;
  readonly conflicts: readonly MergeConflict[];
}

/** Fields of a row whose own fields stand for themselves; a change of one does not touch the others. */
const composite = new Set(['handoff', 'approval', 'contract']);

/**
 * Three documents in one, by meaning: rows, their fields and the entries of their lists are taken from whoever changed
 * them since `base`. What both changed alike is no conflict; what both changed otherwise is named, and ours is kept; a
 * row that one removed and the other changed stays, and is named. Whether the whole still fits together is not looked at.
 */
export function mergeDocuments(base: Document, ours: Document, theirs: Document): Merged {
  const conflicts: MergeConflict[] = [];
  return { document: mergeRecords(base, ours, theirs, []) as Document, conflicts };

  function mergeRecords(was: object | undefined, one: object, other: object, path: readonly string[]): object {
    const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
    const entries = [...keys].flatMap((key): readonly (readonly [string, unknown])[] => {
      const merged = mergeValues(was === undefined ? undefined : own(was, key), own(one, key), own(other, key), [...path, key]);
      return merged === undefined ? [] : [[key, merged]];
    });
    return Object.fromEntries(entries);
  }

  function mergeValues(was: unknown, one: unknown, other: unknown, path: readonly string[]): unknown {
    if (sameData(one, other) || sameData(was, other)) return one;
    if (sameData(was, one)) return other;
    if (isRecord(one) && isRecord(other) && isDivisible(path)) return mergeRecords(isRecord(was) ? was : undefined, one, other, path);
    if (Array.isArray(one) && Array.isArray(other)) {
      const merged = mergeLists(Array.isArray(was) ? was : [], one, other, path);
      if (merged !== undefined) return merged;
    }
    const kind = one === undefined ? 'oursRemoved' : other === undefined ? 'theirsRemoved' : 'bothChanged';
    conflicts.push({ path, name: nameAt(path), kind });
    return one ?? other;
  }

  /** Entries with a key of their own, or words, each once: whoever added or removed one has it so; undefined for other lists. */
  function mergeLists(was: readonly unknown[], one: readonly unknown[], other: readonly unknown[], path: readonly string[]): readonly unknown[] | undefined {
    const [old, left, right] = [byKey(was), byKey(one), byKey(other)];
    if (old === undefined || left === undefined || right === undefined) return undefined;
    return [...new Set([...left.keys(), ...right.keys()])].flatMap((key) => {
      const merged = mergeValues(old.get(key), left.get(key), right.get(key), [...path, key]);
      return merged === undefined ? [] : [merged];
    });
  }

  function nameAt(path: readonly string[]): string {
    const depth = path[0] === 'model' ? 3 : 2;
    for (const document of [ours, theirs]) {
      let value: unknown = document;
      for (const part of path.slice(0, depth)) value = isRecord(value) ? own(value, part) : undefined;
      const name = isRecord(value) ? own(value, 'name') : undefined;
      if (typeof name === 'string' && name !== '') return name;
    }
    return path[depth - 1] ?? path[0] ?? '';
  }
}

/** The document, its model, their tables and rows, and the composite fields of rows; all else is one value. */
function isDivisible(path: readonly string[]): boolean {
  const depth = path[0] === 'model' ? path.length - 1 : path.length;
  return depth <= 2 || (depth === 3 && composite.has(path.at(-1) ?? ''));
}

/** Entries by id, by party for lanes, or by themselves for words; undefined where some have no key or share one. */
function byKey(list: readonly unknown[]): ReadonlyMap<string, unknown> | undefined {
  const keys = list.map((entry) => (typeof entry === 'string' ? entry : isRecord(entry) ? (own(entry, 'id') ?? own(entry, 'party')) : undefined));
  if (!keys.every((key) => typeof key === 'string') || new Set(keys).size < keys.length) return undefined;
  return new Map(list.map((entry, at) => [keys[at] ?? '', entry]));
}

const isRecord = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value);

const own = (record: object, key: string): unknown => (Object.hasOwn(record, key) ? Reflect.get(record, key) : undefined);
