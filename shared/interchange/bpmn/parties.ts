import type { Model } from '../../document/model/model.ts';
import type { Party } from '../../document/model/organisation.ts';
import { message } from '../../language/message.ts';
import type { ReportBuilder } from '../report.ts';
import type { Catalog, FileLane } from './catalog.ts';
import type { Diagram } from './diagram.ts';
import { nameOfElement, ownAttribute } from './namespaces.ts';
import type { Page } from './pages.ts';
import { guessPartyKind } from './party-kind.ts';

/** A lane of a page with the lanes inside it, in the order of the file. */
export interface LaneTree {
  readonly party: string;
  /** One of the same party is the strip for its own work. */
  readonly children: LaneTree[];
  /** The shape that draws it: its own, or that of the lane that was folded into it. */
  readonly shape?: string;
}

export interface PageLanes {
  readonly roots: LaneTree[];
  /** The party that a lane or pool of the file became. */
  readonly partyOf: ReadonlyMap<string, string>;
  /** Whose lane a process is in, where it has no lanes: its pool, or a party made for it. */
  readonly partyOfProcess: ReadonlyMap<string, string>;
}

interface Context {
  readonly catalog: Catalog;
  readonly diagram: Diagram;
  readonly model: Model;
  readonly report: ReportBuilder;
  readonly guessedParties: string[];
}

/**
 * Pools and lanes of a page as parties. A pool whose only lane has no name, or its own, is that lane: tools draw one by
 * habit. A pool that our own writer drew around the lanes of a page is no party, nor a lane that it drew for work of the
 * one around it. A process without pool and lanes gets
 * one party, as guessed.
 */
export function readParties(page: Page, context: Context): PageLanes {
  const { catalog, diagram, model } = context;
  const partyOf = new Map<string, string>();
  const partyOfProcess = new Map<string, string>();
  const roots: LaneTree[] = [];
  const lanesOf = (process: string, above: string | undefined): FileLane[] =>
    catalog.lanes.filter((lane) => lane.process === process && lane.container === undefined && lane.above === above);

  const addLane = (lane: FileLane, parent: string | undefined, index: number): LaneTree => {
    if (parent !== undefined && ownAttribute(lane.element, 'own') === 'true') {
      partyOf.set(lane.id, parent);
      return { party: parent, shape: lane.id, children: [] };
    }
    const given = nameOfElement(lane.element);
    const name = given ?? `Lane ${index + 1}`;
    addParty(context, lane.id, name, parent, lane.element);
    partyOf.set(lane.id, lane.id);
    return { party: lane.id, shape: lane.id, children: lanesOf(lane.process, lane.id).map((child, n) => addLane(child, lane.id, n)) };
  };

  for (const participant of page.participants) {
    const process = participant.process;
    const tops = process === undefined ? [] : lanesOf(process, undefined);
    if (ownAttribute(participant.element, 'frame') === 'true' && tops.length > 0) {
      roots.push(...tops.map((lane, n) => addLane(lane, undefined, n)));
      continue;
    }
    const processElement = process === undefined ? undefined : catalog.processes.get(process);
    const name = nameOfElement(participant.element) ?? (processElement === undefined ? undefined : nameOfElement(processElement)) ?? page.name;
    addParty(context, participant.id, name, undefined, participant.element);
    partyOf.set(participant.id, participant.id);
    const [only] = tops;
    const folded = tops.length === 1 && only !== undefined && isFoldable(only, name) ? only : undefined;
    if (folded !== undefined) partyOf.set(folded.id, participant.id);
    const inner = folded === undefined ? tops : lanesOf(folded.process, folded.id);
    const shape = diagram.shapes.has(participant.id) || folded === undefined ? participant.id : folded.id;
    roots.push({ party: participant.id, shape, children: inner.map((lane, n) => addLane(lane, participant.id, n)) });
    if (process !== undefined) partyOfProcess.set(process, participant.id);
  }

  for (const process of page.processes) {
    if (page.participants.some((participant) => participant.process === process)) continue;
    const tops = lanesOf(process, undefined);
    if (tops.length > 0) {
      roots.push(...tops.map((lane, n) => addLane(lane, undefined, n)));
      continue;
    }
    const element = catalog.processes.get(process);
    const name = (element === undefined ? undefined : nameOfElement(element)) ?? page.name;
    const id = `party-${process}`;
    model.parties[id] = { id, name, kind: 'department' };
    context.guessedParties.push(id);
    context.report.add('guessed', message('interchange.partyForProcess', { name }), id);
    partyOfProcess.set(process, id);
    roots.push({ party: id, children: [] });
  }
  return { roots, partyOf, partyOfProcess };
}

/** Lanes inside a sub-process: parties that do the work there, drawn in the lane of the sub-process. */
export function readInnerLanes(page: Page, context: Context, partyOfNode: ReadonlyMap<string, string>): Map<string, string> {
  const doers = new Map<string, string>();
  for (const lane of context.catalog.lanes) {
    if (lane.container === undefined || !page.processes.includes(lane.process)) continue;
    const name = nameOfElement(lane.element) ?? lane.id;
    const around = lane.above ?? partyOfNode.get(lane.container);
    addParty(context, lane.id, name, around, lane.element);
    context.report.add('mapped', message('interchange.innerLane', { name }), lane.id);
    for (const member of lane.members) doers.set(member, lane.id);
  }
  return doers;
}

const isFoldable = (lane: FileLane, pool: string): boolean => {
  const name = nameOfElement(lane.element);
  return name === undefined || name.toLowerCase() === pool.toLowerCase();
};

function addParty({ model, report }: Context, id: string, name: string, parent: string | undefined, element: Parameters<typeof ownAttribute>[0]): void {
  const told = ownAttribute(element, 'kind');
  const kind: Party['kind'] = told === 'vendor' || told === 'platform' || told === 'department' ? told : guessPartyKind(name);
  model.parties[id] = { id, name, kind, ...(parent !== undefined && { parent }) };
  if (told === undefined && kind !== 'department') {
    report.add('guessed', message(kind === 'vendor' ? 'interchange.guessedVendor' : 'interchange.guessedPlatform', { name }), id);
  }
}

/** The lanes of a tree that hold no others, top to bottom. */
export const leavesOf = (trees: readonly LaneTree[]): LaneTree[] => trees.flatMap((tree) => (tree.children.length === 0 ? [tree] : leavesOf(tree.children)));
