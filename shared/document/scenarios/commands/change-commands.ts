import { message } from '../../../language/message.ts';
import { z } from '../../../language/zod.ts';
import { amountSchema, entity, idSchema } from '../../model/fields.ts';
import { applyOperation, mergeKeyOf, sentenceOf } from '../../operations/all.ts';
import { type Change, changeSchema, type Document, type Scenario } from '../document.ts';
import { expectationsOf, resolveScenario, scenarioChain } from '../resolve.ts';
import { defineCommand, scenarioName } from './command-kind.ts';
import { mustHaveChange, mustHaveScenario, mustNotBeBase } from './refusals.ts';

const pair = { scenario: idSchema, change: idSchema };

/** Appends an operation to a proposal. One that supersedes the last change takes its place, and keeps its id, cost and old values. */
export const changeAdd = defineCommand({
  schema: entity({ type: z.literal('change.add'), scenario: idSchema, change: changeSchema }),
  apply: (draft, { scenario: id, change }, before) => {
    const scenario = draft.scenarios[id];
    const model = resolveScenario(before, id);
    if (scenario === undefined || !model.ok) return;
    const last = scenario.changes.at(-1);
    const key = mergeKeyOf(change.operation);
    if (last?.on === true && key !== undefined && mergeKeyOf(last.operation) === key) {
      last.operation = change.operation;
      return;
    }
    const expected = [...expectationsOf(model.value, change.operation)];
    scenario.changes.push(expected.length === 0 ? change : { ...change, expected });
  },
  sentence: ({ scenario, change }, before) => {
    const model = resolveScenario(before, scenario);
    return sentenceOf(change.operation, model.ok ? model.value : before.model);
  },
  refuses: ({ scenario, change }, before) => {
    const wrong = mustHaveScenario(before, scenario) ?? mustNotBeBase(scenario);
    if (wrong !== undefined) return wrong;
    if (before.scenarios[scenario]?.changes.some((other) => other.id === change.id) === true) return message('document.refused.taken', { id: change.id });
    const model = resolveScenario(before, scenario);
    if (!model.ok) return model.failure.message;
    const applied = applyOperation(model.value, change.operation);
    return applied.ok ? undefined : applied.failure.message;
  },
  mergeKey: ({ scenario, change }) => {
    const key = mergeKeyOf(change.operation);
    return key === undefined ? `change.add ${scenario} ${change.id}` : `change.add ${scenario} ${key}`;
  },
});

export const changeRemove = defineCommand({
  schema: entity({ type: z.literal('change.remove'), ...pair }),
  apply: (draft, payload) => {
    const scenario = draft.scenarios[payload.scenario];
    if (scenario !== undefined) scenario.changes = scenario.changes.filter((change) => change.id !== payload.change);
  },
  sentence: (payload, before) => message('document.did.changeRemove', { scenario: scenarioName(before, payload.scenario) }),
  refuses: (payload, before) => mustHaveChange(before, payload.scenario, payload.change),
});

/** Switches a change on or off, or says what it costs. */
export const changeEdit = defineCommand({
  schema: entity({ type: z.literal('change.edit'), ...pair, on: z.boolean().optional(), cost: amountSchema.nullable().optional() }),
  apply: (draft, payload) => {
    const change = changeIn(draft.scenarios[payload.scenario], payload.change);
    if (change === undefined) return;
    if (payload.on !== undefined) change.on = payload.on;
    if (payload.cost === null) delete change.cost;
    else if (payload.cost !== undefined) change.cost = payload.cost;
  },
  sentence: (payload, before) =>
    message(payload.on === undefined ? 'document.did.changeCost' : payload.on ? 'document.did.changeOn' : 'document.did.changeOff', {
      scenario: scenarioName(before, payload.scenario),
    }),
  refuses: (payload, before) => mustHaveChange(before, payload.scenario, payload.change),
});

/** Puts a change in front of another one, or at the end. */
export const changeReorder = defineCommand({
  schema: entity({ type: z.literal('change.reorder'), ...pair, before: idSchema.optional() }),
  apply: (draft, payload) => {
    const scenario = draft.scenarios[payload.scenario];
    const moved = changeIn(scenario, payload.change);
    if (scenario === undefined || moved === undefined) return;
    const rest = scenario.changes.filter((change) => change.id !== payload.change);
    const at = rest.findIndex((change) => change.id === payload.before);
    rest.splice(at < 0 ? rest.length : at, 0, moved);
    scenario.changes = rest;
  },
  sentence: (payload, before) => message('document.did.changeReorder', { scenario: scenarioName(before, payload.scenario) }),
  refuses: (payload, before) => mustHaveChange(before, payload.scenario, payload.change),
});

/** Puts a proposal on another parent, or on what its parent is now: drops the given changes and takes the values found as expected. */
export const scenarioRebase = defineCommand({
  schema: entity({ type: z.literal('scenario.rebase'), scenario: idSchema, parent: idSchema.optional(), drop: z.array(idSchema).optional() }),
  apply: (draft, payload, before) => {
    const scenario = before.scenarios[payload.scenario];
    const target = draft.scenarios[payload.scenario];
    if (scenario === undefined || target === undefined) return;
    const rebased = rebasedChanges(before, scenario, payload);
    if (payload.parent !== undefined) target.parent = payload.parent;
    if (rebased !== undefined) target.changes = rebased;
  },
  sentence: (payload, before) => message('document.did.rebase', { scenario: scenarioName(before, payload.scenario) }),
  refuses: (payload, before) => {
    const wrong = mustHaveScenario(before, payload.scenario) ?? mustNotBeBase(payload.scenario) ?? mustHaveScenario(before, payload.parent ?? payload.scenario);
    const scenario = before.scenarios[payload.scenario];
    if (wrong !== undefined || scenario === undefined) return wrong;
    if (payload.parent !== undefined && scenarioChain(before, payload.parent).some((other) => other.id === payload.scenario)) {
      return message('document.refused.circle', { element: scenario.name, parent: scenarioName(before, payload.parent) });
    }
    return rebasedChanges(before, scenario, payload) === undefined ? message('document.refused.rebase', { scenario: scenario.name }) : undefined;
  },
});

/** Undefined where a change that was not dropped cannot be made. */
function rebasedChanges(document: Document, scenario: Scenario, payload: { parent?: string | undefined; drop?: string[] | undefined }): Change[] | undefined {
  const start = resolveScenario(document, payload.parent ?? scenario.parent ?? scenario.id);
  if (!start.ok) return undefined;
  let model = start.value;
  const changes: Change[] = [];
  for (const change of scenario.changes) {
    if (payload.drop?.includes(change.id) === true) continue;
    if (!change.on) {
      changes.push(change);
      continue;
    }
    const applied = applyOperation(model, change.operation);
    if (!applied.ok) return undefined;
    const { expected: _old, ...rest } = change;
    const expected = [...expectationsOf(model, change.operation)];
    changes.push(expected.length === 0 ? rest : { ...rest, expected });
    model = applied.value.model;
  }
  return changes;
}

const changeIn = (scenario: Scenario | undefined, id: string): Change | undefined => scenario?.changes.find((change) => change.id === id);
