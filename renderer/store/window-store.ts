import { createStore } from 'zustand/vanilla';
import { subscribeWithSelector } from 'zustand/middleware';
import type { ElementId } from '../../shared/document/model/fields.ts';
import type { Model, Process } from '../../shared/document/model/model.ts';
import { todayId, type Document } from '../../shared/document/scenarios/document.ts';
import { resolveScenario } from '../../shared/document/scenarios/resolve.ts';
import type { Locale } from '../../shared/language/say.ts';
import type { ThemeName } from '../../shared/drawing/theme.ts';
import { initialState, type DocumentTab, type WindowState } from './state.ts';

/** Everything that the window knows. Parts of it change only through the actions beside this file. */
export const windowStore = createStore<WindowState>()(subscribeWithSelector(() => initialState));

export const state = (): WindowState => windowStore.getState();
export const setState = (change: Partial<WindowState>): void => windowStore.setState(change);

/** The tab in front. */
export const activeTab = (all: WindowState = state()): DocumentTab | undefined => all.tabs.find((tab) => tab.id === all.active);

/** Changes one tab, by default the one in front. */
export function changeTab(change: (tab: DocumentTab) => DocumentTab, id: string | undefined = state().active): void {
  windowStore.setState((all) => ({ tabs: all.tabs.map((tab) => (tab.id === id ? change(tab) : tab)) }));
}

const resolved = new WeakMap<Document, Map<ElementId, Model>>();

/**
 * The model of a scenario, the same object for the same document. A proposal that no longer fits shows what it builds on;
 * what does not fit is said where proposals are edited.
 */
export function modelOf(document: Document, scenario: ElementId): Model {
  if (scenario === todayId) return document.model;
  const known = resolved.get(document) ?? new Map<ElementId, Model>();
  resolved.set(document, known);
  const before = known.get(scenario);
  if (before !== undefined) return before;
  const outcome = resolveScenario(document, scenario);
  const model = outcome.ok ? outcome.value : document.model;
  known.set(scenario, model);
  return model;
}

/** The model on the canvas of a tab. */
export const modelOnCanvas = (tab: DocumentTab): Model => modelOf(tab.history.document, tab.scenario);

/** The page on the canvas of a tab. */
export function processOnCanvas(tab: DocumentTab): Process | undefined {
  const model = modelOnCanvas(tab);
  return (tab.process === undefined ? undefined : model.processes[tab.process]) ?? Object.values(model.processes)[0];
}

/** The window's language: the person's choice, else the system's. */
export const localeOf = ({ settings, systemLanguage }: Pick<WindowState, 'settings' | 'systemLanguage'>): Locale => {
  if (settings.language !== 'system') return settings.language;
  return systemLanguage.toLowerCase().startsWith('de') ? 'de' : 'en';
};

export const themeOf = ({ settings, systemDark }: Pick<WindowState, 'settings' | 'systemDark'>): ThemeName =>
  settings.theme === 'system' ? (systemDark ? 'dark' : 'light') : settings.theme;
