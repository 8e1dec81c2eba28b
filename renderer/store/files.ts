import type { Filters, OpenedFile } from '../../shared/contract/files.ts';
import { type History, markSaved } from '../../shared/document/editing/history.ts';
import { parseDocument } from '../../shared/document/file/parse.ts';
import { serialiseDocument } from '../../shared/document/file/serialise.ts';
import { message } from '../../shared/language/message.ts';
import type { Failure } from '../../shared/language/outcome.ts';
import { say } from '../../shared/language/say.ts';
import { host } from '../host/host.ts';
import { submitJob } from '../host/jobs.ts';
import { openDialog, replaceDocument } from './edit.ts';
import { readJournal, type Recovered, wasOnce } from './journal.ts';
import type { DocumentTab, FileOnDisk, TheirFile } from './state.ts';
import { activate, blankDocument, dropTab, isDirty, openDocument, openHistory } from './tabs.ts';
import { activeTab, changeTab, localeOf, setState, state } from './window-store.ts';

const words = (id: Parameters<typeof message>[0]): string => say(message(id), localeOf(state()));

const crossflowFilter = (): Filters[number] => ({ name: 'Crossflow', extensions: ['crossflow'] });

/** What the open dialog shows. */
const openFilters = (): Filters => [
  { name: words('window.allProcessFiles'), extensions: ['crossflow', 'bpmn', 'xml', 'json', 'drawio', 'xes', 'csv'] },
  crossflowFilter(),
  { name: 'BPMN 2.0', extensions: ['bpmn', 'xml'] },
];

const failed = (failure: Failure): void => openDialog({ kind: 'failure', failure });

/** A new document on a page without lanes: the canvas asks which departments a request passes. */
export function newDocument(): void {
  const base = words('window.untitled');
  const taken = new Set(state().tabs.map((tab) => tab.name));
  let name = base;
  for (let n = 2; taken.has(name); n += 1) name = `${base} ${n}`;
  openDocument(blankDocument(name, state().settings.author), { name });
}

const stem = (name: string): string => name.replace(/\.[^.]+$/, '');

/** Ends when what was changed can be seen and the window is at rest, or soon in a window that is not shown and has no frames. */
const painted = (): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => requestIdleCallback(() => resolve(), { timeout: 300 }));
    setTimeout(resolve, 1000);
  });

/** An import that takes longer says so, ms. */
const busyFrom = 150;

async function openOne(file: OpenedFile): Promise<void> {
  const open = state().tabs.find((tab) => tab.file?.path === file.path);
  if (open !== undefined) {
    activate(open.id);
    return;
  }
  if (file.name.toLowerCase().endsWith('.crossflow')) {
    const parsed = parseDocument(new TextDecoder().decode(file.bytes), file.name);
    if (parsed.ok) openDocument(parsed.value, { name: stem(file.name), file: { path: file.path, name: file.name, stamp: file.stamp } });
    else failed(parsed.failure);
    return;
  }
  const handle = submitJob({
    type: 'import', locale: localeOf(state()),
    files: [{ name: file.name, bytes: file.bytes }, ...file.companions.map(({ name, bytes }) => ({ name, bytes }))],
  });
  // What is there at once needs no word that it is coming.
  const told = setTimeout(() => setState({ busy: { label: say(message('window.importing', { file: file.name }), localeOf(state())), cancel: () => handle.cancel() } }), busyFrom);
  const outcome = await handle.outcome;
  clearTimeout(told);
  setState({ busy: undefined });
  if (!outcome.ok) {
    if (outcome.failure.code !== 'cancelled') failed(outcome.failure);
    return;
  }
  openDocument(outcome.value.document, { name: stem(file.name), unsaved: true });
  await painted();
  openDialog({ kind: 'importReport', report: outcome.value.report });
}

/** Opens files that the person chose, dropped, or named on the command line. */
export async function openFiles(files: readonly OpenedFile[]): Promise<void> {
  for (const file of files) await openOne(file);
  await refreshRecent();
}

export async function askToOpen(): Promise<void> {
  const chosen = await host().request('document:open', { filters: [...openFilters()], several: true });
  if (chosen.ok) await openFiles(chosen.value);
  else failed(chosen.failure);
}

export async function openRecent(path: string): Promise<void> {
  const opened = await host().request('document:open-recent', { path });
  if (opened.ok) await openFiles([opened.value]);
  else {
    failed(opened.failure);
    setState({ recent: await host().request('recent:forget', { path }) });
  }
}

export const refreshRecent = async (): Promise<void> => setState({ recent: await host().request('recent:list', {}) });

/**
 * Writes a tab to its file, or asks for one. True where it was written.
 * @param over what may be overwritten: what was opened, or what the person saw that somebody else wrote meanwhile
 */
export async function save(tab: DocumentTab | undefined = activeTab(), over = tab?.file?.stamp): Promise<boolean> {
  if (tab === undefined) return false;
  if (tab.file === undefined || over === undefined) return saveAs(tab);
  const { document } = tab.history;
  const saved = await host().request('document:save', { path: tab.file.path, text: serialiseDocument(document), expected: over });
  if (!saved.ok) {
    failed(saved.failure);
    return false;
  }
  if (saved.value.kind === 'changed') {
    openDialog({ kind: 'changedOnDisk', tab: tab.id, theirs: saved.value.theirs });
    return false;
  }
  if (saved.value.kind === 'cancelled') return false;
  written(tab, saved.value);
  return true;
}

/** Asks where to write a tab. */
export async function saveAs(tab: DocumentTab | undefined = activeTab()): Promise<boolean> {
  if (tab === undefined) return false;
  const saved = await host().request('document:save-as', { suggestedName: `${tab.name}.crossflow`, filters: [crossflowFilter()], text: serialiseDocument(tab.history.document) });
  if (!saved.ok) {
    failed(saved.failure);
    return false;
  }
  if (saved.value.kind !== 'saved') return false;
  written(tab, saved.value);
  void refreshRecent();
  return true;
}

/** What was edited while the file was being written stays unsaved. */
function written(tab: DocumentTab, { path, name, stamp }: FileOnDisk): void {
  changeTab(
    (now) => ({ ...now, name: stem(name), file: { path, name, stamp }, history: now.history === tab.history ? markSaved(now.history) : { ...now.history, saved: tab.history.past.at(-1)?.serial ?? 0 } }),
    tab.id,
  );
}

/** Puts what stands on the disk into a tab, in place of what was edited here; undo brings that back. */
export function takeTheirs(id: string, theirs: TheirFile): void {
  const parsed = parseDocument(new TextDecoder().decode(theirs.bytes), theirs.name);
  if (!parsed.ok) {
    failed(parsed.failure);
    return;
  }
  const tab = state().tabs.find((one) => one.id === id);
  if (tab === undefined) return;
  const { path, name, stamp } = theirs;
  if (replaceDocument(id, parsed.value, name)) changeTab((now) => ({ ...now, history: markSaved(now.history), file: { path, name, stamp } }), id);
}

/** Closes a tab; one with unsaved changes asks first. */
export function askToClose(id: string | undefined = state().active): void {
  const tab = state().tabs.find((one) => one.id === id);
  if (tab === undefined) return;
  if (isDirty(tab)) openDialog({ kind: 'close', tabs: [tab.id], quit: false });
  else dropTab(tab.id);
}

/** The window is to close: unsaved tabs ask first. */
export function askToQuit(): void {
  const unsaved = state().tabs.filter(isDirty);
  if (unsaved.length === 0) quit();
  else openDialog({ kind: 'close', tabs: unsaved.map((tab) => tab.id), quit: true });
}

/** Closes the window; what is still open was given up by the person. */
export function quit(): void {
  for (const { id } of state().tabs) void host().request('journal:discard', { id });
  void host().request('window:close', {});
}

/**
 * Journals of documents whose window ended without closing them. What holds nothing unsaved is thrown away; what cannot
 * be read, perhaps because a newer version wrote it, is kept aside and the person is told where.
 */
export async function offerRecovery(): Promise<void> {
  const listed = await host().request('journal:list', {});
  if (!listed.ok) return;
  const journals: Recovered[] = [];
  const kept: string[] = [];
  for (const { id, text, modified } of listed.value) {
    const read = readJournal(id, text, modified);
    if (read === 'nothing') void host().request('journal:discard', { id });
    else if (read !== 'unreadable') journals.push(read);
    else {
      const aside = await host().request('journal:set-aside', { id });
      if (aside.ok) kept.push(aside.value);
    }
  }
  if (journals.length > 0) openDialog({ kind: 'recovery', journals });
  else if (kept.length > 0) failed({ code: 'journal.unreadable', message: message('window.journalKept', { file: kept.join(', ') }) });
}

/** Opens what a journal brought back, in its place. */
export function recover(id: string): void {
  const { dialog } = state();
  const found = dialog?.kind === 'recovery' ? dialog.journals.find((journal) => journal.id === id) : undefined;
  if (found === undefined) return;
  // The file itself may be open already, as it was saved last: what was recovered takes its place.
  const saved = state().tabs.find((tab) => tab.file !== undefined && tab.file.path === found.file?.path && !isDirty(tab));
  if (saved !== undefined) dropTab(saved.id);
  openHistory(found.history, { name: found.name, ...(found.file === undefined ? {} : { file: found.file }), id: found.id });
  if (found.file !== undefined) void noteOwnWriting(found.id, found.history, found.file);
}

/** A power cut between a save and its note leaves a file that looks changed: where the document itself wrote it, nobody else did. */
async function noteOwnWriting(id: string, history: History, file: FileOnDisk): Promise<void> {
  const read = await host().request('document:read', { path: file.path });
  if (!read.ok || read.value.stamp.hash === file.stamp.hash || !wasOnce(history, new TextDecoder().decode(read.value.bytes))) return;
  changeTab((now) => (now.file?.stamp === file.stamp ? { ...now, file: { ...file, stamp: read.value.stamp } } : now), id);
}

export const forgetJournal = (id: string): void => void host().request('journal:discard', { id });
