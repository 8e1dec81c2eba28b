import { subscribeWithSelector } from 'zustand/middleware';
import { createStore } from 'zustand/vanilla';
import type { Document } from '../../shared/document/scenarios/document.ts';
import type { Failure } from '../../shared/language/outcome.ts';
import type { Replay } from '../../shared/simulation/results/replay.ts';
import { submitJob } from '../host/jobs.ts';
import { activeTab, state } from './window-store.ts';

/** Simulated seconds that pass in one second. */
export const speeds = [600, 1800, 3600, 10_800] as const;
export const dayLength = 86_400;

/** A replay that is prepared or shown: of which tab, document and scenario, and where it stands. */
export interface ReplayState {
  readonly of: { readonly tab: string; readonly document: Document; readonly scenario: string } | undefined;
  readonly replay: Replay | undefined;
  readonly failure: Failure | undefined;
  /** Seconds from the beginning of the replay. */
  readonly time: number;
  readonly playing: boolean;
  readonly speed: (typeof speeds)[number];
}

const nothing: ReplayState = { of: undefined, replay: undefined, failure: undefined, time: 0, playing: false, speed: 1800 };

/** Beside the window's own state, since it changes with every frame. */
export const replayStore = createStore<ReplayState>()(subscribeWithSelector(() => nothing));

let cancel: (() => void) | undefined;

/** The day on which most work begins, a little before the first of it; seconds from the beginning. */
export function busiestMoment({ stays, days }: Pick<Replay, 'stays' | 'days'>): number {
  const begun = Array.from({ length: days }, () => ({ count: 0, first: dayLength }));
  for (const { begin, end } of stays) {
    const day = begun[Math.floor(begin / dayLength)];
    if (day === undefined || begin >= end) continue;
    day.count += 1;
    day.first = Math.min(day.first, begin % dayLength);
  }
  const most = Math.max(...begun.map(({ count }) => count));
  const day = begun.findIndex(({ count }) => count === most);
  const first = begun[day]?.first ?? 0;
  return Math.max(0, day) * dayLength + (first === dayLength ? 0 : Math.max(0, first - 300));
}

/** Whether the person asked for little motion, here or of the system. */
const still = (): boolean => state().settings.reducedMotion === 'reduced' || matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Runs what is on the canvas once more and begins to show it; it moves by itself unless little motion is asked for. */
export async function startReplay(): Promise<void> {
  const tab = activeTab();
  if (tab === undefined) return;
  stopReplay();
  const of = { tab: tab.id, document: tab.history.document, scenario: tab.scenario };
  const handle = submitJob({ type: 'replay', document: of.document, scenario: of.scenario });
  cancel = () => handle.cancel();
  replayStore.setState({ ...nothing, speed: replayStore.getState().speed, of });
  const outcome = await handle.outcome;
  if (replayStore.getState().of !== of) return;
  cancel = undefined;
  if (outcome.ok) replayStore.setState({ replay: outcome.value, time: busiestMoment(outcome.value), playing: !still() });
  else if (outcome.failure.code !== 'cancelled') replayStore.setState({ failure: outcome.failure });
}

/** Ends it, also while it is prepared. */
export function stopReplay(): void {
  cancel?.();
  cancel = undefined;
  replayStore.setState({ ...nothing, speed: replayStore.getState().speed });
}

/** Goes to a moment; at the end it stands still. @param time seconds from the beginning, held within it */
export function goTo(time: number): void {
  const { replay, playing } = replayStore.getState();
  if (replay === undefined) return;
  const end = Math.min(replay.days * dayLength, replay.cutAt ?? Number.POSITIVE_INFINITY);
  replayStore.setState({ time: Math.max(0, Math.min(time, end)), playing: playing && time < end });
}

export const setPlaying = (playing: boolean): void => replayStore.setState({ playing });
export const setSpeed = (speed: ReplayState['speed']): void => replayStore.setState({ speed });
