import { defaults } from '../../document/model/defaults.ts';
import type { ElementId } from '../../document/model/fields.ts';
import type { Flow } from '../../document/model/flow.ts';
import type { Node } from '../../document/model/node.ts';
import { calendarOfParty } from '../../document/model/queries.ts';
import { hashIds } from '../kernel/keys.ts';
import type { AttributeBook } from './attribute-book.ts';
import type { CalendarBook } from './calendars.ts';
import { compileCadence } from './cadences.ts';
import { bytes, integers, numbers, type Context } from './context.ts';
import type { Cadence, FlowTable } from './network.ts';
import { nearestSteps, type Page } from './page.ts';
import { promisedBy } from './promise.ts';
import { refuse } from './refusal.ts';

const tolerance = 1e-6;

/** What compiling nodes and flows needs to know of time and people. */
export interface Surroundings {
  readonly calendars: CalendarBook;
  readonly cadences: Cadence[];
  readonly attributes: AttributeBook;
  /** Calendar of whoever does a step, −1 where nobody does. */
  readonly calendarOfStep: (node: number) => number;
}

/** The table of flows. */
export function compileFlows(context: Context, page: Page, around: Surroundings): FlowTable {
  const { flows, nodes, numberOf } = page;
  const hashes = hashIds(flows.map((flow) => flow.id));
  const probability = new Float64Array(flows.length).fill(1);
  nodes.forEach((node, index) => shareOut(context, page, node, index, probability));
  const receiver = flows.map((flow) => receiverCalendar(context, page, flow, around));
  const condition = integers(flows, (flow) => around.attributes.condition(flow.condition));
  const promised = flows.map((flow) => promisedBy(context, around.calendars, flow.handoff?.term, flow.id));
  const seconds = (flow: Flow): number => {
    const timeout = flow.handoff?.batch?.timeout;
    return timeout === undefined ? -1 : context.seconds(timeout, 'elapsed');
  };
  return {
    count: flows.length,
    id: flows.map((flow) => flow.id),
    name: flows.map((flow) => flow.name ?? ''),
    hash: integers(flows, (flow) => hashes.get(flow.id)!),
    source: integers(flows, (flow) => numberOf.get(flow.from)!),
    target: integers(flows, (flow) => numberOf.get(flow.to)!),
    probability,
    condition,
    otherwise: bytes(flows, (flow) => (flow.otherwise === true ? 1 : 0)),
    rework: bytes(flows, (flow) => (flow.rework === true ? 1 : 0)),
    plain: bytes(flows, (flow) => (isPlain(flow) ? 1 : 0)),
    transfer: integers(flows, (flow) => {
      const transfer = flow.handoff?.transfer;
      return context.time(transfer?.time, transfer?.counts ?? defaults.handoff.transferCounts, flow.id);
    }),
    transferCalendar: integers(flows, (flow, index) => ((flow.handoff?.transfer?.counts ?? defaults.handoff.transferCounts) === 'working' ? receiver[index]! : -1)),
    batchSize: integers(flows, (flow) => flow.handoff?.batch?.size ?? 1),
    batchTimeout: numbers(flows, seconds),
    batchAtReceiver: bytes(flows, (flow) => ((flow.handoff?.batch?.at ?? defaults.handoff.batchAt) === 'receiver' ? 1 : 0)),
    cadence: integers(flows, (flow, index) => {
      const cadence = flow.handoff?.cadence;
      if (cadence === undefined) return -1;
      const calendar = receiver[index]!;
      around.cadences.push(compileCadence(cadence, around.calendars.zones[calendar]!, context.origin, around.calendars.list[calendar]));
      return around.cadences.length - 1;
    }),
    setup: integers(flows, (flow) => context.time(flow.handoff?.setup, 'working', flow.id)),
    clarification: numbers(flows, (flow) => repeated(context, flow.handoff?.clarification?.probability.value, flow.id)),
    answer: integers(flows, (flow) => context.time(flow.handoff?.clarification?.answer, 'working', flow.id)),
    rejection: numbers(flows, (flow) => repeated(context, flow.handoff?.rejection?.value, flow.id)),
    response: numbers(promised, ({ response }) => response),
    responseCalendar: integers(promised, ({ calendar }) => calendar),
  };
}

/** A probability that something is done again, each time anew. */
export function repeated(context: Context, probability = 0, element: ElementId): number {
  if (probability >= 1) refuse('simulation.endlessRepeat', { element: context.name(element) }, element);
  return probability;
}

/** Passing the flow is nothing but arriving: no handoff to carry, no loop to open. */
function isPlain(flow: Flow): boolean {
  return flow.rework !== true && (flow.handoff === undefined || Object.keys(flow.handoff).every((key) => key === 'channel' || key === 'rekeying'));
}

/** Calendar of the first step after the flow, else of its lane. */
function receiverCalendar(context: Context, page: Page, flow: Flow, around: Surroundings): number {
  for (const step of nearestSteps(page.nodes, page.numberOf.get(flow.to)!, page.successors)) {
    const calendar = around.calendarOfStep(step);
    if (calendar >= 0) return calendar;
  }
  const party = page.nodes[page.numberOf.get(flow.to)!]!.party;
  return party === undefined ? around.calendars.byId('around-the-clock', flow.id) : around.calendars.of(calendarOfParty(context.model, party));
}

/** Probabilities of a "one of" sum to 1; absent ones share what is left, all absent share alike. "Some of": one half each. */
function shareOut(context: Context, page: Page, node: Node, index: number, probability: Float64Array): void {
  if (node.kind !== 'gateway' || node.decides === 'firstEvent') return;
  const out = page.out[index]!;
  for (const flow of out) {
    const given = page.flows[flow]!.probability?.value;
    if (given !== undefined && !(given >= 0 && given <= 1)) refuse('simulation.badProbability', { flow: context.name(page.flows[flow]!.id), value: given }, page.flows[flow]!.id);
  }
  const given = out.filter((flow) => page.flows[flow]!.probability !== undefined);
  if (node.decides === 'someOf') {
    for (const flow of out) probability[flow] = page.flows[flow]!.probability?.value ?? 0.5;
    return;
  }
  const sum = given.reduce((total, flow) => total + page.flows[flow]!.probability!.value, 0);
  const conditional = out.some((flow) => page.flows[flow]!.condition !== undefined || page.flows[flow]!.otherwise === true);
  const complete = given.length === out.length;
  if (sum > 1 + tolerance || (complete && out.length > 1 && !conditional && sum < 1 - tolerance)) {
    refuse('simulation.probabilitiesDoNotSum', { node: context.name(node.id), sum: Math.round(sum * 1e6) / 1e6 }, node.id);
  }
  const rest = Math.max(0, 1 - sum) / Math.max(1, out.length - given.length);
  for (const flow of out) probability[flow] = page.flows[flow]!.probability?.value ?? rest;
}
