import { useMemo } from 'react';
import type { Evidence } from '../../shared/analysis/readings/evidence.ts';
import { evidenceOf, ownEvidence } from '../store/evidence.ts';
import { isStale } from '../store/runs.ts';
import { localeOf } from '../store/window-store.ts';
import { useDocument, useTab, useWindow } from './use-window.ts';

function useRead(read: typeof evidenceOf): Evidence | undefined {
  const document = useDocument();
  const scenario = useTab((tab) => tab.scenario);
  const runs = useTab((tab) => tab.runs);
  const locale = useWindow(localeOf);
  return useMemo(
    () => (document === undefined || scenario === undefined || runs === undefined ? undefined : read(document, scenario, runs, locale)),
    [document, scenario, runs, locale, read],
  );
}

/** What findings and views of the tab in front are read from; undefined on the start screen. */
export const useEvidence = (): Evidence | undefined => useRead(ownEvidence);

/** The same as a comparison saw it. */
export const useComparedEvidence = (): Evidence | undefined => useRead(evidenceOf);

/** Whether the run of the scenario on the canvas no longer speaks for the document. */
export const useStale = (): boolean =>
  useTab((tab) => {
    const calculated = tab.runs.byScenario[tab.scenario];
    return calculated !== undefined && isStale(calculated, tab.history.document);
  }) === true;
