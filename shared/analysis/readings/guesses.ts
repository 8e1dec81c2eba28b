import type { ElementId, Provenance } from '../../document/model/fields.ts';
import type { Model } from '../../document/model/model.ts';
import { modelTables } from '../../document/model/model.ts';
import { nameOf } from '../../document/model/queries.ts';
import { type Message, type MessageId, message } from '../../language/message.ts';
import { listText, verbatim } from './phrases.ts';

/** An input number that was not measured. */
export interface Guess {
  readonly element: ElementId;
  /** Where it stands: the table, the element's id, then the fields down to the number. */
  readonly path: readonly (string | number)[];
  readonly provenance: Exclude<Provenance, 'measured'>;
  /** As a share: 0.25 is ±25 %; undefined where the provenance's own holds. */
  readonly spread?: number;
}

/** By the field, or by the field above and the field where that says what the number is. */
const fieldNames: Readonly<Record<string, MessageId>> = {
  arrivals: 'analysis.input.arrivals',
  capacity: 'analysis.input.capacity',
  otherWork: 'analysis.input.otherWork',
  'otherWork.pieceLength': 'analysis.input.otherWorkLength',
  protectedShare: 'analysis.input.protectedShare',
  interrupts: 'analysis.input.interrupts',
  'interrupts.every': 'analysis.input.interruptsEvery',
  'interrupts.length': 'analysis.input.interruptsLength',
  serviceTime: 'analysis.input.serviceTime',
  requirements: 'analysis.input.serviceTime',
  rework: 'analysis.input.rework',
  approval: 'analysis.input.approval',
  probability: 'analysis.input.probability',
  transfer: 'analysis.input.transfer',
  setup: 'analysis.input.setup',
  clarification: 'analysis.input.clarification',
  'clarification.probability': 'analysis.input.clarificationShare',
  'clarification.answer': 'analysis.input.clarificationAnswer',
  rejection: 'analysis.input.rejection',
  batch: 'analysis.input.batch',
  wait: 'analysis.input.wait',
  costPerHour: 'analysis.input.cost',
  costOfDelayPerDay: 'analysis.input.cost',
  queryTime: 'analysis.input.queryTime',
};

/** Inputs that a time does not depend on. */
const moneyFields = new Set(['costPerHour', 'costOfDelayPerDay', 'value', 'penalty']);

/** Every number of the model that is estimated or assumed and that a run reads, in the order of the file. */
export function guessesOf(model: Model): readonly Guess[] {
  const found: Guess[] = [];
  for (const table of modelTables) {
    for (const [id, element] of Object.entries(model[table])) walk(element, id, [table, id]);
  }
  return found;

  function walk(value: unknown, element: ElementId, path: readonly (string | number)[]): void {
    if (Array.isArray(value)) {
      value.forEach((part, at) => walk(part, element, [...path, at]));
      return;
    }
    if (typeof value !== 'object' || value === null) return;
    const record = value as Readonly<Record<string, unknown>>;
    const provenance = record['provenance'];
    if ((provenance === 'estimated' || provenance === 'default') && !isMoney(path)) {
      const spread = record['spread'];
      found.push({ element, path, provenance, ...(typeof spread === 'number' ? { spread } : {}) });
    }
    for (const [key, part] of Object.entries(record)) walk(part, element, [...path, key]);
  }
}

const isMoney = (path: readonly (string | number)[]): boolean => moneyFields.has(String(path.at(-1))) && path.length > 2;

/** What people call the input: "time for Assess", "share sent back Security → Change board". */
export function nameOfGuess(model: Model, guess: Guess): Message {
  const fields = guess.path.slice(2).filter((field) => typeof field === 'string');
  const names = fields.map((field, at) => fieldNames[`${fields[at - 1]}.${field}`] ?? fieldNames[field]);
  const what = message(names.findLast((name) => name !== undefined) ?? 'analysis.input.number');
  return message('analysis.input.of', { what, element: nameOfElement(model, guess.element) });
}

/** An element's name; a flow without one by its two ends. */
export function nameOfElement(model: Model, id: ElementId): Message {
  const flow = model.flows[id];
  if (flow === undefined || (flow.name !== undefined && flow.name !== '')) return verbatim(nameOf(model, id));
  return message('analysis.boundary', { from: endName(model, flow.from), to: endName(model, flow.to) });
}

/** A node's name; one without goes by its lane. */
function endName(model: Model, id: ElementId): string {
  const node = model.nodes[id];
  const named = node?.name !== undefined && node.name !== '';
  return named || node?.party === undefined ? nameOf(model, id) : nameOf(model, node.party);
}

/** Names of the first few guesses, each once. */
export function guessList(model: Model, guesses: readonly Guess[], atMost = 3): Message {
  const names = new Map<string, Message>();
  for (const guess of guesses) {
    const name = nameOfGuess(model, guess);
    names.set(JSON.stringify(name), name);
  }
  return listText([...names.values()].slice(0, atMost));
}
