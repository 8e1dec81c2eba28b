import { z } from '../../language/zod.ts';

/** How values of one schema are written. Made once per schema: a document asks for it thousands of times. */
export interface KeyOrder {
  /** Known fields in the order of the schema, with the schemas of their values. */
  readonly fields: ReadonlyMap<string, z.ZodType>;
  /** The schema of every value, where keys are ids (a table) and stand in natural order. */
  readonly row?: z.ZodType;
  /** The schema of a list's entries. */
  readonly entry?: z.ZodType;
  /** Members of a union, each with the literal fields (kind, type) that tell it. */
  readonly members?: readonly { readonly literals: readonly (readonly [string, ReadonlySet<unknown>])[]; readonly schema: z.ZodType }[];
}

const known = new WeakMap<z.ZodType, KeyOrder>();
const nothing: KeyOrder = { fields: new Map() };

/** How a value that follows a schema is written; a union is resolved by the value's own kind. */
export function keyOrder(schema: z.ZodType | undefined, value: object): KeyOrder {
  if (schema === undefined) return nothing;
  let order = known.get(schema);
  if (order === undefined) {
    order = describe(schema);
    known.set(schema, order);
  }
  if (order.members === undefined) return order;
  const member = order.members.find(({ literals }) => literals.length > 0 && literals.every(([field, values]) => values.has(Reflect.get(value, field))));
  return keyOrder(member?.schema, value);
}

function describe(schema: z.ZodType): KeyOrder {
  const bare = unwrapped(schema);
  if (bare instanceof z.ZodObject) return { fields: new Map(Object.entries(bare.shape as Record<string, z.ZodType>)) };
  if (bare instanceof z.ZodRecord) return { ...nothing, row: bare.valueType as z.ZodType };
  if (bare instanceof z.ZodArray) return { ...nothing, entry: bare.element as z.ZodType };
  if (bare instanceof z.ZodUnion) return { ...nothing, members: (bare.options as readonly z.ZodType[]).map((option) => ({ schema: option, literals: literalsOf(option) })) };
  return nothing;
}

function unwrapped(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return unwrapped(schema.unwrap() as z.ZodType);
  return schema;
}

function literalsOf(schema: z.ZodType): readonly (readonly [string, ReadonlySet<unknown>])[] {
  const bare = unwrapped(schema);
  if (!(bare instanceof z.ZodObject)) return [];
  return Object.entries(bare.shape as Record<string, z.ZodType>).flatMap(([field, own]) => (own instanceof z.ZodLiteral ? [[field, own.values] as const] : []));
}
