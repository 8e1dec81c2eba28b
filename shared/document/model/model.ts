import { z } from '../../language/zod.ts';
import { calendarSchema } from './calendar.ts';
import { demandClassSchema } from './demand.ts';
import { entity, idSchema } from './fields.ts';
import { flowSchema } from './flow.ts';
import { nodeSchema } from './node.ts';
import { dataObjectSchema, outcomeSchema, partySchema, personSchema, systemSchema, teamSchema } from './organisation.ts';

/**
 * A lane of a page: which party, and how thick it is across its direction, in pixels. Nesting follows the parties'
 * parents. With `ownWork` a lane that holds lanes keeps a strip of its `size` before them for work of its own.
 */
export const laneSchema = entity({ party: idSchema, size: z.number().positive(), collapsed: z.boolean().optional(), ownWork: z.boolean().optional() });
export type Lane = z.infer<typeof laneSchema>;

/** A page with its own lanes, top to bottom (or left to right where vertical). Parents stand before their children. */
const process = entity({
  id: idSchema,
  name: z.string(),
  /** What flows through, in the singular: "request". */
  itemNoun: z.string().optional(),
  itemNounPlural: z.string().optional(),
  outcome: idSchema.optional(),
  owner: z.string().optional(),
  orientation: z.enum(['horizontal', 'vertical']).optional(),
  lanes: z.array(laneSchema),
  /** Length of the lanes along their direction, in pixels; grows with the content where absent. */
  length: z.number().positive().optional(),
  documentation: z.string().optional(),
});
export type Process = z.infer<typeof process>;
export interface ProcessSchema extends z.ZodObject<(typeof process)['shape']> {}
export const processSchema: ProcessSchema = process;

const table = <S extends z.ZodType>(schema: S): z.ZodRecord<z.ZodString, S> => z.record(z.string(), schema);

/** Everything that operations change and the simulation reads. Each table is keyed by its elements' ids. */
export const modelShape = {
  processes: table(processSchema),
  parties: table(partySchema),
  teams: table(teamSchema),
  people: table(personSchema),
  calendars: table(calendarSchema),
  systems: table(systemSchema),
  dataObjects: table(dataObjectSchema),
  outcomes: table(outcomeSchema),
  demandClasses: table(demandClassSchema),
  nodes: table(nodeSchema),
  flows: table(flowSchema),
};
const model = entity(modelShape);
export interface Model extends z.infer<typeof model> {}
export interface ModelSchema extends z.ZodType<Model> {}
export const modelSchema: ModelSchema = model;

export const modelTables = Object.keys(modelShape) as readonly (keyof Model)[];

export const emptyModel = (): Model => ({
  processes: {}, parties: {}, teams: {}, people: {}, calendars: {}, systems: {}, dataObjects: {}, outcomes: {}, demandClasses: {}, nodes: {}, flows: {},
});
