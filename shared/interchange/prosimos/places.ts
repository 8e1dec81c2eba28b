import type { Model } from '../../document/model/model.ts';
import { message } from '../../language/message.ts';
import { guessPartyKind } from '../bpmn/party-kind.ts';
import { groupBy } from '../bpmn/flows.ts';
import { gridPage } from '../bpmn/grid.ts';
import { drawnGroups } from '../bpmn/systems.ts';
import type { Context } from './context.ts';
import type { Pool } from './pools.ts';

export interface Places {
  /** Party of each pool. */
  readonly partyOf: ReadonlyMap<string, string>;
  /** Pages whose lanes were made from the pools, and must be laid out. */
  readonly redrawn: readonly string[];
}

/**
 * Which party each pool belongs to: the lane of its name, else the lane in which most of its tasks are drawn and that no
 * other pool claims, else a party of its own. Where the drawing has no lanes, several pools become its lanes.
 */
export function placePools(pools: readonly Pool[], guessedParties: readonly string[], context: Context): Places {
  const { model, report } = context;
  const partyOf = new Map<string, string>();
  const leaves = leafParties(model);
  const drawn = leaves.filter((party) => !guessedParties.includes(party));
  const claimed = new Set<string>();
  for (const pool of pools) {
    const lane = drawn.find((party) => !claimed.has(party) && sameName(model.parties[party]?.name, pool.name));
    if (lane === undefined) continue;
    partyOf.set(pool.id, lane);
    claimed.add(lane);
  }
  for (const pool of pools) {
    if (partyOf.has(pool.id)) continue;
    const lane = mostlyIn(pool, model);
    if (lane === undefined || claimed.has(lane) || !drawn.includes(lane)) continue;
    partyOf.set(pool.id, lane);
    claimed.add(lane);
    report.add('guessed', message('interchange.teamInLane', { team: pool.name, lane: model.parties[lane]?.name ?? lane }), lane);
  }
  const rest = pools.filter((pool) => !partyOf.has(pool.id));
  const [only] = guessedParties;
  if (rest.length === 1 && pools.length === 1 && only !== undefined && leaves.includes(only)) partyOf.set(rest[0]?.id ?? '', only);
  else for (const pool of rest) partyOf.set(pool.id, addParty(pool, context));
  sayDisagreements(pools, partyOf, drawn, context);
  const redrawn = pools.length > 1 ? guessedParties.flatMap((party) => makeLanes(party, pools, partyOf, context) ?? []) : [];
  return { partyOf, redrawn };
}

const sameName = (a: string | undefined, b: string): boolean => a?.trim().toLowerCase() === b.trim().toLowerCase();

function leafParties(model: Model): string[] {
  const lanes = Object.values(model.processes).flatMap((process) => process.lanes.map((lane) => lane.party));
  return lanes.filter((party) => !lanes.some((other) => model.parties[other]?.parent === party));
}

const stepsOf = (pool: Pool): Set<string> => new Set(pool.resources.flatMap((resource) => [...resource.tasks.keys()]));

function mostlyIn(pool: Pool, model: Model): string | undefined {
  const counts = new Map<string, number>();
  for (const step of stepsOf(pool)) {
    const party = model.nodes[step]?.party;
    if (party !== undefined) counts.set(party, (counts.get(party) ?? 0) + 1);
  }
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0];
}

function addParty(pool: Pool, { model, report }: Context): string {
  const id = `party-${pool.id}`;
  const kind = guessPartyKind(pool.name);
  model.parties[id] = { id, name: pool.name, kind };
  if (kind !== 'department') report.add('guessed', message(kind === 'vendor' ? 'interchange.guessedVendor' : 'interchange.guessedPlatform', { name: pool.name }), id);
  return id;
}

/** Steps drawn in one lane and done by the team of another: lanes are drawing, teams are doing. */
function sayDisagreements(pools: readonly Pool[], partyOf: ReadonlyMap<string, string>, drawn: readonly string[], { model, report }: Context): void {
  for (const pool of pools) {
    const party = partyOf.get(pool.id);
    for (const id of stepsOf(pool)) {
      const step = model.nodes[id];
      if (step?.party === undefined || step.party === party || !drawn.includes(step.party)) continue;
      report.add('mapped', message('interchange.laneDisagrees', { step: step.name ?? id, lane: model.parties[step.party]?.name ?? step.party, team: pool.name }), id);
    }
  }
}

/** Replaces the one lane of an undivided drawing by a lane for each pool that works in it; what has no team stands with its neighbours. */
function makeLanes(guessed: string, pools: readonly Pool[], partyOf: ReadonlyMap<string, string>, { model, report }: Context): string | undefined {
  const process = Object.values(model.processes).find((one) => one.lanes.some((lane) => lane.party === guessed));
  if (process === undefined) return undefined;
  const nodes = Object.values(model.nodes).filter((node) => node.process === process.id && node.party === guessed);
  const placed = new Map<string, string>();
  for (const pool of pools) {
    const party = partyOf.get(pool.id);
    for (const step of stepsOf(pool)) if (party !== undefined && !placed.has(step)) placed.set(step, party);
  }
  placeByNeighbours(nodes.map((node) => node.id), placed, model);
  const parties = [...new Set(nodes.flatMap((node) => placed.get(node.id) ?? []))];
  if (parties.length < 2) return undefined;
  const [fallback = guessed] = parties;
  for (const node of nodes) {
    const holder = node.kind === 'event' && node.attachedTo !== undefined ? node.attachedTo : node.id;
    model.nodes[node.id] = { ...node, party: placed.get(holder) ?? fallback };
  }
  const trees = parties.map((party) => ({ party, children: [] }));
  const [sheet] = drawnGroups(model, process.id);
  if (sheet !== undefined) model.processes[process.id] = gridPage({ ...process, lanes: [] }, trees, sheet, model);
  if (![...partyOf.values()].includes(guessed)) delete model.parties[guessed];
  report.add('guessed', message('interchange.lanesFromPools', { n: parties.length }), process.id, parties.length);
  return process.id;
}

/**
 * Gives what has no team the lane that most of what leads to it lies in, in the order of the work; what nothing leads to
 * takes the lane of what it leads to.
 */
function placeByNeighbours(ids: readonly string[], placed: Map<string, string>, model: Model): void {
  const flows = Object.values(model.flows).filter((flow) => flow.kind !== 'information');
  const into = groupBy(flows.filter((flow) => flow.rework !== true), (flow) => flow.to);
  const outOf = groupBy(flows, (flow) => flow.from);
  const before = (id: string): string[] => (into.get(id) ?? []).map((flow) => flow.from);
  const after = (id: string): string[] => (outOf.get(id) ?? []).map((flow) => flow.to);
  const commonest = (neighbours: readonly string[]): string | undefined => {
    const counts = new Map<string, number>();
    for (const neighbour of neighbours) {
      const party = placed.get(neighbour);
      if (party !== undefined) counts.set(party, (counts.get(party) ?? 0) + 1);
    }
    return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0];
  };
  const choices = [
    (id: string) => (before(id).length > 0 && before(id).every((one) => placed.has(one)) ? commonest(before(id)) : undefined),
    (id: string) => commonest(before(id)),
    (id: string) => commonest(after(id)),
  ];
  for (let open = ids.filter((id) => !placed.has(id)); open.length > 0; open = open.filter((id) => !placed.has(id))) {
    const next = choices.flatMap((choose) => open.flatMap((id) => [choose(id)].flatMap((party) => (party === undefined ? [] : [{ id, party }])))).at(0);
    if (next === undefined) return;
    placed.set(next.id, next.party);
  }
}
