import { z } from '../../language/zod.ts';
import { cadenceSchema } from './calendar.ts';
import { attributeSchema } from './demand.ts';
import { distributionSchema } from './distribution.ts';
import { entity, idSchema, pointSchema, shareSchema, sizeSchema, weekdaySchema } from './fields.ts';
import { approvalSchema } from './organisation.ts';

/** What every node has. Positions are the top left corner on the page of its process, in pixels. */
const common = {
  id: idSchema,
  name: z.string().optional(),
  process: idSchema,
  /** The sub-process that holds it; absent on the page itself. */
  parent: idSchema.optional(),
  /** Its lane. */
  party: idSchema.optional(),
  position: pointSchema,
  size: sizeSchema.optional(),
  documentation: z.string().optional(),
};

/** One alternative to fill a requirement: any unit of a team, or one person; with its own service time if that differs. */
export const alternativeSchema = entity({
  team: idSchema.optional(),
  person: idSchema.optional(),
  /** Only units with this skill. */
  skill: z.string().optional(),
  serviceTime: distributionSchema.optional(),
});
export type Alternative = z.infer<typeof alternativeSchema>;

/** `units` of any of the alternatives. A step's first requirement leads. */
const requirement = entity({ anyOf: z.array(alternativeSchema).min(1), units: z.int().positive().optional() });
export type Requirement = z.infer<typeof requirement>;
export interface RequirementSchema extends z.ZodType<Requirement> {}
export const requirementSchema: RequirementSchema = requirement;

/** A batch fires when all tests of any one group hold (waits in seconds of the oldest or the youngest member). */
export const firingTestSchema = entity({
  attribute: z.enum(['size', 'oldestWait', 'youngestWait', 'hour', 'weekday']),
  comparison: z.enum(['=', '<', '<=', '>', '>=']),
  value: z.union([z.number(), weekdaySchema]),
});
const stepBatch = entity({
  mode: z.enum(['parallel', 'sequential', 'concurrent']).optional(),
  /** Smallest and largest size; drawn sizes by weight where given. */
  sizes: z.array(entity({ size: z.int().positive(), weight: z.number().min(0) })).min(1),
  /** Service time is multiplied by the factor of the largest size that is not above the batch's. */
  factors: z.array(entity({ size: z.int().positive(), factor: z.number().positive() })).optional(),
  firing: z.array(z.array(firingTestSchema).min(1)).optional(),
});
export type StepBatch = z.infer<typeof stepBatch>;
export interface StepBatchSchema extends z.ZodType<StepBatch> {}
export const stepBatchSchema: StepBatchSchema = stepBatch;

/** The step or sub-process is done once per instance, all at once or one after the other. */
export const multiInstanceSchema = entity({ mode: z.enum(['parallel', 'sequence']), count: distributionSchema });

const step = entity({
  kind: z.literal('step'),
  ...common,
  requirements: z.array(requirementSchema).optional(),
  serviceTime: distributionSchema.optional(),
  batching: stepBatchSchema.optional(),
  /** Time until the source answers a query for information this step needs. */
  queryTime: distributionSchema.optional(),
  owner: z.string().optional(),
  owners: z.array(z.string()).optional(),
  systems: z.array(idSchema).optional(),
  reads: z.array(idSchema).optional(),
  writes: z.array(idSchema).optional(),
  /** Probability that the step repeats itself. */
  rework: shareSchema.optional(),
  valueAdding: z.boolean().optional(),
  automation: z.enum(['manual', 'assisted', 'automatic']).optional(),
  outcome: idSchema.optional(),
  approval: approvalSchema.optional(),
  multiInstance: multiInstanceSchema.optional(),
  /** Attributes set on the item when the step completes. */
  sets: z.array(attributeSchema).optional(),
});
export type Step = z.infer<typeof step>;
export interface StepSchema extends z.ZodObject<(typeof step)['shape']> {}
export const stepSchema: StepSchema = step;

export const startSchema = entity({ kind: z.literal('start'), ...common });
export const gatewaySchema = entity({ kind: z.literal('gateway'), ...common, decides: z.enum(['oneOf', 'someOf', 'firstEvent']) });
/** Starts every outgoing branch. */
export const forkSchema = entity({ kind: z.literal('fork'), ...common });
/** Waits until no live token of its scope can still reach it; then starts every outgoing branch. Serves "all of" and "some of". */
export const joinSchema = entity({ kind: z.literal('join'), ...common });

/** A wait: for a time, for the next tick of a cadence, or for a message. Attached to a step it races with it. */
const event = entity({
  kind: z.literal('event'),
  ...common,
  trigger: z.enum(['timer', 'message']),
  wait: distributionSchema.optional(),
  counts: z.enum(['elapsed', 'working']).optional(),
  cadence: cadenceSchema.optional(),
  attachedTo: idSchema.optional(),
  interrupting: z.boolean().optional(),
  sets: z.array(attributeSchema).optional(),
});
export type EventNode = z.infer<typeof event>;
export interface EventSchema extends z.ZodObject<(typeof event)['shape']> {}
export const eventSchema: EventSchema = event;

export const subprocessSchema = entity({
  kind: z.literal('subprocess'),
  ...common,
  multiInstance: multiInstanceSchema.optional(),
  /** Whether its content is drawn in place. */
  expanded: z.boolean().optional(),
  owner: z.string().optional(),
});

export const endSchema = entity({ kind: z.literal('end'), ...common, terminate: z.boolean().optional() });
export const noteSchema = entity({ kind: z.literal('note'), ...common, text: z.string(), about: idSchema.optional() });
export const groupSchema = entity({ kind: z.literal('group'), ...common });

const node = z.discriminatedUnion('kind', [
  startSchema, stepSchema, gatewaySchema, forkSchema, joinSchema, eventSchema, subprocessSchema, endSchema, noteSchema, groupSchema,
]);
export type Node = z.infer<typeof node>;
export interface NodeSchema extends z.ZodType<Node> {}
export const nodeSchema: NodeSchema = node;
/** The schema of each kind of node. */
export const nodeSchemas = node.options;
export type NodeKind = Node['kind'];
export type Gateway = z.infer<typeof gatewaySchema>;
export type Subprocess = z.infer<typeof subprocessSchema>;

