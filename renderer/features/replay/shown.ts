import { useStore } from 'zustand';
import { useTab } from '../../hooks/use-window.ts';
import { replayStore } from '../../store/replay.ts';

/** Whether a replay speaks of what is on the canvas now: the same tab in Simulate, the same scenario, nothing edited since. */
export function useShown(): boolean {
  const of = useStore(replayStore, (state) => state.of);
  return useTab((tab) => of !== undefined && tab.mode === 'simulate' && tab.id === of.tab && tab.scenario === of.scenario && tab.history.document === of.document) === true;
}
