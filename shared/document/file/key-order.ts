import { z } from '../../language/zod.ts';

/** The fields of an object in the order of its schema; unknown ones come after them, by alphabet. */
export interface KeyOrder {
  readonly keys: readonly string[];
  /** The schema of a known field, where it is an object, list, table or union of these. */
  schemaOf(key: string): z.ZodType | undefined;
  /** A table: its keys are ids and stand in natural order. */
  readonly table: boolean;
}

/** How a value that follows a schema is written. Undefined where the schema says nothing about its keys. */
export function keyOrder(schema: z.ZodType | undefined, value: object): KeyOrder | undefined {
  const bare = schema === undefined ? undefined : unwrapped(schema);
  if (bare instanceof z.ZodObject) {
    const shape = bare.shape as Record<string, z.ZodType>;
    return { keys: Object.keys(shape), schemaOf: (key) => (Object.hasOwn(shape, key) ? shape[key] : undefined), table: false };
  }
  if (bare instanceof z.ZodRecord) return { keys: [], schemaOf: () => bare.valueType as z.ZodType, table: true };
  if (bare instanceof z.ZodUnion) return keyOrder(memberFor(bare, value), value);
  return undefined;
}

/** The schema of a list's entries. */
export function entrySchema(schema: z.ZodType | undefined): z.ZodType | undefined {
  const bare = schema === undefined ? undefined : unwrapped(schema);
  return bare instanceof z.ZodArray ? (bare.element as z.ZodType) : undefined;
}

function unwrapped(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return unwrapped(schema.unwrap() as z.ZodType);
  return schema;
}

/** The member of a union of objects whose literal field (kind, type) fits the value. */
function memberFor(union: z.ZodUnion, value: object): z.ZodType | undefined {
  return (union.options as readonly z.ZodType[]).find((option) => {
    const bare = unwrapped(option);
    if (!(bare instanceof z.ZodObject)) return false;
    const literals = Object.entries(bare.shape as Record<string, z.ZodType>).filter(([, field]) => field instanceof z.ZodLiteral);
    return literals.length > 0 && literals.every(([key, field]) => (field as z.ZodLiteral).values.has(Reflect.get(value, key) as never));
  });
}
