import type { ElementId, Point } from '../../shared/document/model/fields.ts';
import { flowSchema, type Flow } from '../../shared/document/model/flow.ts';
import type { Model } from '../../shared/document/model/model.ts';
import { nodeSchema, type Node } from '../../shared/document/model/node.ts';
import type { Operation } from '../../shared/document/operations/all.ts';
import { z } from '../../shared/language/zod.ts';
import { onGrid } from './guides.ts';
import { idMaker, requirementsIn } from './new-elements.ts';
import type { PageView } from './page-view.ts';

const marker = 'crossflow-elements';

const snippetSchema = z.object({
  kind: z.literal(marker),
  nodes: z.array(nodeSchema),
  flows: z.array(flowSchema),
  /** Names of the lanes that the nodes stood in, so that another document can find its own. */
  lanes: z.record(z.string(), z.string()),
});

/** Copied elements as plain data. */
export type Snippet = z.infer<typeof snippetSchema>;

/** The chosen nodes with the flows between them. */
export function snippetOf(view: PageView, ids: readonly ElementId[]): Snippet | undefined {
  const chosen = new Set(ids);
  const nodes = view.page.nodes.filter((node) => chosen.has(node.id));
  if (nodes.length === 0) return undefined;
  const flows = view.page.flows.filter((flow) => chosen.has(flow.from) && chosen.has(flow.to));
  const lanes: Record<string, string> = {};
  for (const { party } of nodes) if (party !== undefined) lanes[party] = view.model.parties[party]?.name ?? '';
  return { kind: marker, nodes, flows, lanes };
}

export const writeSnippet = (snippet: Snippet): string => JSON.stringify(snippet);

/** What other text on the clipboard is, if it came from here. */
export function readSnippet(text: string): Snippet | undefined {
  if (!text.includes(marker)) return undefined;
  try {
    const read = snippetSchema.safeParse(JSON.parse(text));
    return read.success ? read.data : undefined;
  } catch {
    return undefined;
  }
}

/** The lane of another document that is meant: the same party, else one of the same name. */
function partyHere(model: Model, snippet: Snippet, party: ElementId | undefined): ElementId | undefined {
  if (party === undefined) return undefined;
  const name = snippet.lanes[party];
  if (model.parties[party]?.name === name) return party;
  return Object.values(model.parties).find((other) => other.name === name)?.id;
}

/** Names of elements that this model does not have are left out. */
function fitting(model: Model, node: Node): Node {
  if (node.kind !== 'step') return node;
  const { requirements, systems, reads, writes, outcome, approval, ...rest } = node;
  const known = requirements?.every(({ anyOf }) => anyOf.every(({ team, person }) => (team === undefined || model.teams[team] !== undefined) && (person === undefined || model.people[person] !== undefined)));
  const decider = approval?.decider;
  return {
    ...rest,
    ...(requirements !== undefined && known === true ? { requirements } : requirementsIn(model, node.party)),
    ...(systems === undefined ? {} : { systems: systems.filter((id) => model.systems[id] !== undefined) }),
    ...(reads === undefined ? {} : { reads: reads.filter((id) => model.dataObjects[id] !== undefined) }),
    ...(writes === undefined ? {} : { writes: writes.filter((id) => model.dataObjects[id] !== undefined) }),
    ...(outcome === undefined || model.outcomes[outcome] === undefined ? {} : { outcome }),
    ...(approval === undefined ? {} : { approval: decider === undefined || model.teams[decider] !== undefined || model.people[decider] !== undefined ? approval : { when: approval.when } }),
  };
}

/** Puts copied elements on a page under new ids, moved by an offset. */
export function paste(view: PageView, snippet: Snippet, by: Point, within?: ElementId): { readonly operations: readonly Operation[]; readonly made: readonly ElementId[] } {
  const makeId = idMaker(view.model);
  const ids = new Map(snippet.nodes.map((node) => [node.id, makeId(node.kind)]));
  const inner = new Set(snippet.nodes.map((node) => node.id));
  const nodes = snippet.nodes.map((old): Node => {
    const { parent: _parent, party: _party, ...rest } = old;
    const party = partyHere(view.model, snippet, old.party);
    const parent = old.parent !== undefined && inner.has(old.parent) ? ids.get(old.parent) : within;
    const node = {
      ...rest,
      id: ids.get(old.id) ?? old.id,
      process: view.page.process.id,
      position: { x: onGrid(old.position.x + by.x), y: onGrid(old.position.y + by.y) },
      ...(party === undefined ? {} : { party }),
      ...(parent === undefined ? {} : { parent }),
    } as Node;
    if (node.kind === 'event' && node.attachedTo !== undefined) {
      const { attachedTo, ...free } = node;
      const host = ids.get(attachedTo);
      return host === undefined ? free : { ...free, attachedTo: host };
    }
    return fitting(view.model, node);
  });
  const flows = snippet.flows.map((flow): Flow => ({
    ...flow,
    id: makeId('flow'),
    process: view.page.process.id,
    from: ids.get(flow.from) ?? flow.from,
    to: ids.get(flow.to) ?? flow.to,
    ...(flow.waypoints === undefined ? {} : { waypoints: flow.waypoints.map(({ x, y }) => ({ x: x + by.x, y: y + by.y })) }),
  }));
  const hostsFirst = nodes.toSorted((a, b) => Number(a.kind === 'event' && a.attachedTo !== undefined) - Number(b.kind === 'event' && b.attachedTo !== undefined));
  return {
    operations: [...hostsFirst.map((node) => ({ type: 'node.add' as const, node })), ...flows.map((flow) => ({ type: 'flow.connect' as const, flow }))],
    made: nodes.map((node) => node.id),
  };
}
