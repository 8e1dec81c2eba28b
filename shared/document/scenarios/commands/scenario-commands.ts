import { message } from '../../../language/message.ts';
import { z } from '../../../language/zod.ts';
import { dateSchema, entity, idSchema } from '../../model/fields.ts';
import { changeFields, fieldsOfChange, refusesChange } from '../../operations/edit-fields.ts';
import { fieldWords } from '../../operations/field-words.ts';
import { scenarioSchema, scenarioStatuses, todayId } from '../document.ts';
import { resolveScenario, scenarioChain } from '../resolve.ts';
import { defineCommand, scenarioName } from './command-kind.ts';
import { mustBeFreeIn, mustHaveScenario, mustNotBeBase } from './refusals.ts';

/** A new proposal, usually without changes yet. */
export const scenarioAdd = defineCommand({
  schema: entity({ type: z.literal('scenario.add'), scenario: scenarioSchema }),
  apply: (draft, { scenario }) => {
    draft.scenarios[scenario.id] = scenario;
  },
  sentence: ({ scenario }) => message('document.did.add', { element: scenario.name }),
  refuses: ({ scenario }, before) => mustBeFreeIn(before.scenarios, scenario.id) ?? mustHaveScenario(before, scenario.parent ?? todayId),
});

/** Name, costs, effort, reason and the like. Status and parent have commands of their own. */
export const scenarioEdit = defineCommand({
  schema: entity({
    type: z.literal('scenario.edit'),
    scenario: idSchema,
    set: scenarioSchema.omit({ id: true, changes: true, parent: true, status: true }).partial().optional(),
    clear: z.array(z.string()).optional(),
  }),
  apply: (draft, payload) => {
    const scenario = draft.scenarios[payload.scenario];
    if (scenario !== undefined) changeFields(scenario, payload);
  },
  sentence: (payload, before) =>
    message('document.did.edit', { element: scenarioName(before, payload.scenario), fields: fieldWords(payload) }),
  refuses: (payload, before) =>
    mustHaveScenario(before, payload.scenario) ?? refusesChange(scenarioSchema, before.model, payload.scenario, before.scenarios[payload.scenario], payload),
  mergeKey: (payload) => `scenario.edit ${payload.scenario} ${fieldsOfChange(payload).join()}`,
});

/** Removes a proposal; those that built on it build on what it built on, and keep what it changed as their own changes. */
export const scenarioRemove = defineCommand({
  schema: entity({ type: z.literal('scenario.remove'), scenario: idSchema }),
  apply: (draft, payload, before) => {
    const gone = before.scenarios[payload.scenario];
    if (gone === undefined) return;
    delete draft.scenarios[payload.scenario];
    for (const child of Object.values(draft.scenarios)) {
      if (child.parent !== payload.scenario) continue;
      child.parent = gone.parent ?? todayId;
      const taken = new Set(child.changes.map((change) => change.id));
      const kept = gone.changes.map((change) => ({ ...change, id: taken.has(change.id) ? `${gone.id}-${change.id}` : change.id }));
      child.changes = [...kept, ...child.changes];
    }
  },
  sentence: ({ scenario }, before) => message('document.did.remove', { element: scenarioName(before, scenario) }),
  refuses: ({ scenario }, before) => mustHaveScenario(before, scenario) ?? mustNotBeBase(scenario),
});

/** A copy of a proposal under a new id and name, as a draft. */
export const scenarioDuplicate = defineCommand({
  schema: entity({ type: z.literal('scenario.duplicate'), scenario: idSchema, id: idSchema, name: z.string() }),
  apply: (draft, { scenario, id, name }, before) => {
    const source = before.scenarios[scenario];
    if (source === undefined) return;
    const { decidedBy: _decidedBy, date: _date, reason: _reason, ...rest } = source;
    draft.scenarios[id] = { ...rest, id, name, status: 'draft', parent: source.parent ?? todayId, changes: source.id === todayId ? [] : [...source.changes] };
  },
  sentence: ({ scenario }, before) => message('document.did.duplicate', { element: scenarioName(before, scenario) }),
  refuses: ({ scenario, id }, before) => mustHaveScenario(before, scenario) ?? mustBeFreeIn(before.scenarios, id),
});

/** The decision on a proposal, with who made it, when and why. */
export const scenarioStatus = defineCommand({
  schema: entity({
    type: z.literal('scenario.status'),
    scenario: idSchema,
    status: z.enum(scenarioStatuses),
    decidedBy: z.string().optional(),
    date: dateSchema.optional(),
    reason: z.string().optional(),
  }),
  apply: (draft, payload) => {
    const scenario = draft.scenarios[payload.scenario];
    if (scenario === undefined) return;
    scenario.status = payload.status;
    for (const field of ['decidedBy', 'date', 'reason'] as const) {
      const value = payload[field];
      if (value === undefined) delete scenario[field];
      else scenario[field] = value;
    }
  },
  sentence: ({ scenario, status }, before) =>
    message('document.did.status', { element: scenarioName(before, scenario), status: message(`document.status.${status}`) }),
  refuses: ({ scenario }, before) => mustHaveScenario(before, scenario) ?? mustNotBeBase(scenario),
});

/** Makes a proposal today's model. The changes of its chain stay on record, switched off, since the base holds them now. */
export const scenarioPromote = defineCommand({
  schema: entity({ type: z.literal('scenario.promote'), scenario: idSchema, date: dateSchema.optional() }),
  apply: (draft, payload, before) => {
    const model = resolveScenario(before, payload.scenario);
    if (!model.ok) return;
    draft.model = model.value;
    for (const { id } of scenarioChain(before, payload.scenario)) {
      const scenario = draft.scenarios[id];
      if (scenario === undefined) continue;
      for (const change of scenario.changes) change.on = false;
      scenario.status = 'inPlace';
      if (payload.date !== undefined && id !== todayId) scenario.date = payload.date;
    }
  },
  sentence: ({ scenario }, before) => message('document.did.promote', { element: scenarioName(before, scenario) }),
  refuses: ({ scenario }, before) => {
    const wrong = mustHaveScenario(before, scenario) ?? mustNotBeBase(scenario);
    if (wrong !== undefined) return wrong;
    const model = resolveScenario(before, scenario);
    return model.ok ? undefined : model.failure.message;
  },
});
