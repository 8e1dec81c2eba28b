import { describe, expect, it } from 'vitest';
import { onModel } from '../../shared/document/editing/action.ts';
import { markSaved, perform, redo, startHistory, undo, type History } from '../../shared/document/editing/history.ts';
import { noRuns } from './runs.ts';
import type { DocumentTab } from './state.ts';
import { blankDocument } from './tabs.ts';
import { journalBetween, journalHead, readJournal } from './journal.ts';

const tabOf = (history: History): DocumentTab => ({ id: 'tab-1', name: 'Change', history, scenario: 'today', process: 'process-1', mode: 'draw', selection: [], drawer: false, runs: noRuns });

const rename = (history: History, name: string): History => {
  const done = perform(history, onModel({ type: 'process.edit', process: 'process-1', set: { name } }));
  if (!done.ok) throw new Error('refused');
  return done.value;
};

describe('the journal', () => {
  it('brings back every edit, undo and redo', () => {
    const start = startHistory(blankDocument('Change', ''));
    const states = [start];
    const push = (next: History): void => void states.push(next);
    push(rename(start, 'One'));
    push(rename(states.at(-1) ?? start, 'Two'));
    push(undo(states.at(-1) ?? start));
    push(redo(states.at(-1) ?? start));
    push(rename(states.at(-1) ?? start, 'Three'));
    const text = journalHead(tabOf(start)) + states.slice(1).map((state, index) => journalBetween(tabOf(states[index] ?? start), tabOf(state))).join('');
    const read = readJournal('tab-1', text, 0);
    expect(read).toMatchObject({ name: 'Change', history: { document: states.at(-1)?.document } });
  });

  it('offers nothing where all was saved, or nothing was done', () => {
    const start = startHistory(blankDocument('Change', ''));
    const edited = rename(start, 'One');
    const saved = markSaved(edited);
    const text = journalHead(tabOf(start)) + journalBetween(tabOf(start), tabOf(edited)) + journalBetween(tabOf(edited), tabOf(saved));
    expect(readJournal('tab-1', text, 0)).toBe('nothing');
    expect(readJournal('tab-1', journalHead(tabOf(start)), 0)).toBe('nothing');
  });

  it('knows after a save which file the document is', () => {
    const start = startHistory(blankDocument('Change', ''), false);
    const one = rename(start, 'One');
    const file = { path: '/p/order.crossflow', name: 'order.crossflow', stamp: { modified: 1, size: 2, hash: 'a'.repeat(64) } };
    const saved = { ...tabOf(markSaved(one)), name: 'order', file };
    const two = { ...saved, history: rename(saved.history, 'Two') };
    const text = journalHead(tabOf(start)) + journalBetween(tabOf(start), tabOf(one)) + journalBetween(tabOf(one), saved) + journalBetween(saved, two);
    expect(readJournal('tab-1', text, 0)).toMatchObject({ name: 'order', file, history: { document: two.history.document } });
    expect(readJournal('tab-1', `${text}{"did":"save","na`, 0)).toMatchObject({ name: 'order', file });
  });

  it('keeps what came before a torn line', () => {
    const start = startHistory(blankDocument('Change', ''));
    const one = rename(start, 'One');
    const text = `${journalHead(tabOf(start))}${journalBetween(tabOf(start), tabOf(one))}{"did":"perf`;
    expect(readJournal('tab-1', text, 0)).toMatchObject({ history: { document: { model: { processes: { 'process-1': { name: 'One' } } } } } });
  });

  it('tells what it cannot read from what holds nothing', () => {
    for (const text of ['{"journal":"cross', 'not json\n', '{"journal":"another"}\n', '{"journal":"crossflow","name":"Change","base":"no document","saved":true}\n']) {
      expect(readJournal('tab-1', text, 0)).toBe('unreadable');
    }
  });
});
