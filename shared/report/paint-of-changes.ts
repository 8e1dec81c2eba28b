import type { Model } from '../document/model/model.ts';
import { structuralDiff } from '../document/scenarios/diff.ts';
import { diffOverlay } from '../drawing/overlays.ts';
import type { Diff, DiagramPaint } from '../drawing/paint.ts';

/** Fields that say where something is drawn, not what it does. */
const placement: ReadonlySet<string> = new Set(['position', 'size', 'waypoints', 'lanes', 'length']);

/** What one model adds to another and changes in it, marked on its elements; a change inside a team shows on its lane. */
export function paintOfChanges(before: Model, after: Model): DiagramPaint {
  const { added, removed, changed } = structuralDiff(before, after);
  const marks: Record<string, Diff> = {};
  for (const { id, table, fields } of changed) {
    if (fields.every((field) => placement.has(field))) continue;
    marks[table === 'teams' ? (after.teams[id]?.party ?? id) : id] = 'changed';
  }
  for (const { id } of added) marks[id] = 'added';
  for (const { id } of removed) marks[id] = 'removed';
  return diffOverlay(marks);
}

/** The model with what it no longer has of another one, as far as its pages and lanes still have room for it. */
export function withRemoved(before: Model, after: Model): Model {
  const room = ({ process, party }: { readonly process: string; readonly party?: string | undefined }): boolean =>
    Object.hasOwn(after.processes, process) && (party === undefined || Object.hasOwn(after.parties, party));
  const gone = Object.entries(before.nodes).filter(([id, node]) => !Object.hasOwn(after.nodes, id) && room(node));
  const nodes = { ...Object.fromEntries(gone), ...after.nodes };
  const flows = Object.entries(before.flows).filter(([id, flow]) => !Object.hasOwn(after.flows, id) && Object.hasOwn(nodes, flow.from) && Object.hasOwn(nodes, flow.to));
  return { ...after, nodes, flows: { ...Object.fromEntries(flows), ...after.flows } };
}
