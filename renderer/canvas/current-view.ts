import type { DocumentTab } from '../store/state.ts';
import { activeTab, localeOf, modelOnCanvas, processOnCanvas, state } from '../store/window-store.ts';
import { viewPage, type PageView } from './page-view.ts';

/** The page of a tab as its canvas shows it; undefined where the document has no page. */
export function viewOfTab(tab: DocumentTab): PageView | undefined {
  const process = processOnCanvas(tab);
  if (process === undefined) return undefined;
  return viewPage(modelOnCanvas(tab), process, { within: tab.within, paint: tab.paint, locale: localeOf(state()) });
}

/** The page on the canvas of the tab in front. */
export function currentView(): PageView | undefined {
  const tab = activeTab();
  return tab === undefined ? undefined : viewOfTab(tab);
}
