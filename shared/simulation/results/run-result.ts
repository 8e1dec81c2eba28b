import { z } from '../../language/zod.ts';
import { budgetParts, causeRecord } from './causes.ts';
import type { BudgetPart } from './causes.ts';
import { estimateSchema } from './estimate.ts';

export type { Estimate } from './estimate.ts';

/** Seconds or shares per cause, each with its interval. */
export const attributionSchema = causeRecord(estimateSchema);
export type Attribution = z.infer<typeof attributionSchema>;

const rangeSchema = z.object({ low: z.number(), high: z.number() });

export const verdictSchema = z.object({
  state: z.enum(['stable', 'unstable', 'terminating']),
  /** The team that cannot keep up, where there is one. */
  team: z.string().nullable(),
  backlogPerDay: z.number().nullable(),
});

export const leadTimeSchema = estimateSchema.extend({
  p10: estimateSchema,
  p50: estimateSchema,
  p85: estimateSchema,
  p90: estimateSchema,
  p95: estimateSchema,
  /** Central 90 % when inputs are drawn from their spread; null where all inputs are measured. */
  plausible: rangeSchema.nullable(),
});

export const classResultSchema = z.object({
  id: z.string(), items: z.number(), leadTime: estimateSchema, late: estimateSchema, attribution: attributionSchema,
});
export const stepResultSchema = z.object({
  id: z.string(), name: z.string(), party: z.string().nullable(), team: z.string().nullable(), visits: estimateSchema, waiting: estimateSchema,
  service: estimateSchema, queueLength: estimateSchema, attribution: attributionSchema,
});
export type StepResult = z.infer<typeof stepResultSchema>;

const budgetSchema = z.object(Object.fromEntries(budgetParts.map((part) => [part, estimateSchema])) as { [P in BudgetPart]: typeof estimateSchema });
export const teamResultSchema = z.object({
  id: z.string(), name: z.string(), party: z.string(), capacity: z.number().nullable(), utilisation: estimateSchema, queueLength: estimateSchema,
  waiting: estimateSchema, budget: budgetSchema,
});
export type TeamResult = z.infer<typeof teamResultSchema>;

export const boundaryResultSchema = z.object({
  from: z.string(), to: z.string(), fromParty: z.string(), toParty: z.string(), crossings: estimateSchema, pingPong: estimateSchema,
  friction: estimateSchema, madeByHandoff: estimateSchema, madeByLoad: estimateSchema, bothClosed: estimateSchema, index: estimateSchema,
  cost: estimateSchema, attribution: attributionSchema,
});
export type BoundaryResult = z.infer<typeof boundaryResultSchema>;

export const gainSchema = z.object({ capacity: estimateSchema, service: estimateSchema, rank: z.int(), tied: z.boolean() });
export const bottleneckSchema = z.object({
  team: z.string(), offeredLoad: estimateSchema, waitShare: estimateSchema, activePeriod: estimateSchema, gain: gainSchema.nullable(),
});

/** Settings as they were used, times in seconds. */
export const usedSettingsSchema = z.object({
  seed: z.int(), mode: z.enum(['terminating', 'steady']), replications: z.int(), horizon: z.number().nullable(), warmUp: z.number(),
  confidence: z.number(), start: z.string(), items: z.int().nullable(), timeZones: z.string(),
});

/** A sentence in the catalogue with its values, as `Message` of language/message.ts. */
export const warningSchema = z.object({ id: z.string(), values: z.record(z.string(), z.union([z.string(), z.number()])).optional(), text: z.string() });
export type Warning = z.infer<typeof warningSchema>;

/** What `crossflow simulate --json` prints (DESIGN 10): all times in seconds. */
export const runResultSchema = z.object({
  crossflow: z.string(),
  scenario: z.string(),
  settings: usedSettingsSchema,
  events: z.number(),
  wallSeconds: z.number().nullable(),
  replicationsRun: z.int(),
  verdict: verdictSchema,
  items: z.object({
    started: z.number(), finished: z.number(), counted: z.number(), censored: z.number(), refused: z.number(), abandoned: z.number(),
  }),
  leadTime: leadTimeSchema,
  throughputPerDay: estimateSchema,
  workInProgress: estimateSchema,
  flowEfficiency: estimateSchema,
  costPerItem: estimateSchema,
  attribution: attributionSchema,
  within: z.object({ clarification: attributionSchema, rework: attributionSchema }),
  tail: z.object({ share: z.number(), mean: estimateSchema, attribution: attributionSchema }).nullable(),
  classes: z.array(classResultSchema),
  steps: z.array(stepResultSchema),
  teams: z.array(teamResultSchema),
  boundaries: z.array(boundaryResultSchema),
  bottlenecks: z.array(bottleneckSchema),
  slack: z.array(z.object({ step: z.string(), mean: estimateSchema })),
  estimate: z.looseObject({}).nullable(),
  warnings: z.array(warningSchema),
});
export type RunResult = z.infer<typeof runResultSchema>;
