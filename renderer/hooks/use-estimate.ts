import { useEffect, useState } from 'react';
import type { WeighedGuess } from '../../shared/analysis/studies/weigh-guesses.ts';
import type { Document } from '../../shared/document/scenarios/document.ts';
import { submitJob } from '../host/jobs.ts';
import { useModel, useTab } from './use-window.ts';

/** Quiet time after the last change before the estimate is worked out anew. */
const pause = 400;

interface Found {
  readonly document: Document;
  readonly scenario: string;
  readonly leadTime: number | null;
  readonly overloaded?: Overload;
}

/** A team that gets more work than it has time: its name and its work as a share of that time. */
export interface Overload {
  readonly team: string;
  readonly load: number;
}

/** What formulas say of what is drawn; empty while nothing is asked, while the drawing is changing and where they say nothing. */
export interface LiveEstimate {
  /** Seconds; after a run scaled to what that run found. */
  readonly leadTime?: number;
  readonly overloaded?: Overload;
}

const silent: LiveEstimate = {};

/** The estimate of what is on the canvas, off the window's thread, while `on`. */
export function useEstimate(on: boolean): LiveEstimate {
  const document = useTab((tab) => tab.history.document);
  const scenario = useTab((tab) => tab.scenario);
  const model = useModel();
  const run = useTab((tab) => tab.runs.byScenario[tab.scenario]?.result);
  const [found, setFound] = useState<Found>();
  useEffect(() => {
    if (!on || document === undefined || scenario === undefined) return;
    let cancel: (() => void) | undefined;
    const timer = setTimeout(() => {
      const handle = submitJob({ type: 'estimate', document, scenario });
      cancel = () => handle.cancel();
      void handle.outcome.then((outcome) => {
        cancel = undefined;
        setFound({ document, scenario, ...(outcome.ok ? outcome.value : { leadTime: null }) });
      });
    }, pause);
    return () => {
      clearTimeout(timer);
      cancel?.();
    };
  }, [on, document, scenario]);
  if (!on || found === undefined || found.document !== document || found.scenario !== scenario) return silent;
  if (found.overloaded !== undefined) return { overloaded: { ...found.overloaded, team: model?.teams[found.overloaded.team]?.name ?? found.overloaded.team } };
  if (found.leadTime === null) return silent;
  const before = run?.estimate?.['leadTime'];
  const mean = run?.leadTime.mean ?? null;
  return { leadTime: typeof before === 'number' && before > 0 && mean !== null ? (found.leadTime * mean) / before : found.leadTime };
}

/** Guesses that are named: more of them nobody reads. */
const named = 3;

/** The guesses of the scenario on the canvas that move its lead time most, the first of them first; none while the drawing is changing and where there is no estimate. */
export function useWeightiestGuesses(on: boolean): readonly WeighedGuess[] {
  const document = useTab((tab) => tab.history.document);
  const scenario = useTab((tab) => tab.scenario);
  const [found, setFound] = useState<{ readonly document: Document; readonly guesses: readonly WeighedGuess[] }>();
  useEffect(() => {
    if (!on || document === undefined || scenario === undefined) return undefined;
    let cancel: (() => void) | undefined;
    const timer = setTimeout(() => {
      const handle = submitJob({ type: 'estimate', document, scenario, guesses: named });
      cancel = () => handle.cancel();
      void handle.outcome.then((outcome) => {
        cancel = undefined;
        setFound({ document, guesses: outcome.ok ? (outcome.value.guesses ?? []) : [] });
      });
    }, pause);
    return () => {
      clearTimeout(timer);
      cancel?.();
    };
  }, [on, document, scenario]);
  return on && found !== undefined && found.document === document ? found.guesses : none;
}

const none: readonly WeighedGuess[] = [];
