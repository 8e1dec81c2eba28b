import type { ElementId } from '../model/fields.ts';
import type { Operation, OperationType } from '../operations/all.ts';

/** The kinds of operation that set and clear fields, by what they name. */
const named = {
  'node.edit': 'node', 'flow.edit': 'flow', 'handoff.edit': 'flow', 'team.edit': 'team', 'party.edit': 'party', 'person.edit': 'person',
  'system.edit': 'system', 'dataObject.edit': 'dataObject', 'outcome.edit': 'outcome', 'demandClass.edit': 'demandClass',
} as const satisfies Partial<Record<OperationType, string>>;

/** Sets a field of an element, or takes it away where the value is undefined. The operation itself refuses what its schema does not take. */
export const change = (type: keyof typeof named, id: ElementId, field: string, value: unknown): Operation =>
  ({ type, [named[type]]: id, ...(value === undefined ? { clear: [field] } : { set: { [field]: value } }) }) as unknown as Operation;

/** The same as the only change of a cell. */
export const changes = (type: keyof typeof named, id: ElementId, field: string, value: unknown): readonly Operation[] => [change(type, id, field, value)];

/** An object with another value of a field; undefined takes it away, and nothing left is nothing. */
export function withPart<T extends object, K extends keyof T>(whole: T | undefined, key: K, value: T[K] | undefined): T | undefined {
  const { [key]: _old, ...rest } = (whole ?? {}) as T;
  const next = { ...rest, ...(value === undefined ? {} : { [key]: value }) };
  return Object.keys(next).length === 0 ? undefined : (next as unknown as T);
}
