import { z } from '../../../language/zod.ts';
import { type ElementId, entity, type Point } from '../../model/fields.ts';
import { newLaneSize } from '../../model/lanes.ts';
import { allIds, partyWithParents } from '../../model/queries.ts';
import { emptyModel, type Model } from '../../model/model.ts';
import { referencesOf } from '../../model/references.ts';
import { structuredCopy } from '../node/healing.ts';
import type { PayloadOf } from '../operation-kind.ts';
import { type fragmentPaste, fragmentShape } from './fragment-paste.ts';

/** A piece of a process as the clipboard carries it, between documents too. */
export const fragmentSchema = entity({ format: z.literal('crossflow-fragment'), ...fragmentShape });
export type Fragment = z.infer<typeof fragmentSchema>;

type Paste = PayloadOf<typeof fragmentPaste>;
const companions = ['parties', 'teams', 'people', 'calendars', 'systems', 'dataObjects', 'outcomes'] as const;

/** Copies nodes with what they hold, the flows among them, and all that these name. */
export function copyFragment(model: Model, ids: readonly ElementId[]): Fragment {
  const nodes = new Set(ids.filter((id) => Object.hasOwn(model.nodes, id)));
  for (let grew = true; grew; ) {
    const size = nodes.size;
    for (const node of Object.values(model.nodes)) {
      const holder = node.kind === 'event' && node.attachedTo !== undefined ? node.attachedTo : node.parent;
      if (holder !== undefined && nodes.has(holder)) nodes.add(node.id);
    }
    grew = nodes.size > size;
  }
  const flows = Object.values(model.flows).filter((flow) => nodes.has(flow.from) && nodes.has(flow.to));
  const wanted = new Set([...nodes, ...flows.map((flow) => flow.id)]);
  const references = referencesOf(model);
  for (let grew = true; grew; ) {
    const size = wanted.size;
    for (const { owner, target, tables } of references) {
      if (wanted.has(owner) && tables.some((table) => companions.some((other) => other === table))) wanted.add(target);
    }
    grew = wanted.size > size;
  }
  const pick = <T extends { readonly id: string }>(rows: Readonly<Record<string, T>>): T[] => Object.values(rows).filter((row) => wanted.has(row.id));
  return structuredCopy({
    format: 'crossflow-fragment' as const,
    nodes: Object.values(model.nodes).filter((node) => nodes.has(node.id)),
    flows,
    parties: pick(model.parties), teams: pick(model.teams), people: pick(model.people), calendars: pick(model.calendars),
    systems: pick(model.systems), dataObjects: pick(model.dataObjects), outcomes: pick(model.outcomes),
  });
}

/**
 * The operation that pastes a fragment into a page, moved by `offset`, with ids that the model does not have. Parties, teams
 * and the like that the model has already (same id and name, else same name) are used; others come along.
 */
export function pasteOf(model: Model, fragment: Fragment, process: ElementId, offset: Point, parent?: ElementId): Paste {
  const own = structuredCopy(fragment);
  const renamed = new Map<ElementId, ElementId>();
  const taken = allIds(model);
  const fresh = (old: ElementId): ElementId => {
    const base = old.replace(/-\d+$/, '');
    let n = 1;
    while (taken.has(`${base}-${n}`)) n += 1;
    taken.add(`${base}-${n}`);
    return `${base}-${n}`;
  };
  const paste: Paste = { type: 'fragment.paste', process, nodes: own.nodes, flows: own.flows, parties: [], teams: [], people: [], calendars: [], systems: [], dataObjects: [], outcomes: [], lanes: [] };
  for (const row of [...own.nodes, ...own.flows]) renamed.set(row.id, fresh(row.id));
  for (const table of companions) {
    for (const row of own[table]) {
      const match = knownAs(model, table, row);
      renamed.set(row.id, match ?? (taken.has(row.id) ? fresh(row.id) : row.id));
      taken.add(renamed.get(row.id) ?? row.id);
      if (match === undefined) (paste[table] as { id: string }[]).push(row);
    }
  }
  rename(paste, renamed, process);
  for (const node of paste.nodes) {
    node.process = process;
    node.position = { x: node.position.x + offset.x, y: node.position.y + offset.y };
    if (node.parent === undefined || !paste.nodes.some((other) => other.id === node.parent)) {
      if (parent === undefined) delete node.parent;
      else node.parent = parent;
    }
  }
  for (const flow of paste.flows) {
    flow.process = process;
    for (const point of flow.waypoints ?? []) Object.assign(point, { x: point.x + offset.x, y: point.y + offset.y });
  }
  const lanes = new Set(model.processes[process]?.lanes.map((lane) => lane.party) ?? []);
  const used = new Set(paste.nodes.flatMap((node) => (node.party === undefined ? [] : [node.party])));
  paste.lanes = [...used].filter((party) => !lanes.has(party) && !partyWithParents(model, party).some((other) => lanes.has(other.id))).map((party) => ({ party, size: newLaneSize }));
  return paste;
}

function knownAs(model: Model, table: (typeof companions)[number], row: { readonly id: string; readonly name: string }): ElementId | undefined {
  const rows: Readonly<Record<string, { readonly id: string; readonly name: string }>> = model[table];
  if (Object.hasOwn(rows, row.id) && rows[row.id]?.name === row.name) return row.id;
  return Object.values(rows).find((other) => other.name === row.name)?.id;
}

/** Gives all rows of a paste their new ids and leads their references there; references to what stayed behind go. */
function rename(paste: Paste, renamed: ReadonlyMap<ElementId, ElementId>, process: ElementId): void {
  const model = emptyModel();
  for (const table of ['nodes', 'flows', ...companions] as const) for (const row of paste[table]) Reflect.set(model[table], row.id, row);
  for (const reference of referencesOf(model)) {
    if (reference.tables.includes('processes')) reference.replace(process);
    else if (renamed.has(reference.target)) reference.replace(renamed.get(reference.target));
    else if (reference.target !== 'office-hours' && reference.target !== 'around-the-clock') reference.replace(undefined);
  }
  for (const table of ['nodes', 'flows', ...companions] as const) for (const row of paste[table]) row.id = renamed.get(row.id) ?? row.id;
}
