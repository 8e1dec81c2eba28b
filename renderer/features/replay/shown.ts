import { replayStore } from '../../store/replay.ts';
import type { WindowState } from '../../store/state.ts';
import { activeTab } from '../../store/window-store.ts';

/** Whether the replay speaks of what is on the canvas now: the same tab in Simulate, the same scenario, nothing edited since. */
export function isShown(all: WindowState): boolean {
  const { of } = replayStore.getState();
  const tab = activeTab(all);
  return of !== undefined && tab !== undefined && tab.mode === 'simulate' && tab.id === of.tab && tab.scenario === of.scenario && tab.history.document === of.document;
}
