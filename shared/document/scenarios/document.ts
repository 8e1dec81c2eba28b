import { z } from '../../language/zod.ts';
import { amountSchema, dateSchema, durationSchema, type ElementId, entity, idSchema } from '../model/fields.ts';
import { emptyModel, modelSchema } from '../model/model.ts';
import { documentSettingsSchema, runSettingsSchema } from '../model/settings.ts';
import { operationSchema } from '../operations/all.ts';

/** The number of the file format that this version writes; older ones are migrated, newer ones refused. */
export const documentVersion = 2;

/** The base scenario: the model as it is. */
export const todayId = 'today';

/** What a change found when it was made: to say later that somebody else changed the same thing. */
export const expectationSchema = entity({
  element: idSchema,
  /** Absent: only that the element is there. */
  field: z.string().optional(),
  /** Absent: the field had no value. */
  value: z.json().optional(),
});
export type Expectation = z.infer<typeof expectationSchema>;

/** One operation inside a scenario. `on` false keeps it in the list without effect. */
export const changeSchema = entity({
  id: idSchema,
  operation: operationSchema,
  on: z.boolean(),
  cost: amountSchema.optional(),
  expected: z.array(expectationSchema).optional(),
});
export type Change = z.infer<typeof changeSchema>;

export const scenarioStatuses = ['draft', 'proposed', 'agreed', 'rejected', 'inPlace'] as const;
export const scenarioTimes = ['now', 'next', 'later'] as const;

export const scenarioSchema = entity({
  id: idSchema,
  name: z.string(),
  description: z.string().optional(),
  /** What it builds on; only the base has none. */
  parent: idSchema.optional(),
  changes: z.array(changeSchema),
  /** In the document's currency. */
  oneOffCost: amountSchema.optional(),
  /** In the document's currency, per year. */
  runningCost: amountSchema.optional(),
  /** Working time that teams spend to bring it about, by team. */
  effort: z.record(z.string(), durationSchema).optional(),
  status: z.enum(scenarioStatuses),
  decidedBy: z.string().optional(),
  date: dateSchema.optional(),
  reason: z.string().optional(),
  when: z.enum(scenarioTimes).optional(),
});
export type Scenario = z.infer<typeof scenarioSchema>;
export type ScenarioStatus = Scenario['status'];

export const commentSchema = entity({
  id: idSchema,
  /** What it is about; the document where absent. */
  element: z.string().optional(),
  author: z.string().optional(),
  date: z.string().optional(),
  text: z.string(),
  done: z.boolean().optional(),
});
export type Comment = z.infer<typeof commentSchema>;

/** The model as it was when somebody gave it a name. */
export const namedVersionSchema = entity({
  id: idSchema,
  name: z.string(),
  date: z.string().optional(),
  author: z.string().optional(),
  note: z.string().optional(),
  model: modelSchema,
});
export type NamedVersion = z.infer<typeof namedVersionSchema>;

const table = <S extends z.ZodType>(schema: S): z.ZodRecord<z.ZodString, S> => z.record(z.string(), schema);

/** Everything that one file holds. Scenarios, comments and versions are keyed by id, and listed in the natural order of their ids. */
export const documentSchema = entity({
  format: z.literal('crossflow'),
  version: z.literal(documentVersion),
  settings: documentSettingsSchema,
  model: modelSchema,
  runSettings: runSettingsSchema,
  scenarios: table(scenarioSchema),
  comments: table(commentSchema),
  versions: table(namedVersionSchema),
});
export interface Document extends z.infer<typeof documentSchema> {}

/** A document with nothing in it but its base scenario. */
export const emptyDocument = (title: string): Document => ({
  format: 'crossflow',
  version: documentVersion,
  settings: { title },
  model: emptyModel(),
  runSettings: {},
  scenarios: { [todayId]: { id: todayId, name: 'Today', changes: [], status: 'inPlace' } },
  comments: {},
  versions: {},
});

/** Ids in the order in which people see them: base first, then by their numbers and letters. */
export const scenariosInOrder = (document: Document): readonly Scenario[] =>
  Object.values(document.scenarios).toSorted((a, b) => Number(b.id === todayId) - Number(a.id === todayId) || naturalOrder(a.id, b.id));

/** A scenario by id, else by name. */
export const findScenario = (document: Document, idOrName: string): Scenario | undefined =>
  (Object.hasOwn(document.scenarios, idOrName) ? document.scenarios[idOrName] : undefined) ??
  Object.values(document.scenarios).find((scenario) => scenario.name === idOrName);

/** An id `prefix-n` that no row of a table of the document has. */
export function freshRowId(rows: Readonly<Record<string, unknown>>, prefix: string): ElementId {
  let n = 1;
  while (Object.hasOwn(rows, `${prefix}-${n}`)) n += 1;
  return `${prefix}-${n}`;
}

/** Compares ids so that numbers inside them count as numbers: "step-2" before "step-10". The same on every platform. */
export function naturalOrder(a: string, b: string): number {
  const left = a.match(parts) ?? [];
  const right = b.match(parts) ?? [];
  for (let i = 0; i < Math.min(left.length, right.length); i += 1) {
    const one = left[i] ?? '';
    const other = right[i] ?? '';
    if (one === other) continue;
    const difference = Number(one) - Number(other);
    if (!Number.isNaN(difference) && difference !== 0) return difference;
    return one < other ? -1 : 1;
  }
  return left.length - right.length || (a < b ? -1 : a > b ? 1 : 0);
}

const parts = /\d+|\D+/g;
