import type { ElementId, Point } from '../../shared/document/model/fields.ts';
import type { Operation } from '../../shared/document/operations/all.ts';
import { throughBends } from '../../shared/drawing/layout/routing/ports.ts';
import { perform } from '../store/edit.ts';
import { activeTab } from '../store/window-store.ts';
import { endsOf, moveSegment, neighbourOf, segmentChosen, segmentsOf, type ArrowKey, type Ends, type Segment } from './bending.ts';
import { chooseSegment, chosenSegment } from './chosen-segment.ts';
import { currentView } from './current-view.ts';
import type { PageView } from './page-view.ts';

interface LineOfFlow {
  readonly id: ElementId;
  readonly line: readonly Point[];
  readonly ends: Ends;
}

/** A flow's line as it runs now, with its ends; undefined for what is no flow of the page. */
export function lineOf(view: PageView, id: ElementId): LineOfFlow | undefined {
  const line = view.plan.flows.find(({ flow }) => flow.id === id)?.points;
  const ends = endsOf(view, id);
  return line === undefined || ends === undefined ? undefined : { id, line, ends };
}

/** The one flow that is selected, where it is on the page. */
export function flowSelected(): LineOfFlow | undefined {
  const view = currentView();
  const [id, ...more] = activeTab()?.selection ?? [];
  return view === undefined || id === undefined || more.length > 0 ? undefined : lineOf(view, id);
}

/** The change that puts bends in place. */
export const reroute = (flow: ElementId, waypoints: readonly Point[]): Operation => ({ type: 'flow.reroute', flow, waypoints: waypoints.map(({ x, y }) => ({ x, y })) });

/** The part of a new line that lies where a moved part was put. */
export function segmentAt(line: readonly Point[], level: boolean, value: number, near: Point): Segment | undefined {
  const axis = level ? 'y' : 'x';
  const along = level ? 'x' : 'y';
  const gap = (one: Segment): number => Math.max(0, Math.min(one.from[along], one.to[along]) - near[along], near[along] - Math.max(one.from[along], one.to[along]));
  return segmentsOf(line).filter((one) => one.level === level).toSorted((a, b) => Math.abs(a.from[axis] - value) + gap(a) - Math.abs(b.from[axis] - value) - gap(b))[0];
}

/** An arrow key on a selected flow: across the chosen part it moves that part, along it the next part is chosen. */
export function bendByKey(key: ArrowKey, by: number): void {
  const flow = flowSelected();
  const segment = flow === undefined ? undefined : segmentChosen(flow.line, chosenSegment()?.flow === flow.id ? chosenSegment()?.index : undefined);
  if (flow === undefined || segment === undefined) return;
  if (segment.level === (key === 'Left' || key === 'Right')) {
    chooseSegment({ flow: flow.id, index: (neighbourOf(flow.line, segment, key) ?? segment).index });
    return;
  }
  const now = segment.level ? segment.from.y : segment.from.x;
  const next = now + (key === 'Left' || key === 'Up' ? -by : by);
  const bends = moveSegment(flow.line, segment, next, flow.ends);
  if (!perform(reroute(flow.id, bends), `bend ${flow.id} ${segment.level}`)) return;
  const middle = { x: (segment.from.x + segment.to.x) / 2, y: (segment.from.y + segment.to.y) / 2 };
  const moved = segmentAt(throughBends(flow.ends.from, flow.ends.to, bends), segment.level, next, middle);
  if (moved !== undefined) chooseSegment({ flow: flow.id, index: moved.index });
}

/** Flows of the selection whose bends were set by hand, or came with a file. */
export function bentByHand(): readonly ElementId[] {
  const view = currentView();
  return (activeTab()?.selection ?? []).filter((id) => view?.model.flows[id]?.waypoints !== undefined);
}

/** Lets flows find their way by themselves again. */
export const routeAgain = (flows: readonly ElementId[]): boolean => perform(flows.map((flow) => ({ type: 'flow.reroute', flow })));
