import { parseDocument } from '../../document/file/parse.ts';
import { serialiseDocument } from '../../document/file/serialise.ts';
import type { Document } from '../../document/scenarios/document.ts';
import { message } from '../../language/message.ts';
import { fail, type Outcome, succeed } from '../../language/outcome.ts';

/** One input with the values that it takes in turn. */
export interface Axis {
  /** Where it stands in the model: table, id, then the fields down to it. */
  readonly path: readonly string[];
  readonly values: readonly unknown[];
}

/** "teams.security.capacity.value=2,3,4": values are JSON where they read as such, else words; undefined where it is no such text. */
export function parseAxis(text: string): Axis | undefined {
  const at = text.indexOf('=');
  const path = text.slice(0, Math.max(0, at)).split('.').map((part) => part.trim());
  const values = text.slice(at + 1).split(',').map((part) => part.trim());
  if (path.length < 3 || [...path, ...values].some((part) => part === '')) return undefined;
  return { path, values: values.map(valueOf) };
}

function valueOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Every combination of the axes' values, the last axis changing fastest. */
export const gridPoints = (axes: readonly Axis[]): readonly (readonly unknown[])[] =>
  axes.reduce<readonly (readonly unknown[])[]>((points, { values }) => points.flatMap((point) => values.map((value) => [...point, value])), [[]]);

/** The document with one value for each axis; the failure names the path that is not there, or what the value breaks. */
export function atPoint(document: Document, axes: readonly Axis[], point: readonly unknown[]): Outcome<Document> {
  let model: unknown = document.model;
  for (const [index, { path }] of axes.entries()) {
    const changed = replaceAt(model, path, point[index]);
    if (changed === undefined) return fail('sweep-path', message('analysis.noSuchInput', { path: path.join('.') }));
    model = changed;
  }
  const parsed = parseDocument(serialiseDocument({ ...document, model: model as Document['model'] }), axes.map(({ path }, index) => `${path.join('.')}=${JSON.stringify(point[index])}`).join(' '));
  return parsed.ok ? succeed(parsed.value) : parsed;
}

/** The record with the value put where one of its kind stands already; undefined where none does. */
function replaceAt(value: unknown, [key, ...rest]: readonly string[], replacement: unknown): unknown {
  if (key === undefined) return typeof value === typeof replacement ? replacement : undefined;
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  const changed = replaceAt(Reflect.get(value, key), rest, replacement);
  if (changed === undefined) return undefined;
  if (Array.isArray(value)) return value.map((entry: unknown, at) => (String(at) === key ? changed : entry));
  return { ...value, [key]: changed };
}
