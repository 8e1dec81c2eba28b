import type { ElementId } from '../../shared/document/model/fields.ts';
import { sizeOfNode } from '../../shared/document/model/queries.ts';
import type { LaneBox } from '../../shared/drawing/layout/lanes.ts';
import { canvasPort } from '../store/canvas-port.ts';
import { perform } from '../store/edit.ts';
import { currentView } from './current-view.ts';
import { freePlace, inLane, laneOf, reassign } from './edits.ts';
import { placeLane, type LaneDrop } from './lane-drop.ts';
import type { PageView } from './page-view.ts';

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

/** Puts a lane to another place, or into another lane, which keeps its own work beside it. */
export function putLane(view: PageView, lane: LaneBox, drop: Pick<LaneDrop, 'parent' | 'before'>): void {
  const place = (): void => void perform(placeLane(view, lane, drop));
  // Lanes in lanes have more headers, and these take room from the page.
  const port = canvasPort();
  if (port === undefined) place();
  else port.keepBeginning(place);
}
