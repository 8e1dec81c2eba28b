import { z } from '../../language/zod.ts';
import { entity } from './fields.ts';

/** A test of one attribute of an item. `in` takes a range [from, to] of numbers or a list of words. */
export const testSchema = entity({
  attribute: z.string().min(1),
  comparison: z.enum(['=', '!=', '<', '<=', '>', '>=', 'in']),
  value: z.union([z.number(), z.string(), z.array(z.union([z.number(), z.string()]))]),
});
export type Test = z.infer<typeof testSchema>;

/** True when all tests of any one group hold. */
const condition = entity({ anyOf: z.array(z.array(testSchema).min(1)).min(1) });
export type Condition = z.infer<typeof condition>;
export interface ConditionSchema extends z.ZodType<Condition> {}
export const conditionSchema: ConditionSchema = condition;
