import type { ReactFlowInstance, useStoreApi } from '@xyflow/react';
import type { ElementId, Point } from '../../shared/document/model/fields.ts';
import type { Operation } from '../../shared/document/operations/all.ts';
import { around, type Box } from '../../shared/drawing/scene.ts';
import type { CanvasPort } from '../store/canvas-port.ts';
import { canvasPort } from '../store/canvas-port.ts';
import { perform, select, startNaming } from '../store/edit.ts';
import type { Placeable } from '../store/placeables.ts';
import { activeTab, setState } from '../store/window-store.ts';
import { currentView } from './current-view.ts';
import { groupAround, noteAbout } from './around-selection.ts';
import { addAt, appendTo, firstPlace } from './edits.ts';
import { readable, showReadable, showWhole, type Frame, type Viewport } from './fitting.ts';
import { firstStep } from './naming.ts';
import { newNode, sizeOfPlaceable } from './new-elements.ts';

const named: readonly Placeable[] = ['step', 'approval', 'gateway', 'wait', 'message', 'subprocess', 'note', 'group'];

function makeNew(id: ElementId, what: Placeable, operations: readonly Operation[]): void {
  if (!perform(operations)) return;
  select([id]);
  if (named.includes(what)) startNaming({ kind: 'existing', id });
}

/** Puts something new with its middle at a point of the page, and asks for its name. */
export function placeNew(what: Placeable, at: Point): void {
  const view = currentView();
  if (view === undefined) return;
  const { node, operations } = addAt(view, what, at, activeTab()?.within);
  makeNew(node.id, what, operations);
}

/** Appends something to a node, and asks for its name. A step without a name is not made. */
export function appendNew(what: Placeable, after: ElementId, at?: Point): void {
  const view = currentView();
  const before = view?.model.nodes[after];
  if (view === undefined || before === undefined) return;
  const { node, operations } = appendTo(view, before, what, at);
  if (what === 'step') {
    startNaming({ kind: 'pending', node, after });
    canvasPort()?.keepInView({ ...node.position, ...sizeOfPlaceable(what) });
    return;
  }
  makeNew(node.id, what, operations);
  canvasPort()?.keepInView({ ...node.position, ...sizeOfPlaceable(what) });
}

/** Makes a node another kind of thing in its place. */
export function replaceKind(id: ElementId, what: Placeable): void {
  const view = currentView();
  const old = view?.model.nodes[id];
  if (view === undefined || old === undefined) return;
  const kind = newNode(view.model, what, id, { process: old.process, position: old.position }).kind;
  const approval = newNode(view.model, 'approval', id, { process: old.process, party: old.party, position: old.position });
  perform([
    ...(old.kind === kind && kind !== 'event' ? [] : [{ type: 'node.replace' as const, node: id, kind, ...(what === 'message' ? { trigger: 'message' as const } : what === 'wait' ? { trigger: 'timer' as const } : {}) }]),
    ...(what === 'approval' && approval.kind === 'step' && approval.approval !== undefined ? [{ type: 'node.edit' as const, node: id, set: { approval: approval.approval } }] : []),
    ...(what === 'step' && old.kind === 'step' && old.approval !== undefined ? [{ type: 'node.edit' as const, node: id, clear: ['approval'] }] : []),
  ]);
}

const margin = 32;

/** The canvas as commands and panels know it. */
export function canvasPortOf(flow: ReactFlowInstance, api: ReturnType<typeof useStoreApi>, element: () => HTMLElement | null): CanvasPort {
  const go = (next: Viewport): void => {
    void flow.setViewport(next);
    setState({ zoom: next.zoom });
  };
  const frame = (): Frame => {
    const { width, height } = api.getState();
    return { width, height, margin, top: margin };
  };
  const boxesOf = (ids: readonly ElementId[]): Box | undefined => {
    const view = currentView();
    if (view === undefined) return undefined;
    return around(ids.flatMap((id): Box[] => {
      const box = view.boxes.get(id) ?? view.lanes.lanes.find((lane) => lane.party.id === id)?.box;
      const planned = view.plan.flows.find((one) => one.flow.id === id);
      return [...(box === undefined ? [] : [box]), ...(planned === undefined ? [] : planned.points.map(({ x, y }) => ({ x, y, width: 1, height: 1 })))];
    }));
  };
  const middle = (): Point => {
    const { transform: [x, y, zoom], width, height } = api.getState();
    return { x: (width / 2 - x) / zoom, y: (height / 2 - y) / zoom };
  };
  return {
    fit: () => {
      const bounds = currentView()?.bounds;
      if (bounds !== undefined && api.getState().width > 0) go(showWhole(bounds, frame(), 1));
    },
    settle: (pointedAt = []) => {
      const view = currentView();
      const { width } = api.getState();
      if (view?.bounds === undefined || width === 0) return;
      const header = view.lanes.orientation === 'vertical' ? 0 : (view.lanes.lanes.find((lane) => lane.leaf)?.body.x ?? 0) - view.bounds.x;
      go(showReadable(view.bounds, boxesOf(activeTab()?.selection ?? []) ?? boxesOf(pointedAt), frame(), header));
    },
    actualSize: () => void flow.zoomTo(1),
    zoomBy: (factor) => void flow.zoomTo(flow.getZoom() * factor),
    keepInView: (box) => {
      const { transform: [x, y, zoom], width, height } = api.getState();
      const left = box.x * zoom + x;
      const top = box.y * zoom + y;
      const right = left + box.width * zoom;
      const bottom = top + box.height * zoom;
      const by = {
        x: right > width - 2 * margin ? width - 2 * margin - right : left < 176 ? 176 - left : 0,
        y: bottom > height - margin ? height - margin - bottom : top < margin ? margin - top : 0,
      };
      if (by.x !== 0 || by.y !== 0) void flow.setViewport({ x: x + by.x, y: y + by.y, zoom }, { duration: 160 });
    },
    keepBeginning: (change) => {
      const before = currentView()?.bounds;
      change();
      const after = currentView();
      if (before === undefined || after?.bounds === undefined) return;
      const { transform: [x, y, zoom] } = api.getState();
      const vertical = after.lanes.orientation === 'vertical';
      const by = vertical ? before.y - after.bounds.y : before.x - after.bounds.x;
      if (by === 0 || (vertical ? before.y * zoom + y : before.x * zoom + x) < 0) return;
      void flow.setViewport(vertical ? { x, y: y + by * zoom, zoom } : { x: x + by * zoom, y, zoom });
    },
    show: (ids) => {
      const box = boxesOf(ids);
      if (box === undefined) return;
      const { transform: [x, y, zoom], width, height } = api.getState();
      const seen = box.x * zoom + x >= 0 && box.y * zoom + y >= 0 && (box.x + box.width) * zoom + x <= width && (box.y + box.height) * zoom + y <= height;
      if (!seen) go(showReadable(currentView()?.bounds ?? box, box, frame()));
    },
    reveal: (ids) => {
      const box = boxesOf(ids);
      select(ids);
      if (box !== undefined) void flow.setCenter(box.x + box.width / 2, box.y + box.height / 2, { zoom: Math.max(readable, Math.min(flow.getZoom(), 1)), duration: 200 });
    },
    insert: (what) => {
      const view = currentView();
      const tab = activeTab();
      if (view === undefined || tab === undefined) return;
      const made = what === 'group' ? groupAround(view, tab.selection, tab.within) : what === 'note' && tab.selection.length === 1 ? noteAbout(view, tab.selection[0] ?? '', tab.within) : undefined;
      if (made !== undefined) {
        makeNew(made.id, what, [{ type: 'node.add', node: made }]);
        return;
      }
      const chosen = tab.selection.length === 1 ? view.model.nodes[tab.selection[0] ?? ''] : undefined;
      const leads = chosen !== undefined && chosen.kind !== 'end' && chosen.kind !== 'note' && chosen.kind !== 'group';
      if (leads && what !== 'start' && what !== 'note' && what !== 'group') appendNew(what, chosen.id);
      else if (what === 'step' && !view.page.nodes.some((node) => node.kind === 'step' || node.kind === 'start')) startNaming(firstStep(view, tab.within));
      else {
        const lane = view.lanes.lanes.find((one) => one.party.id === tab.selection[0]);
        const size = sizeOfPlaceable(what);
        const place = lane !== undefined || view.page.nodes.length === 0 ? firstPlace(view, what, lane) : middle();
        placeNew(what, lane !== undefined || view.page.nodes.length === 0 ? { x: place.x + size.width / 2, y: place.y + size.height / 2 } : place);
      }
    },
    append: (what) => {
      const after = activeTab()?.selection[0];
      if (after !== undefined) appendNew(what, after);
    },
    placeAtScreen: (what, x, y) => placeNew(what, flow.screenToFlowPosition({ x, y })),
    focus: () => element()?.focus({ preventScroll: true }),
  };
}
