import { z } from '../../language/zod.ts';
import { cadenceSchema } from './calendar.ts';
import { conditionSchema } from './condition.ts';
import { distributionSchema, timedSchema } from './distribution.ts';
import { durationSchema, entity, idSchema, pointSchema, shareSchema } from './fields.ts';
import { contractTermSchema } from './organisation.ts';

export const flowKinds = ['execution', 'information', 'decision'] as const;
export type FlowKind = (typeof flowKinds)[number];

export const channels = ['meeting', 'email', 'chat', 'phone', 'ticket', 'form', 'document', 'api', 'shared-system', 'file', 'in-person', 'other'] as const;
export type Channel = (typeof channels)[number];

/** What a flow across teams carries: the handoff. Every part is optional; an absent part costs nothing. */
const handoff = entity({
  channel: z.enum(channels).optional(),
  /** Time between the parties; elapsed unless it says working (then on the receiver's calendar). */
  transfer: timedSchema.optional(),
  /** Collected until `size`, or until `timeout` (elapsed) after the first. */
  batch: entity({ size: z.int().positive(), timeout: durationSchema.optional(), at: z.enum(['sender', 'receiver']).optional() }).optional(),
  /** Passed on only at these times, in the receiver's zone. */
  cadence: cadenceSchema.optional(),
  /** Context or re-keying at the receiver, in working time of its unit. */
  setup: distributionSchema.optional(),
  /** The receiver re-enters data that another system already holds. */
  rekeying: z.boolean().optional(),
  /** Probability that the receiver must ask; `answer` is the sender's working time for the answer. */
  clarification: entity({ probability: shareSchema, answer: distributionSchema.optional() }).optional(),
  /** Probability that the receiver sends the item back after its service. */
  rejection: shareSchema.optional(),
  term: contractTermSchema.optional(),
});
export type Handoff = z.infer<typeof handoff>;
export interface HandoffSchema extends z.ZodObject<(typeof handoff)['shape']> {}
export const handoffSchema: HandoffSchema = handoff;

const flow = entity({
  id: idSchema,
  process: idSchema,
  name: z.string().optional(),
  from: idSchema,
  to: idSchema,
  /** Overrides the inferred kind. */
  kind: z.enum(flowKinds).optional(),
  /** Of a branch after a "one of" or "some of" gateway. */
  probability: shareSchema.optional(),
  condition: conditionSchema.optional(),
  /** Taken when no condition holds. */
  otherwise: z.boolean().optional(),
  /** Repeats work that was done before. */
  rework: z.boolean().optional(),
  /** The importer marked it as a back edge by itself. */
  guessedRework: z.boolean().optional(),
  handoff: handoffSchema.optional(),
  /** Bends between the ends, set by hand or imported; routed automatically where absent. */
  waypoints: z.array(pointSchema).optional(),
});
export type Flow = z.infer<typeof flow>;
export interface FlowSchema extends z.ZodObject<(typeof flow)['shape']> {}
export const flowSchema: FlowSchema = flow;
