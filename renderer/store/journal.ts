import { canUndo, type History, undo } from '../../shared/document/editing/history.ts';
import { journalLine, replayJournal } from '../../shared/document/file/journal-line.ts';
import { serialiseDocument } from '../../shared/document/file/serialise.ts';
import { stampSchema } from '../../shared/contract/files.ts';
import { z } from '../../shared/language/zod.ts';
import { host } from '../host/host.ts';
import type { DocumentTab, FileOnDisk } from './state.ts';
import { windowStore } from './window-store.ts';

const headSchema = z.object({
  journal: z.literal('crossflow'),
  name: z.string(),
  file: z.object({ path: z.string(), name: z.string(), stamp: stampSchema }).optional(),
  /** The document that the lines begin with, as the text of its file. */
  base: z.string(),
  saved: z.boolean(),
});

/** The first line of a journal: which document it is about, and how that stood. */
export const journalHead = (tab: DocumentTab): string =>
  `${JSON.stringify({ journal: 'crossflow', name: tab.name, file: tab.file, base: serialiseDocument(tab.history.document), saved: tab.history.past.length === 0 && tab.history.saved !== undefined })}\n`;

/** What happened between two states of a tab, as lines of its journal. */
export function journalBetween({ history: before }: Pick<DocumentTab, 'history'>, tab: Pick<DocumentTab, 'history' | 'name' | 'file'>): string {
  const { history: after } = tab;
  const lines: string[] = [];
  const fresh = after.past.filter((entry) => entry.serial >= before.nextSerial);
  if (fresh.length > 0) for (const { action } of fresh) lines.push(journalLine({ did: 'perform', action }));
  else {
    const steps = after.past.length - before.past.length;
    for (let n = 0; n < -steps; n += 1) lines.push(journalLine({ did: 'undo' }));
    for (let n = 0; n < steps; n += 1) lines.push(journalLine({ did: 'redo' }));
  }
  // As which file it was saved: after a recovery its next save goes there.
  if (after.saved !== before.saved) lines.push(`${JSON.stringify({ did: 'save', name: tab.name, file: tab.file })}\n`);
  return lines.join('');
}

const saveSchema = headSchema.pick({ name: true, file: true }).extend({ did: z.literal('save') });

/** The name and file that a journal's last save tells, where there was one. */
function lastSave(lines: readonly string[]): Pick<Recovered, 'name' | 'file'> | undefined {
  for (const line of lines.toReversed()) {
    if (!line.startsWith('{"did":"save"')) continue;
    const parsed = saveSchema.safeParse(JSON.parse(line));
    if (parsed.success) return { name: parsed.data.name, ...(parsed.data.file === undefined ? {} : { file: parsed.data.file }) };
  }
  return undefined;
}

export interface Recovered {
  readonly id: string;
  readonly name: string;
  readonly file?: FileOnDisk;
  readonly history: History;
  readonly modified: number;
}

/** What a journal that was left behind brings back, unless it cannot be read or holds nothing unsaved. */
export function readJournal(id: string, text: string, modified: number): Recovered | 'unreadable' | 'nothing' {
  if (text === '') return 'nothing';
  const end = text.indexOf('\n');
  if (end < 0) return 'unreadable';
  let first: unknown;
  try {
    first = JSON.parse(text.slice(0, end));
  } catch {
    return 'unreadable';
  }
  const head = headSchema.safeParse(first);
  if (!head.success) return 'unreadable';
  const { base, name, file, saved } = head.data;
  const lines = text.slice(end + 1);
  const replayed = replayJournal(base, lines, name, saved);
  if (!replayed.ok) return 'unreadable';
  if (replayed.value.replayed === 0 && saved) return 'nothing';
  const { history } = replayed.value;
  if (history.saved === (history.past.at(-1)?.serial ?? 0)) return 'nothing';
  const known = lastSave(lines.slice(0, lines.lastIndexOf('\n')).split('\n'));
  return { id, name, history, modified, ...(file === undefined ? {} : { file }), ...known };
}

/** States back from the last one in which a text may be found again. */
const mostStates = 200;

/** Whether a file's text is what a document was at some time: written from here then, by a save that was cut off before it was noted. */
export function wasOnce(history: History, text: string): boolean {
  let at = history;
  for (let back = 0; back < mostStates; back += 1) {
    if (serialiseDocument(at.document) === text) return true;
    if (!canUndo(at)) return false;
    at = undo(at);
  }
  return false;
}

/**
 * Writes every edit of every tab to its journal as it happens. A tab's journal begins at its first edit, so that merely
 * looking at a document leaves nothing behind.
 */
export function keepJournals(): () => void {
  const begun = new Set<string>();
  return windowStore.subscribe((now, before) => {
    if (now.tabs === before.tabs) return;
    for (const tab of now.tabs) {
      const old = before.tabs.find((other) => other.id === tab.id);
      if (old === undefined || old.history === tab.history) continue;
      const lines = journalBetween(old, tab);
      if (lines === '') continue;
      const head = begun.has(tab.id) ? '' : journalHead(old);
      const fresh = !begun.has(tab.id) && old.history.past.length === 0;
      begun.add(tab.id);
      void host().request('journal:append', { id: tab.id, text: head + lines, fresh: fresh || head !== '' });
    }
    for (const old of before.tabs) {
      if (now.tabs.some((tab) => tab.id === old.id) || !begun.delete(old.id)) continue;
      void host().request('journal:discard', { id: old.id });
    }
  });
}
