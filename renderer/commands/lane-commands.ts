import type { CommandDescriptor } from '../../shared/contract/commands.ts';
import type { LaneBox } from '../../shared/drawing/layout/lanes.ts';
import { currentView } from '../canvas/current-view.ts';
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
const siblingsOf = (lane: LaneBox): readonly LaneBox[] =>
  currentView()?.lanes.lanes.filter((other) => other.depth === lane.depth && (lane.depth === 0 || other.party.parent === lane.party.parent)) ?? [];

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
