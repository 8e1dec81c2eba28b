import { expect, it } from 'vitest';
import { onModel } from '../../shared/document/editing/action.ts';
import { perform, startHistory } from '../../shared/document/editing/history.ts';
import { serialiseDocument } from '../../shared/document/file/serialise.ts';
import { host } from '../host/host.ts';
import { offerRecovery, recover, save } from './files.ts';
import { journalBetween, journalHead } from './journal.ts';
import { noRuns } from './runs.ts';
import type { DocumentTab } from './state.ts';
import { blankDocument } from './tabs.ts';
import { state } from './window-store.ts';

/** A journal of two edits after a save, and the file as somebody wrote it since. */
async function leftBehind(id: string, written: (states: readonly string[]) => string): Promise<void> {
  const start = startHistory(blankDocument('Change', ''));
  const rename = (history: typeof start, name: string): typeof start => {
    const done = perform(history, onModel({ type: 'process.edit', process: 'process-1', set: { name } }));
    if (!done.ok) throw new Error('refused');
    return done.value;
  };
  const states = [start, rename(start, 'One')];
  states.push(rename(states[1] ?? start, 'Two'));
  const texts = states.map(({ document }) => serialiseDocument(document));
  const first = await host().request('document:save-as', { suggestedName: `${id}.crossflow`, filters: [], text: texts[0] ?? '' });
  if (!first.ok || first.value.kind !== 'saved') throw new Error('not saved');
  const { path, name, stamp } = first.value;
  const tabOf = (history: typeof start): DocumentTab => ({ id, name: 'Change', file: { path, name, stamp }, history, scenario: 'today', process: 'process-1', mode: 'draw', selection: [], drawer: false, runs: noRuns });
  const lines = states.slice(1).map((next, at) => journalBetween(tabOf(states[at] ?? start), tabOf(next)));
  await host().request('journal:append', { id, text: journalHead(tabOf(start)) + lines.join(''), fresh: true });
  await host().request('document:save', { path, text: written(texts), expected: stamp });
  await offerRecovery();
  recover(id);
}

it('keeps a journal that it cannot read, and says where', async () => {
  await host().request('journal:append', { id: 'tab-newer', text: '{"journal":"crossflow 9"}\n', fresh: true });
  await offerRecovery();
  const { dialog } = state();
  expect(dialog?.kind === 'failure' && dialog.failure.message).toMatchObject({ id: 'window.journalKept', values: { file: 'memory:/tab-newer.journal' } });
  const listed = await host().request('journal:list', {});
  expect(listed.ok && listed.value).toEqual([]);
});

it('knows its own writing again that a power cut kept from being noted', async () => {
  await leftBehind('tab-own', (states) => states[1] ?? '');
  await expect.poll(() => save()).toBe(true);
});

it('asks about what somebody else wrote before the recovery', async () => {
  await leftBehind('tab-other', (states) => (states[1] ?? '').replace('One', 'Theirs'));
  expect(await save()).toBe(false);
  expect(state().dialog).toMatchObject({ kind: 'changedOnDisk', tab: 'tab-other' });
});
