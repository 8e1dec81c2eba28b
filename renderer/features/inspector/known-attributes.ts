import type { Test } from '../../../shared/document/model/condition.ts';
import type { Attribute } from '../../../shared/document/model/demand.ts';
import type { Model } from '../../../shared/document/model/model.ts';

/** What is known of the things that items say of themselves: their words, or none where they are numbers. */
export type KnownAttributes = ReadonlyMap<string, readonly string[] | undefined>;

/** Every attribute that items bring along or get on their way. */
export function knownAttributes(model: Model): KnownAttributes {
  const known = new Map<string, readonly string[] | undefined>();
  const take = (attributes: readonly Attribute[] | undefined): void => {
    for (const attribute of attributes ?? []) {
      const words = attribute.type === 'choice' ? attribute.choices.map(({ value }) => value) : undefined;
      known.set(attribute.name, words === undefined ? known.get(attribute.name) : [...new Set([...(known.get(attribute.name) ?? []), ...words])]);
    }
  };
  for (const demand of Object.values(model.demandClasses)) take(demand.attributes);
  for (const node of Object.values(model.nodes)) if (node.kind === 'step' || node.kind === 'event') take(node.sets);
  return known;
}

const asNumber = (text: string): number | undefined => (/^[+-]?\d+([.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : undefined);

/** The value of a test as typed: a number where it is one, a word, or for `in` several with semicolons or commas between them. Undefined where nothing is typed. */
export function readTestValue(text: string, comparison: Test['comparison']): Test['value'] | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  if (comparison !== 'in') return asNumber(trimmed) ?? trimmed;
  const parts = trimmed.split(trimmed.includes(';') ? /;/ : /,/).map((part) => part.trim()).filter((part) => part !== '').map((part) => asNumber(part) ?? part);
  const numbers = parts.filter((part) => typeof part === 'number');
  if (numbers.length > 0 && (numbers.length !== parts.length || parts.length !== 2 || (numbers[0] ?? 0) > (numbers[1] ?? 0))) return undefined;
  return parts;
}

export const writeTestValue = (value: Test['value']): string => (Array.isArray(value) ? value.join('; ') : String(value));

/** The value as another comparison takes it. */
export function valueFor(comparison: Test['comparison'], value: Test['value']): Test['value'] {
  if (comparison === 'in') return Array.isArray(value) ? value : typeof value === 'number' ? [value, value] : [value];
  return Array.isArray(value) ? (value[0] ?? 0) : value;
}
