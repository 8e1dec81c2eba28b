import type { ElementId } from '../../model/fields.ts';
import { acrossOf, type LaneBand, laneBands } from '../../model/lanes.ts';
import type { Model, Process } from '../../model/model.ts';
import { plain } from '../applying.ts';

/** Changes the lanes of a page and moves what is drawn in them along, so that everything stays in its lane. */
export function withLanesMoved(draft: Model, processId: ElementId, change: (process: Process) => void): void {
  const process = draft.processes[processId];
  if (process === undefined) return;
  const before = laneBands(draft, process);
  change(process);
  const after = new Map(laneBands(draft, process).map((band) => [band.party, band]));
  const shift = (band: LaneBand | undefined): number => {
    const target = band === undefined ? undefined : after.get(band.party);
    return band === undefined || target === undefined ? 0 : target.offset - band.offset;
  };
  const own = (party: ElementId | undefined): LaneBand | undefined => before.find((band) => band.party === party);
  if (before.every((band) => shift(band) === 0)) return;
  for (const { id, process: page, party, position } of Object.values(plain(draft.nodes))) {
    if (page !== processId) continue;
    const by = shift(own(party) ?? bandAt(before, acrossOf(process, position)));
    const node = by === 0 ? undefined : draft.nodes[id];
    if (node !== undefined) move(process, node.position, by);
  }
  for (const { id, waypoints } of Object.values(plain(draft.flows))) {
    const flow = waypoints === undefined ? undefined : draft.flows[id];
    if (flow?.process !== processId) continue;
    for (const point of flow.waypoints ?? []) move(process, point, shift(bandAt(before, acrossOf(process, point))));
  }
}

const bandAt = (bands: readonly LaneBand[], across: number): LaneBand | undefined =>
  bands.find((band) => across >= band.offset && across < band.offset + band.own);

function move(process: Process, point: { x: number; y: number }, by: number): void {
  if (process.orientation === 'vertical') point.x += by;
  else point.y += by;
}
