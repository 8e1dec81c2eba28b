import { useMemo } from 'react';
import type { Evidence } from '../../shared/analysis/readings/evidence.ts';
import { ownEvidence } from '../store/evidence.ts';
import { isStale } from '../store/runs.ts';
import { localeOf } from '../store/window-store.ts';
import { useTab, useWindow } from './use-window.ts';

/** What findings and views of the tab in front are read from; undefined on the start screen. */
export function useEvidence(): Evidence | undefined {
  const tab = useTab((one) => one);
  const locale = useWindow(localeOf);
  return useMemo(() => (tab === undefined ? undefined : ownEvidence(tab, locale)), [tab?.history.document, tab?.scenario, tab?.runs, locale]);
}

/** Whether the run of the scenario on the canvas no longer speaks for the document. */
export const useStale = (): boolean =>
  useTab((tab) => {
    const calculated = tab.runs.byScenario[tab.scenario];
    return calculated !== undefined && isStale(calculated, tab.history.document);
  }) === true;
