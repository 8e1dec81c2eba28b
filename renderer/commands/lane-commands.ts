import { smallestLaneSize } from '../../shared/document/model/lanes.ts';
import type { CommandDescriptor } from '../../shared/contract/commands.ts';
import type { LaneBox } from '../../shared/drawing/layout/lanes.ts';
import { currentView } from '../canvas/current-view.ts';
import { laneAround, lanesBeside } from '../canvas/lane-drop.ts';
import { putLane } from '../canvas/lane-moves.ts';
import { turned } from '../canvas/turning.ts';
import { canvasPort } from '../store/canvas-port.ts';
import { perform, showPage } from '../store/edit.ts';
import { activeTab } from '../store/window-store.ts';
import type { CommandAction } from './registry.ts';

interface Entry {
  readonly descriptor: CommandDescriptor;
  readonly action: CommandAction;
}

const drawing = (): boolean => activeTab()?.mode === 'draw';

/** The one lane that is selected. */
function laneChosen(): LaneBox | undefined {
  const [id, ...more] = activeTab()?.selection ?? [];
  return more.length > 0 ? undefined : currentView()?.lanes.lanes.find((lane) => lane.party.id === id);
}

/** The lanes beside each other that one lane can change places with. */
const siblingsOf = (lane: LaneBox): readonly LaneBox[] => {
  const view = currentView();
  return view === undefined ? [] : lanesBeside(view.lanes, lane);
};

/** The lane before which a lane comes that is moved by one; null for the end, undefined where it cannot be moved. */
function neighbour(lane: LaneBox, by: -1 | 1): string | null | undefined {
  const siblings = siblingsOf(lane);
  const at = siblings.findIndex((other) => other.party.id === lane.party.id) + by;
  if (at < 0 || at >= siblings.length) return undefined;
  return siblings[by < 0 ? at : at + 1]?.party.id ?? null;
}

const moved = (by: -1 | 1): CommandAction => ({
  perform: () => {
    const process = currentView()?.page.process.id;
    const lane = laneChosen();
    const before = lane === undefined ? undefined : neighbour(lane, by);
    if (process !== undefined && lane !== undefined && before !== undefined) perform({ type: 'lane.reorder', process, party: lane.party.id, ...(before === null ? {} : { before }) });
  },
  when: () => {
    const lane = drawing() ? laneChosen() : undefined;
    return lane !== undefined && neighbour(lane, by) !== undefined;
  },
});

/** Into the lane before it, or out of the one around it, right after that. */
const nested = (inward: boolean): CommandAction => {
  const there = (): Parameters<typeof putLane>[2] | undefined => {
    const view = currentView();
    const lane = drawing() ? laneChosen() : undefined;
    if (view === undefined || lane === undefined) return undefined;
    if (inward) {
      const beside = lanesBeside(view.lanes, lane);
      const parent = beside[beside.indexOf(lane) - 1];
      return parent === undefined ? undefined : { parent: parent.party.id, before: undefined };
    }
    const around = laneAround(view.lanes, lane);
    if (around === undefined) return undefined;
    const beside = lanesBeside(view.lanes, around);
    return { parent: laneAround(view.lanes, around)?.party.id, before: beside[beside.indexOf(around) + 1]?.party.id };
  };
  return {
    perform: () => {
      const view = currentView();
      const lane = laneChosen();
      const place = there();
      if (view !== undefined && lane !== undefined && place !== undefined) putLane(view, lane, place);
    },
    when: () => there() !== undefined,
  };
};

/** How much thicker or thinner one press makes a lane, in pixels. */
const sizeStep = 16;

const sized = (by: 1 | -1): CommandAction => ({
  perform: () => {
    const process = currentView()?.page.process.id;
    const lane = laneChosen();
    if (process !== undefined && lane !== undefined) perform({ type: 'lane.resize', process, party: lane.party.id, size: Math.max(smallestLaneSize, lane.lane.size + by * sizeStep) }, `lane size ${lane.party.id}`);
  },
  when: () => {
    const lane = drawing() ? laneChosen() : undefined;
    return lane !== undefined && lane.own !== undefined && lane.lane.collapsed !== true;
  },
});

function foldLane(lane: LaneBox): void {
  const process = currentView()?.page.process.id;
  if (process !== undefined) perform({ type: 'lane.collapse', process, party: lane.party.id, collapsed: lane.lane.collapsed !== true });
}

function turnLanes(): void {
  const view = currentView();
  if (view === undefined || !perform(turned(view))) return;
  requestAnimationFrame(() => canvasPort()?.settle());
}

function subprocessChosen(): string | undefined {
  const [id, ...more] = activeTab()?.selection ?? [];
  return id !== undefined && more.length === 0 && currentView()?.model.nodes[id]?.kind === 'subprocess' ? id : undefined;
}

/** Out of a sub-process, to the page that holds it. */
function goOut(): void {
  const view = currentView();
  const within = activeTab()?.within;
  if (view === undefined || within === undefined) return;
  showPage(view.page.process.id, view.model.nodes[within]?.parent);
  requestAnimationFrame(() => canvasPort()?.reveal([within]));
}

/** Commands about lanes and pages as wholes. */
export const laneCommands: readonly Entry[] = [
  { descriptor: { id: 'lane.earlier', label: 'canvas.laneEarlier', accelerator: 'Alt+Up' }, action: moved(-1) },
  { descriptor: { id: 'lane.later', label: 'canvas.laneLater', accelerator: 'Alt+Down' }, action: moved(1) },
  { descriptor: { id: 'lane.inward', label: 'canvas.laneInward', accelerator: 'Alt+Shift+Right' }, action: nested(true) },
  { descriptor: { id: 'lane.outward', label: 'canvas.laneOutward', accelerator: 'Alt+Shift+Left' }, action: nested(false) },
  { descriptor: { id: 'lane.thicker', label: 'canvas.laneThicker', accelerator: 'Alt+Shift+Down' }, action: sized(1) },
  { descriptor: { id: 'lane.thinner', label: 'canvas.laneThinner', accelerator: 'Alt+Shift+Up' }, action: sized(-1) },
  {
    descriptor: { id: 'lane.fold', label: 'canvas.foldLane', accelerator: 'F' },
    action: {
      perform: () => {
        const lane = laneChosen();
        if (lane !== undefined) foldLane(lane);
      },
      when: () => drawing() && laneChosen() !== undefined,
      checked: () => laneChosen()?.lane.collapsed === true,
    },
  },
  { descriptor: { id: 'page.turn', label: 'canvas.turnLanes' }, action: { perform: turnLanes, when: () => drawing() && (currentView()?.lanes.lanes.length ?? 0) > 0 } },
  {
    descriptor: { id: 'page.inside', label: 'canvas.openInside', accelerator: 'Alt+Right' },
    action: {
      perform: () => {
        const id = subprocessChosen();
        const process = currentView()?.page.process.id;
        if (id !== undefined && process !== undefined) showPage(process, id);
      },
      when: () => subprocessChosen() !== undefined,
    },
  },
  { descriptor: { id: 'page.outside', label: 'canvas.goOut', accelerator: 'Alt+Left' }, action: { perform: goOut, when: () => activeTab()?.within !== undefined } },
];
