import type { Message } from '../../language/message.ts';
import { type Outcome, succeed } from '../../language/outcome.ts';
import { applyPatches, type Patch } from '../operations/applying.ts';
import type { Document } from '../scenarios/document.ts';
import { type Action, act, mergeKeyOfAction, sentenceOfAction } from './action.ts';

/** One step of undo and redo: the action, its sentence, and patches both ways. */
export interface Entry {
  /** Counts up over the whole life of the history, so that a saved state can be told from any other. */
  readonly serial: number;
  readonly action: Action;
  readonly sentence: Message;
  readonly patches: readonly Patch[];
  readonly inverse: readonly Patch[];
}

/** A document with what was done to it. `past` ends with the latest entry, `future` with the one that redo brings back first. */
export interface History {
  readonly document: Document;
  readonly past: readonly Entry[];
  readonly future: readonly Entry[];
  readonly nextSerial: number;
  /** The serial of the last entry at the last save, 0 for the document as opened; undefined where it was never saved. */
  readonly saved: number | undefined;
}

/** A history that begins with a document. `saved` false: it exists nowhere else yet. */
export const startHistory = (document: Document, saved = true): History => ({
  document, past: [], future: [], nextSerial: 1, saved: saved ? 0 : undefined,
});

/** Carries out an action on the document. One that changes nothing leaves the history as it is. */
export function perform(history: History, action: Action): Outcome<History> {
  const clean = withoutUndefined(action);
  const acted = act(history.document, clean);
  if (!acted.ok) return acted;
  const { document, patches, inverse } = acted.value;
  if (patches.length === 0) return succeed(history);
  const entry: Entry = { serial: history.nextSerial, action: clean, sentence: sentenceOfAction(clean, history.document), patches, inverse };
  const last = history.past.at(-1);
  const past = last !== undefined && supersedes(history, last, clean) ? [...history.past.slice(0, -1), joined(last, entry)] : [...history.past, entry];
  return succeed({ ...history, document, past, future: [], nextSerial: history.nextSerial + 1 });
}

/** Takes the latest entry back; without one, nothing. */
export function undo(history: History): History {
  const entry = history.past.at(-1);
  if (entry === undefined) return history;
  return {
    ...history,
    document: applyPatches(history.document, [...entry.inverse]),
    past: history.past.slice(0, -1),
    future: [...history.future, entry],
  };
}

/** Brings the entry back that was undone last; without one, nothing. */
export function redo(history: History): History {
  const entry = history.future.at(-1);
  if (entry === undefined) return history;
  return {
    ...history,
    document: applyPatches(history.document, [...entry.patches]),
    past: [...history.past, entry],
    future: history.future.slice(0, -1),
  };
}

export const canUndo = (history: History): boolean => history.past.length > 0;
export const canRedo = (history: History): boolean => history.future.length > 0;

/** Whether the document differs from its file. */
export const dirty = (history: History): boolean => history.saved !== position(history);

/** The history after the document as it is now was written to its file. */
export const markSaved = (history: History): History => ({ ...history, saved: position(history) });

const position = (history: History): number => history.past.at(-1)?.serial ?? 0;

/** A saved state stays an entry of its own, so that undo can come back to it. */
function supersedes(history: History, last: Entry, action: Action): boolean {
  if (action.gesture === undefined || last.action.gesture !== action.gesture || last.serial === history.saved) return false;
  const key = mergeKeyOfAction(action);
  return key !== undefined && mergeKeyOfAction(last.action) === key;
}

const joined = (earlier: Entry, later: Entry): Entry => ({
  ...later,
  patches: [...earlier.patches, ...later.patches],
  inverse: [...later.inverse, ...earlier.inverse],
});

/** Fields set to undefined would be lost in the journal: they are cleared instead. */
function withoutUndefined(action: Action): Action {
  const payload: object = action.kind === 'operation' ? action.operation : action.command;
  const set: unknown = Reflect.get(payload, 'set');
  if (typeof set !== 'object' || set === null) return action;
  const emptied = Object.keys(set).filter((field) => Reflect.get(set, field) === undefined);
  if (emptied.length === 0) return action;
  const kept = Object.fromEntries(Object.entries(set).filter(([, value]) => value !== undefined));
  const cleared: unknown = Reflect.get(payload, 'clear');
  const clear = [...(Array.isArray(cleared) ? cleared : []), ...emptied];
  const changed = { ...payload, set: kept, clear };
  return (action.kind === 'operation' ? { ...action, operation: changed } : { ...action, command: changed }) as Action;
}
