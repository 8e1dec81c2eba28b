import { z } from '../../language/zod.ts';
import { entity, sureness, timeUnitSchema } from './fields.ts';

const positive = z.number().positive();
const notNegative = z.number().min(0);

/**
 * Fields that every distribution may have. Numbers are in `unit`; without one they are plain numbers (attributes).
 * `shift` is added to each draw; a draw outside `lowest`…`highest` is drawn again, and moments include that.
 */
const common = {
  unit: timeUnitSchema.optional(),
  shift: z.number().optional(),
  lowest: z.number().optional(),
  highest: z.number().optional(),
  ...sureness,
};

export const distributionTypes = [
  'fixed', 'uniform', 'triangular', 'pert', 'normal', 'exponential', 'gamma', 'erlang', 'lognormal', 'weibull', 'empirical', 'histogram',
] as const;
export type DistributionType = (typeof distributionTypes)[number];

const distribution = z.discriminatedUnion('type', [
  entity({ type: z.literal('fixed'), value: notNegative, ...common }),
  entity({ type: z.literal('uniform'), min: z.number(), max: z.number(), ...common }),
  entity({ type: z.literal('triangular'), min: z.number(), mode: z.number(), max: z.number(), ...common }),
  entity({ type: z.literal('pert'), min: z.number(), mode: z.number(), max: z.number(), ...common }),
  entity({ type: z.literal('normal'), mean: z.number(), sd: notNegative, ...common }),
  entity({ type: z.literal('exponential'), mean: positive, ...common }),
  entity({ type: z.literal('gamma'), mean: positive, sd: positive, ...common }),
  entity({ type: z.literal('erlang'), k: z.int().positive(), mean: positive, ...common }),
  entity({ type: z.literal('lognormal'), mean: positive, sd: positive, ...common }),
  entity({ type: z.literal('weibull'), shape: positive, scale: positive, ...common }),
  entity({ type: z.literal('empirical'), values: z.array(notNegative).min(1), weights: z.array(notNegative).optional(), ...common }),
  entity({ type: z.literal('histogram'), edges: z.array(notNegative).min(2), weights: z.array(notNegative).min(1), ...common }),
]);
export type Distribution = z.infer<typeof distribution>;
/** A schema with a name of its own keeps the declarations of all that builds on it short, and so the type check quick. */
export interface DistributionSchema extends z.ZodType<Distribution> {}
export const distributionSchema: DistributionSchema = distribution;

/** A time with the clock it runs on. */
const timed = entity({ time: distributionSchema, counts: z.enum(['elapsed', 'working']).optional() });
export type Timed = z.infer<typeof timed>;
export interface TimedSchema extends z.ZodType<Timed> {}
export const timedSchema: TimedSchema = timed;
