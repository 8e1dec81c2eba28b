import type { z } from '../../language/zod.ts';
import { type Document, documentSchema, naturalOrder } from '../scenarios/document.ts';
import { type KeyOrder, keyOrder } from './key-order.ts';

/**
 * The text of a document: two spaces, known fields in the order of the schema, then unknown ones by alphabet, tables in the
 * natural order of their ids, a line feed at the end. Equal documents give equal bytes, whatever was done to reach them.
 */
export const serialiseDocument = (document: Document): string => `${write(document, documentSchema, '')}\n`;

function write(value: unknown, schema: z.ZodType | undefined, indent: string): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const inner = `${indent}  `;
  const order = keyOrder(schema, value);
  if (Array.isArray(value)) {
    if (value.length === 0) return '[]';
    if (value.every(isPlain)) return `[${value.map((item) => JSON.stringify(item)).join(', ')}]`;
    const entries = value.map((item) => inner + write(item, order.entry, inner));
    return `[\n${entries.join(',\n')}\n${indent}]`;
  }
  const fields = orderedKeys(value, order).map((key) => `${inner}${JSON.stringify(key)}: ${write(Reflect.get(value, key), order.row ?? order.fields.get(key), inner)}`);
  return fields.length === 0 ? '{}' : `{\n${fields.join(',\n')}\n${indent}}`;
}

/** Lists of words and numbers stay on one line: a profile of 168 weights is one change, not 168 lines. */
const isPlain = (item: unknown): boolean => typeof item !== 'object' || item === null;

function orderedKeys(value: object, order: KeyOrder): string[] {
  const present = Object.keys(value).filter((key) => Reflect.get(value, key) !== undefined);
  if (order.row !== undefined) return present.toSorted(naturalOrder);
  const unknown = present.filter((key) => !order.fields.has(key)).toSorted((a, b) => (a < b ? -1 : 1));
  if (unknown.length === present.length) return unknown;
  const own = new Set(present);
  return [...order.fields.keys()].filter((key) => own.has(key)).concat(unknown);
}
