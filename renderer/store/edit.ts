import { onDocument, onModel } from '../../shared/document/editing/action.ts';
import * as history from '../../shared/document/editing/history.ts';
import type { ElementId } from '../../shared/document/model/fields.ts';
import type { Operation } from '../../shared/document/operations/all.ts';
import type { DocumentCommand } from '../../shared/document/scenarios/commands/all.ts';
import { scenariosInOrder, todayId, type Document } from '../../shared/document/scenarios/document.ts';
import type { Failure } from '../../shared/language/outcome.ts';
import type { DialogRequest, DocumentTab, Mode, Naming, TablesView, Tool } from './state.ts';
import { activeTab, changeTab, modelOf, setState, state } from './window-store.ts';

let gestures = 0;

/** A name for what a person does in one go: undo takes it back as one. */
export const newGesture = (): string => {
  gestures += 1;
  return `gesture-${gestures}`;
};

let complain: (failure: Failure) => void = () => undefined;

/** Where refused edits are told; the window puts a toast here. */
export const onRefusal = (tell: (failure: Failure) => void): void => {
  complain = tell;
};

/** Tells that an edit was refused, and why. */
export const refuse = (failure: Failure): void => complain(failure);

/**
 * Makes changes to the model on the canvas, all of them or none; undo takes them back together.
 * In a proposal they become its changes. False where the model refuses one: the person is told why.
 */
export function perform(operations: Operation | readonly Operation[], gesture = newGesture()): boolean {
  const tab = activeTab();
  if (tab === undefined) return false;
  let next = tab.history;
  for (const operation of Array.isArray(operations) ? (operations as readonly Operation[]) : [operations as Operation]) {
    const done = history.perform(next, onModel(operation, tab.scenario === todayId ? undefined : tab.scenario, gesture));
    if (!done.ok) {
      complain(done.failure);
      return false;
    }
    next = done.value;
  }
  if (next === tab.history) return true;
  changeTab((now) => ({ ...now, history: next }), tab.id);
  askWhichIsMeant(tab);
  return true;
}

/** Tabs whose person was asked already. */
const asked = new Set<string>();

/** Editing Today where there are proposals may be a slip: asked once for a document as long as it is open, after the edit. */
function askWhichIsMeant(before: DocumentTab): void {
  if (before.scenario !== todayId || asked.has(before.id) || scenariosInOrder(before.history.document).length < 2) return;
  asked.add(before.id);
  openDialog({ kind: 'whichMeant', tab: before.id, before: before.history.past.length, back: state().dialog });
}

/** Makes changes to the document around its model: settings, proposals, comments. */
export function command(commands: DocumentCommand | readonly DocumentCommand[], gesture = newGesture()): boolean {
  const tab = activeTab();
  if (tab === undefined) return false;
  let next = tab.history;
  for (const one of Array.isArray(commands) ? (commands as readonly DocumentCommand[]) : [commands as DocumentCommand]) {
    const done = history.perform(next, onDocument(one, gesture));
    if (!done.ok) {
      complain(done.failure);
      return false;
    }
    next = done.value;
  }
  changeTab((now) => ({ ...now, history: next }), tab.id);
  return true;
}

/** Puts another state of the document into a tab, as one edit that undo takes back. `from` says for people where it comes from. */
export function replaceDocument(id: string, document: Document, from: string): boolean {
  const tab = state().tabs.find((one) => one.id === id);
  if (tab === undefined) return false;
  const done = history.perform(tab.history, onDocument({ type: 'document.replace', document, from }, newGesture()));
  if (!done.ok) {
    complain(done.failure);
    return false;
  }
  changeTab((now) => settled({ ...now, history: done.value, selection: [] }), id);
  return true;
}

/** A tab whose document is another: what it showed may not be there any more. */
function settled({ naming: _naming, within, ...tab }: DocumentTab): DocumentTab {
  const { document } = tab.history;
  const scenario = document.scenarios[tab.scenario] === undefined ? todayId : tab.scenario;
  const model = modelOf(document, scenario);
  const process = tab.process !== undefined && model.processes[tab.process] !== undefined ? tab.process : Object.keys(model.processes)[0];
  return { ...tab, scenario, process, ...(within === undefined || model.nodes[within] === undefined ? {} : { within }) };
}

/** Steps through the history by whole gestures. */
function step(move: (from: history.History) => history.History, gestureAhead: (from: history.History) => string | undefined): void {
  changeTab((tab) => {
    let next = move(tab.history);
    const gesture = gestureAhead(tab.history);
    while (gesture !== undefined && gestureAhead(next) === gesture) next = move(next);
    return settled({ ...tab, history: next });
  });
}

export const undo = (): void => step(history.undo, (from) => from.past.at(-1)?.action.gesture);
export const redo = (): void => step(history.redo, (from) => from.future.at(-1)?.action.gesture);

const sameIds = (a: readonly ElementId[], b: readonly ElementId[]): boolean => a.length === b.length && a.every((id, index) => id === b[index]);

/** Chooses elements, instead of what was chosen before. */
export const select = (ids: readonly ElementId[]): void =>
  changeTab((tab) => (sameIds(tab.selection, ids) ? tab : { ...tab, selection: ids }));

export const toggleSelected = (id: ElementId): void =>
  changeTab((tab) => ({ ...tab, selection: tab.selection.includes(id) ? tab.selection.filter((other) => other !== id) : [...tab.selection, id] }));

export const startNaming = (naming: Naming): void => changeTab((tab) => ({ ...tab, naming }));

export const stopNaming = (): void =>
  changeTab((tab) => {
    if (tab.naming === undefined) return tab;
    const { naming: _naming, ...rest } = tab;
    return rest;
  });

/** Changes what the window is for: what was selected for one purpose is let go, and the drawer stays where results are read. */
export const setMode = (mode: Mode): void =>
  changeTab((tab) => (tab.mode === mode ? tab : { ...tab, mode, ...(mode === 'present' ? { presentedFrom: tab.mode } : {}), selection: [], drawer: tab.drawer && mode === 'simulate' }));

/** Leaves Present for where it was asked for. */
export const stopPresenting = (): void => setMode(activeTab()?.presentedFrom ?? 'simulate');

export const setTool = (tool: Tool): void => setState({ tool });

export const setDrawer = (open: boolean): void => changeTab(({ tables, ...tab }) => ({ ...tab, drawer: open, ...(tables === undefined || open ? {} : { tables }) }));

/** Opens a table, or closes them. */
export const showTables = (tables: TablesView | undefined): void =>
  changeTab(({ tables: _tables, ...tab }) => (tables === undefined ? tab : { ...tab, tables, drawer: false }));

/** Puts Today or a proposal on the canvas. */
export const showScenario = (scenario: ElementId): void => changeTab((tab) => ({ ...tab, scenario, selection: [] }));

/** Shows another page, or the inside of a sub-process. */
export const showPage = (process: ElementId, within?: ElementId): void =>
  changeTab(({ within: _within, ...tab }) => ({ ...tab, process, selection: [], ...(within === undefined ? {} : { within }) }));

export const openDialog = (dialog: DialogRequest): void => setState({ dialog });

/** Says all that could not be done in one dialog; nothing where all could. */
export function tellFailures([failure, ...more]: readonly Failure[]): void {
  if (failure !== undefined) openDialog({ kind: 'failure', failure, more });
}

export const closeDialog = (): void => setState({ dialog: undefined });
