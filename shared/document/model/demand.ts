import { z } from '../../language/zod.ts';
import { conditionSchema } from './condition.ts';
import { distributionSchema } from './distribution.ts';
import { amountSchema, durationSchema, entity, idSchema, instantSchema, positiveFigureSchema, sureness } from './fields.ts';

/** How many items one arrival brings. */
const batch = { batchSize: distributionSchema.optional() };

const arrivals = z.discriminatedUnion('type', [
  /**
   * A Poisson stream of `value` items per `per` (elapsed: a day is 24 h, a week 168 h) on average.
   * A `profile` of 168 weights (Monday 00:00 first, in the document's zone) or a `calendar` shapes it, keeping the total per week.
   */
  entity({
    type: z.literal('rate'),
    value: z.number().positive(),
    per: z.enum(['h', 'd', 'w']),
    profile: z.array(z.number().min(0)).length(168).optional(),
    calendar: idSchema.optional(),
    ...batch,
    ...sureness,
  }),
  /** Independent times between arrivals, in elapsed time; `calendar` with `pause` counts open time only, with `push` moves an arrival to the next opening. */
  entity({
    type: z.literal('interArrival'),
    time: distributionSchema,
    calendar: idSchema.optional(),
    whenClosed: z.enum(['pause', 'push']).optional(),
    first: z.enum(['atStart', 'afterGap']).optional(),
    ...batch,
  }),
  entity({ type: z.literal('list'), at: z.array(instantSchema).min(1), ...batch }),
  /** A fixed population: each finished item starts anew after thinking. */
  entity({ type: z.literal('closed'), population: positiveFigureSchema, thinkTime: distributionSchema.optional() }),
]);
export type Arrivals = z.infer<typeof arrivals>;
export interface ArrivalsSchema extends z.ZodType<Arrivals> {}
export const arrivalsSchema: ArrivalsSchema = arrivals;

/** An attribute of an item: a number drawn from a distribution, or a word drawn by weight. */
const attribute = z.discriminatedUnion('type', [
  entity({ type: z.literal('number'), name: z.string().min(1), distribution: distributionSchema }),
  entity({ type: z.literal('choice'), name: z.string().min(1), choices: z.array(entity({ value: z.string(), weight: z.number().min(0) })).min(1) }),
]);
export type Attribute = z.infer<typeof attribute>;
export interface AttributeSchema extends z.ZodType<Attribute> {}
export const attributeSchema: AttributeSchema = attribute;

/** Lower numbers go first; 1 is the highest priority. The first rule whose condition holds decides. */
export const priorityRuleSchema = entity({ when: conditionSchema, priority: z.number() });

const demandClass = entity({
  id: idSchema,
  name: z.string(),
  /** The start node at which its items appear. */
  start: idSchema,
  arrivals: arrivalsSchema.optional(),
  /** No more than this many items in a run. */
  atMost: z.int().positive().optional(),
  priority: z.number().optional(),
  priorityRules: z.array(priorityRuleSchema).optional(),
  /** Due this long after its start, in elapsed time. */
  due: durationSchema.optional(),
  outcome: idSchema.optional(),
  attributes: z.array(attributeSchema).optional(),
  /** An item that has waited this long in one queue gives up. */
  patience: distributionSchema.optional(),
  costOfDelayPerDay: amountSchema.optional(),
});
export type DemandClass = z.infer<typeof demandClass>;
export interface DemandClassSchema extends z.ZodObject<(typeof demandClass)['shape']> {}
export const demandClassSchema: DemandClassSchema = demandClass;
