import { message, type Message } from '../../language/message.ts';
import { type Failure, fail, type Outcome, succeed } from '../../language/outcome.ts';
import type { ElementId } from '../model/fields.ts';
import { type Model, modelTables } from '../model/model.ts';
import { applyOperation, type Operation, sentenceOf } from '../operations/all.ts';
import { type Change, type Document, type Expectation, naturalOrder, type Scenario, todayId } from './document.ts';

/** A scenario's ancestors from the base down to itself. Ends at a circle or a missing parent. */
export function scenarioChain(document: Document, id: ElementId): readonly Scenario[] {
  const chain: Scenario[] = [];
  for (let next: string | undefined = id; next !== undefined; ) {
    const scenario: Scenario | undefined = Object.hasOwn(document.scenarios, next) ? document.scenarios[next] : undefined;
    if (scenario === undefined || chain.includes(scenario)) break;
    chain.unshift(scenario);
    next = scenario.parent;
  }
  return chain;
}

/** The model of a scenario: the document's model with the changes of its whole chain. Fails where a change no longer fits. */
export function resolveScenario(document: Document, id: ElementId): Outcome<Model> {
  if (!Object.hasOwn(document.scenarios, id)) return fail('scenario-missing', message('document.refused.noScenario', { scenario: id }));
  const walked = walk(document, scenarioChain(document, id), () => undefined);
  return walked;
}

/** A change of a scenario that finds another model than it was made for. */
export interface Conflict {
  readonly scenario: ElementId;
  readonly change: ElementId;
  /** `changed`: what it sets was changed meanwhile; `impossible`: it can no longer be made. */
  readonly kind: 'changed' | 'impossible';
  readonly element: ElementId | undefined;
  readonly field: string | undefined;
  readonly message: Message;
}

/** All conflicts of a scenario's chain, on its own parent or on another one. Changes that are off have none. */
export function conflictsOf(document: Document, id: ElementId, parent?: ElementId): readonly Conflict[] {
  const scenario = document.scenarios[id];
  if (scenario === undefined) return [];
  const chain = parent === undefined ? scenarioChain(document, id) : [...scenarioChain(document, parent), scenario];
  const conflicts: Conflict[] = [];
  walk(document, chain, (model, change, owner, failure) => {
    const about = { scenario: owner.id, change: change.id };
    if (failure !== undefined) {
      conflicts.push({ ...about, kind: 'impossible', element: failure.element, field: undefined, message: failure.message });
      return;
    }
    for (const expectation of change.expected ?? []) {
      if (meets(model, expectation)) continue;
      const { element, field } = expectation;
      conflicts.push({
        ...about, kind: 'changed', element, field,
        message: message('document.conflict.changed', { change: sentenceOf(change.operation, model), field: field ?? element, scenario: owner.name }),
      });
    }
  });
  return conflicts;
}

type Watch = (model: Model, change: Change, owner: Scenario, failure: Failure | undefined) => void;

function walk(document: Document, chain: readonly Scenario[], watch: Watch): Outcome<Model> {
  let model: Model = document.model;
  let first: Failure | undefined;
  for (const scenario of chain) {
    for (const change of scenario.changes) {
      if (!change.on) continue;
      const applied = applyOperation(model, change.operation);
      watch(model, change, scenario, applied.ok ? undefined : applied.failure);
      if (applied.ok) model = applied.value.model;
      else first ??= blocked(applied.failure, scenario);
    }
  }
  return first === undefined ? succeed(model) : { ok: false, failure: first };
}

const blocked = (failure: Failure, scenario: Scenario): Failure => ({
  ...failure,
  code: 'change-impossible',
  message: message('document.conflict.impossible', { scenario: scenario.name, reason: failure.message }),
});

/** The old values of what an operation changes in a model: each field of each element, or that an element is there. */
export function expectationsOf(before: Model, operation: Operation): readonly Expectation[] {
  const applied = applyOperation(before, operation);
  if (!applied.ok) return [];
  const found = new Map<string, Expectation>();
  for (const { path } of applied.value.patches) {
    const [table, element, field] = path.map(String);
    if (table === undefined || element === undefined) continue;
    const old = rowOf(before, table, element);
    if (old === undefined) continue;
    if (field === undefined) {
      found.set(element, { element });
      continue;
    }
    const value = Reflect.get(old, field) as Expectation['value'];
    found.set(`${element} ${field}`, { element, field, ...(value !== undefined && { value }) });
  }
  return [...found.entries()]
    .toSorted(([a], [b]) => naturalOrder(a, b))
    .map(([, expectation]) => expectation)
    .filter(({ field }) => field === undefined || !pictureFields.has(field));
}

/** Where something is drawn is nobody's disagreement. */
const pictureFields = new Set(['position', 'size', 'waypoints', 'length']);

const rowOf = (model: Model, table: string, element: ElementId): object | undefined => {
  const name = modelTables.find((other) => other === table);
  return name !== undefined && Object.hasOwn(model[name], element) ? model[name][element] : undefined;
};

function meets(model: Model, { element, field, value }: Expectation): boolean {
  const row = modelTables.map((table) => rowOf(model, table, element)).find((found) => found !== undefined);
  if (row === undefined) return false;
  return field === undefined || sameData(Reflect.get(row, field), value);
}

/** Whether two plain values are the same, whatever the order of their keys; an absent field equals an undefined one. */
export function sameData(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((item, i) => sameData(item, b[i]));
  }
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].every((key) => sameData(Reflect.get(a, key), Reflect.get(b, key)));
}

export const isBase = (scenario: ElementId | undefined): boolean => scenario === undefined || scenario === todayId;
