import type { ElementId } from '../../shared/document/model/fields.ts';
import { sizeOfNode } from '../../shared/document/model/queries.ts';
import { perform } from '../store/edit.ts';
import { currentView } from './current-view.ts';
import { freePlace, inLane, laneOf, reassign } from './edits.ts';

/** Moves a node into a lane, to the nearest free place in line with where it stands; the lane's team takes its work over. */
export function moveToLane(id: ElementId, party: ElementId): void {
  const view = currentView();
  const node = view?.model.nodes[id];
  const lane = view === undefined ? undefined : laneOf(view, party);
  if (view === undefined || node === undefined || lane === undefined || node.party === party) return;
  const size = sizeOfNode(node);
  const along = view.lanes.orientation === 'vertical' ? node.position.y : node.position.x;
  perform([{ type: 'node.move', moves: [{ node: id, position: freePlace(view, inLane(view, lane, along, size), size), party }] }, ...reassign(view, node, party)]);
}
