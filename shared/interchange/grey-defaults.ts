import { serviceTimeOfSize } from '../document/model/defaults.ts';
import type { Distribution } from '../document/model/distribution.ts';
import type { Flow } from '../document/model/flow.ts';
import type { Model } from '../document/model/model.ts';
import type { Node } from '../document/model/node.ts';
import { message, type Message } from '../language/message.ts';

/** One number that was filled in, for the list of guesses. */
export interface FilledValue {
  readonly element: string;
  readonly message: Message;
}

const volumePerWeek = 20;
const unitsOfTeam = 2;
const waitHours = 24;

/**
 * Fills in what a first run needs and nobody has said yet: 20 items a week, two people in each team, size M for each
 * step, a day for each wait, equal chances for each branch. Everything is tagged as default; what is there stays.
 * Returns a new model and the list of what was filled, in the order of the model.
 */
export function fillGreyDefaults(model: Model): { model: Model; filled: FilledValue[] } {
  const filled: FilledValue[] = [];
  const note = (element: string, sentence: Message): void => void filled.push({ element, message: sentence });
  const demandClasses = { ...model.demandClasses };
  for (const demand of Object.values(demandClasses)) {
    if (demand.arrivals !== undefined) continue;
    demandClasses[demand.id] = { ...demand, arrivals: { type: 'rate', value: volumePerWeek, per: 'w', provenance: 'default' } };
    note(demand.id, message('interchange.filledVolume', { name: demand.name, n: volumePerWeek }));
  }
  const teams = { ...model.teams };
  for (const team of Object.values(teams)) {
    if (team.capacity !== undefined || team.people !== undefined || team.unlimited === true) continue;
    teams[team.id] = { ...team, capacity: { value: unitsOfTeam, provenance: 'default' } };
    note(team.id, message('interchange.filledCapacity', { name: team.name, n: unitsOfTeam }));
  }
  const informed = new Set(Object.values(model.flows).filter((flow) => flow.kind === 'information').map((flow) => flow.to));
  const nodes = { ...model.nodes };
  for (const node of Object.values(nodes)) {
    const changed = fillNode(node, informed);
    if (changed === undefined) continue;
    nodes[node.id] = changed;
    note(node.id, message(node.kind === 'step' ? 'interchange.filledSize' : 'interchange.filledWait', { name: node.name ?? node.kind }));
  }
  const flows = fillBranches(model, note);
  return { model: { ...model, demandClasses, teams, nodes, flows }, filled };
}

/** A step's time where neither it nor an alternative has one; a wait where nothing else ends it. */
function fillNode(node: Node, informed: ReadonlySet<string>): Node | undefined {
  if (node.kind === 'step') {
    const alternatives = (node.requirements ?? []).flatMap((requirement) => requirement.anyOf);
    const timed = alternatives.length > 0 && alternatives.every((alternative) => alternative.serviceTime !== undefined);
    if (node.serviceTime !== undefined || timed || alternatives.length === 0) return undefined;
    return { ...node, serviceTime: { ...serviceTimeOfSize('M'), provenance: 'default' } };
  }
  if (node.kind !== 'event' || node.wait !== undefined || node.cadence !== undefined || informed.has(node.id)) return undefined;
  const wait: Distribution = node.attachedTo === undefined
    ? { type: 'fixed', value: waitHours, unit: 'h', provenance: 'default' }
    : { type: 'exponential', mean: 20 * waitHours, unit: 'h', provenance: 'default' };
  return { ...node, wait };
}

/** Branches of a decision that have neither probability nor condition share evenly what the others leave. */
function fillBranches(model: Model, note: (element: string, sentence: Message) => void): Record<string, Flow> {
  const flows = { ...model.flows };
  for (const node of Object.values(model.nodes)) {
    if (node.kind !== 'gateway' || node.decides === 'firstEvent') continue;
    const outgoing = Object.values(flows).filter((flow) => flow.from === node.id && flow.kind !== 'information');
    const open = outgoing.filter((flow) => flow.probability === undefined && flow.condition === undefined);
    if (outgoing.length < 2 || open.length === 0) continue;
    const left = Math.max(0, 1 - outgoing.reduce((sum, flow) => sum + (flow.probability?.value ?? 0), 0));
    const share = node.decides === 'someOf' ? 0.5 : left / open.length;
    for (const flow of open) flows[flow.id] = { ...flow, probability: { value: share, provenance: 'default' } };
    note(node.id, message('interchange.filledBranches', { name: node.name ?? node.kind, n: open.length }));
  }
  return flows;
}
