import { dirty, startHistory, type History } from '../../shared/document/editing/history.ts';
import { emptyDocument, todayId, type Document } from '../../shared/document/scenarios/document.ts';
import { noRuns } from './runs.ts';
import type { DocumentTab, FileOnDisk } from './state.ts';
import { setState, state, windowStore } from './window-store.ts';

const newTabId = (): string => `tab-${crypto.randomUUID()}`;

/** A document with one empty page, ready to be drawn in. */
export function blankDocument(title: string, author: string): Document {
  const document = emptyDocument(title);
  return {
    ...document,
    settings: { ...document.settings, ...(author === '' ? {} : { author }) },
    model: { ...document.model, processes: { 'process-1': { id: 'process-1', name: title, lanes: [] } } },
  };
}

export interface OpenAs {
  readonly name: string;
  readonly file?: FileOnDisk;
  /** It exists nowhere else yet, so closing it asks. */
  readonly unsaved?: boolean;
  readonly id?: string;
}

/** A tab as it is when it is opened. */
export const tabOf = (history: History, { name, file, id = newTabId() }: OpenAs): DocumentTab => ({
  id, name, history, scenario: todayId, process: Object.keys(history.document.model.processes)[0], mode: 'draw', selection: [], drawer: false, runs: noRuns,
  ...(file === undefined ? {} : { file }),
});

function addTab(history: History, as: OpenAs): DocumentTab {
  const tab = tabOf(history, as);
  windowStore.setState((all) => ({ tabs: [...all.tabs, tab], active: tab.id, searching: false, tool: 'select' }));
  return tab;
}

/** Opens a document in a tab of its own, in front. */
export const openDocument = (document: Document, as: OpenAs): DocumentTab => addTab(startHistory(document, as.unsaved !== true), as);

/** Opens a document with its history: after a recovery, or a tab that was closed. */
export const openHistory = (history: History, as: OpenAs): DocumentTab => addTab(history, as);

export const activate = (id: string | undefined): void => setState({ active: id, searching: false });

export const isDirty = (tab: DocumentTab): boolean => dirty(tab.history);

/** Takes a tab away without asking. It can be had back until the program ends. */
export function dropTab(id: string): void {
  windowStore.setState((all) => {
    const at = all.tabs.findIndex((tab) => tab.id === id);
    const gone = all.tabs[at];
    if (gone === undefined) return all;
    const tabs = all.tabs.filter((tab) => tab.id !== id);
    const active = all.active === id ? (tabs[Math.min(at, tabs.length - 1)]?.id ?? undefined) : all.active;
    return { tabs, active, closed: [...all.closed.slice(-9), gone] };
  });
}

/** Brings back the tab that was closed last. */
export function reopenClosed(): void {
  const last = state().closed.at(-1);
  if (last === undefined) return;
  windowStore.setState((all) => ({ closed: all.closed.slice(0, -1), tabs: [...all.tabs, last], active: last.id }));
}
