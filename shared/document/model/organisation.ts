import { z } from '../../language/zod.ts';
import { cadenceSchema } from './calendar.ts';
import { distributionSchema } from './distribution.ts';
import { amountSchema, durationSchema, entity, idSchema, positiveFigureSchema, shareSchema } from './fields.ts';

/** What a vendor's contract promises. `penalty` is currency per breach. */
const contractTerm = entity({
  name: z.string().optional(),
  responseTime: durationSchema.optional(),
  supportCalendar: idSchema.optional(),
  penalty: amountSchema.optional(),
});
export type ContractTerm = z.infer<typeof contractTerm>;
export interface ContractTermSchema extends z.ZodType<ContractTerm> {}
export const contractTermSchema: ContractTermSchema = contractTerm;

export const partyKinds = ['department', 'vendor', 'platform'] as const;

/** Colours of lanes that people with any colour vision tell apart (Okabe and Ito, 2008); a document may hold others, which are kept and not drawn. */
export const partyColours = ['blue', 'sky', 'green', 'yellow', 'orange', 'vermilion', 'purple'] as const;
export type PartyColour = (typeof partyColours)[number];

/** A department, vendor or platform. On a page it is a lane. */
const party = entity({
  id: idSchema,
  name: z.string(),
  kind: z.enum(partyKinds),
  parent: idSchema.optional(),
  owner: z.string().optional(),
  calendar: idSchema.optional(),
  contract: contractTermSchema.optional(),
  colour: z.string().optional(),
});
export type Party = z.infer<typeof party>;
export interface PartySchema extends z.ZodObject<(typeof party)['shape']> {}
export const partySchema: PartySchema = party;
export type PartyKind = Party['kind'];

export const personSchema = entity({
  id: idSchema,
  name: z.string(),
  calendar: idSchema.optional(),
  skills: z.array(z.string()).optional(),
  costPerHour: amountSchema.optional(),
});
export type Person = z.infer<typeof personSchema>;

/**
 * Work that arrives from outside the document and takes a unit.
 * `clock`: `independent` runs always, `afterEnd` from the end of the last one, `whileBusy` only while the unit works.
 * `every` is per unit where `perUnit`, else for the team; it runs in the team's working time unless `counts` says elapsed.
 */
const interrupt = entity({
  id: idSchema,
  name: z.string(),
  clock: z.enum(['independent', 'afterEnd', 'whileBusy']).optional(),
  acts: z.enum(['preempt', 'queueFirst', 'queue']).optional(),
  every: distributionSchema,
  counts: z.enum(['elapsed', 'working']).optional(),
  length: distributionSchema,
  perUnit: z.boolean().optional(),
});
export type Interrupt = z.infer<typeof interrupt>;
export interface InterruptSchema extends z.ZodType<Interrupt> {}
export const interruptSchema: InterruptSchema = interrupt;

export const disciplines = ['fifo', 'priority', 'dueDate', 'slack', 'shortest'] as const;

/** A resource pool of a party. Either `capacity` units alike, or named `people`, or `unlimited` (a vendor seen only through its response time). */
const team = entity({
  id: idSchema,
  name: z.string(),
  party: idSchema,
  capacity: positiveFigureSchema.optional(),
  people: z.array(idSchema).optional(),
  unlimited: z.boolean().optional(),
  calendar: idSchema.optional(),
  costPerHour: amountSchema.optional(),
  interrupts: z.array(interruptSchema).optional(),
  protectedShare: shareSchema.optional(),
  /** Share of time for work outside this document, in pieces of about `pieceLength` working time. */
  otherWork: entity({ share: shareSchema, pieceLength: distributionSchema.optional() }).optional(),
  discipline: z.enum(disciplines).optional(),
  /** Waiting this long raises an item by one priority level. */
  ageing: durationSchema.optional(),
  preemption: z.enum(['none', 'resume', 'restart', 'resample']).optional(),
  resumePenalty: distributionSchema.optional(),
  atShiftEnd: z.enum(['finish', 'suspend', 'restart', 'resample']).optional(),
  /** One unit works on up to `limit` items at once, each at 1/m of its speed, less `switchCost` (share lost per further item). */
  multitasking: entity({ limit: z.int().positive(), switchCost: shareSchema.optional() }).optional(),
  wipLimit: entity({ limit: z.int().positive(), whenFull: z.enum(['hold', 'park', 'refuse']).optional() }).optional(),
  /** Set-up paid by a unit that was idle, or that changes to another kind of step or class. */
  setup: entity({ afterIdle: distributionSchema.optional(), onChange: distributionSchema.optional(), changeBy: z.enum(['step', 'class']).optional() }).optional(),
  /** A unit begins only when this many items wait. */
  startAt: z.int().positive().optional(),
  /** Another unit may go on with started work. */
  handover: z.boolean().optional(),
});
export type Team = z.infer<typeof team>;
export interface TeamSchema extends z.ZodObject<(typeof team)['shape']> {}
export const teamSchema: TeamSchema = team;
export type Discipline = NonNullable<Team['discipline']>;

/** An application or tool. */
export const systemSchema = entity({ id: idSchema, name: z.string(), owner: z.string().optional(), party: idSchema.optional() });
export type System = z.infer<typeof systemSchema>;

export const dataObjectSchema = entity({
  id: idSchema,
  name: z.string(),
  systemOfRecord: idSchema.optional(),
  copies: z.array(idSchema).optional(),
});
export type DataObject = z.infer<typeof dataObjectSchema>;

/** The business effect that a process serves. `costOfDelayPerDay` is currency per item and 24-hour day. */
export const outcomeSchema = entity({
  id: idSchema,
  name: z.string(),
  unit: z.string().optional(),
  value: amountSchema.optional(),
  costOfDelayPerDay: amountSchema.optional(),
  targetLeadTime: durationSchema.optional(),
});
export type BusinessOutcome = z.infer<typeof outcomeSchema>;

/** Who decides and when: any time after a latency, or in a meeting that takes at most so many cases. */
const approval = entity({
  /** A team or a person; absent while nobody was named. */
  decider: idSchema.optional(),
  when: z.discriminatedUnion('type', [
    entity({ type: z.literal('anyTime'), after: distributionSchema.optional(), counts: z.enum(['elapsed', 'working']).optional() }),
    entity({ type: z.literal('meeting'), cadence: cadenceSchema, atMost: z.int().positive().optional() }),
  ]),
});
export type Approval = z.infer<typeof approval>;
export interface ApprovalSchema extends z.ZodObject<(typeof approval)['shape']> {}
export const approvalSchema: ApprovalSchema = approval;
