import { type Calendar } from './calendar.ts';
import { aroundTheClock, defaults, nodeSizes, officeHours } from './defaults.ts';
import type { ElementId, Size } from './fields.ts';
import type { Flow, FlowKind } from './flow.ts';
import type { Model } from './model.ts';
import { modelTables } from './model.ts';
import type { Node, Step } from './node.ts';
import type { Party, Team } from './organisation.ts';

/** Flows by their ends, built once per question about a whole model. */
export interface FlowIndex {
  readonly from: ReadonlyMap<ElementId, readonly Flow[]>;
  readonly to: ReadonlyMap<ElementId, readonly Flow[]>;
}

/** Groups the flows of a model by source and by target, in the order of the file. */
export function indexFlows(model: Model): FlowIndex {
  const from = new Map<ElementId, Flow[]>();
  const to = new Map<ElementId, Flow[]>();
  const add = (map: Map<ElementId, Flow[]>, key: ElementId, flow: Flow): void => {
    const list = map.get(key);
    if (list === undefined) map.set(key, [flow]);
    else list.push(flow);
  };
  for (const flow of Object.values(model.flows)) {
    add(from, flow.from, flow);
    add(to, flow.to, flow);
  }
  return { from, to };
}

/** The flow's own kind, else by where it leads: into an approval it is a decision, else execution (DESIGN 1). */
export function flowKind(model: Model, flow: Flow): FlowKind {
  if (flow.kind !== undefined) return flow.kind;
  const target = model.nodes[flow.to];
  return target?.kind === 'step' && target.approval !== undefined ? 'decision' : 'execution';
}

/** The teams and people of a step's first requirement; its team is the first of them. */
export function leadTeam(model: Model, step: Step): Team | undefined {
  const alternative = step.requirements?.[0]?.anyOf[0];
  if (alternative?.team !== undefined) return model.teams[alternative.team];
  if (alternative?.person !== undefined) return teamOfPerson(model, alternative.person);
  return undefined;
}

/** The first team that has this person. */
export const teamOfPerson = (model: Model, person: ElementId): Team | undefined =>
  Object.values(model.teams).find((team) => team.people?.includes(person) === true);

/** Who does a node: the team of its first requirement, or the team of its decider. */
export function workingTeam(model: Model, node: Node): Team | undefined {
  if (node.kind !== 'step') return undefined;
  const lead = leadTeam(model, node);
  if (lead !== undefined) return lead;
  const decider = node.approval?.decider;
  if (decider === undefined) return undefined;
  return model.teams[decider] ?? teamOfPerson(model, decider);
}

/**
 * Whether a flow is a handoff on the drawing: its ends are done by different teams, or, where a team is not known yet,
 * lie in different lanes. Gateways and events on the way count by their lanes.
 */
export function isHandoff(model: Model, flow: Flow): boolean {
  const from = model.nodes[flow.from];
  const to = model.nodes[flow.to];
  if (from === undefined || to === undefined) return false;
  const fromTeam = workingTeam(model, from);
  const toTeam = workingTeam(model, to);
  if (fromTeam !== undefined && toTeam !== undefined) return fromTeam.id !== toTeam.id;
  return from.party !== undefined && to.party !== undefined && from.party !== to.party;
}

/** A calendar by id, the two built-in ones included. */
export const findCalendar = (model: Model, id: ElementId): Calendar | undefined =>
  model.calendars[id] ?? (id === officeHours.id ? officeHours : id === aroundTheClock.id ? aroundTheClock : undefined);

/** A team's calendar: its own, its party's or that party's parents', else office hours (around the clock for platforms). */
export function calendarOfTeam(model: Model, team: Team): Calendar {
  const own = team.calendar === undefined ? undefined : findCalendar(model, team.calendar);
  if (own !== undefined) return own;
  return calendarOfParty(model, team.party);
}

/** A party's calendar: its own or the nearest of its parents, else office hours (around the clock for platforms). */
export function calendarOfParty(model: Model, id: ElementId): Calendar {
  const chain = partyWithParents(model, id);
  for (const party of chain) {
    const calendar = party.calendar === undefined ? undefined : findCalendar(model, party.calendar);
    if (calendar !== undefined) return calendar;
  }
  return chain[0]?.kind === 'platform' ? aroundTheClock : officeHours;
}

/** A party and its parents, nearest first. Ends at a circle. */
export function partyWithParents(model: Model, id: ElementId): readonly Party[] {
  const chain: Party[] = [];
  const seen = new Set<ElementId>();
  for (let party = model.parties[id]; party !== undefined && !seen.has(party.id); party = party.parent === undefined ? undefined : model.parties[party.parent]) {
    seen.add(party.id);
    chain.push(party);
  }
  return chain;
}

/** Units of a team: its people, or its capacity; undefined where neither is given or it is unlimited. */
export const unitsOfTeam = (team: Team): number | undefined =>
  team.unlimited === true ? undefined : (team.people?.length ?? team.capacity?.value);

export const sizeOfNode = (node: Node): Size => node.size ?? nodeSizes[node.kind];

/** What people call an element: its name, or its kind and id. */
export function nameOf(model: Model, id: ElementId): string {
  for (const name of modelTables) {
    const found = (model[name] as Record<string, { id: string; name?: string | undefined }>)[id];
    if (found !== undefined) return found.name === undefined || found.name === '' ? id : found.name;
  }
  return id;
}

/** Every id that the model uses, over all tables. */
export function allIds(model: Model): Set<ElementId> {
  const ids = new Set<ElementId>();
  for (const name of modelTables) for (const id of Object.keys(model[name])) ids.add(id);
  return ids;
}

/** An id `prefix-n` that nothing in the model has yet; the same model gives the same id. */
export function freshId(model: Model, prefix: string): ElementId {
  const ids = allIds(model);
  let n = ids.size + 1;
  while (ids.has(`${prefix}-${n}`)) n += 1;
  return `${prefix}-${n}`;
}

/** Hands out ids that neither the model nor an earlier call of the same maker uses. */
export function idMaker(model: Model): (prefix: string) => ElementId {
  const used = allIds(model);
  return (prefix) => {
    let n = 1;
    while (used.has(`${prefix}-${n}`)) n += 1;
    const id = `${prefix}-${n}`;
    used.add(id);
    return id;
  };
}

/** What flows through a process, as the user calls it. */
export const itemNoun = (model: Model, processId: ElementId): string => model.processes[processId]?.itemNoun ?? defaults.itemNoun;

/** Whether there is any work in the model: without a step there is nothing to calculate. */
export const hasSteps = (model: Model): boolean => Object.values(model.nodes).some(({ kind }) => kind === 'step');
