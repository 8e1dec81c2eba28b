import { describe, expect, it } from 'vitest';
import { say } from '../../language/say.ts';
import { onDocument, onModel } from '../editing/action.ts';
import { type History, perform, redo, startHistory, undo } from '../editing/history.ts';
import { parseDocument } from '../file/parse.ts';
import { serialiseDocument } from '../file/serialise.ts';
import type { Model } from '../model/model.ts';
import type { Operation } from '../operations/all.ts';
import { sampleDocument } from '../testing/sample.ts';
import { commandTypes, type DocumentCommand, type DocumentCommandType } from './commands/all.ts';
import { structuralDiff } from './diff.ts';
import { type Document, naturalOrder, scenariosInOrder } from './document.ts';
import { conflictsOf, resolveScenario } from './resolve.ts';

const capacity = (value: number): Operation => ({ type: 'team.setCapacity', team: 'developers', capacity: { value } });
const leaveOut: Operation = { type: 'step.eliminate', step: 'assess' };

function withChanges(): Document {
  const start = startHistory(sampleDocument());
  return done(start, onModel(capacity(5), 'daily'), onModel(leaveOut, 'daily'), onDocument({ type: 'comment.add', comment: { id: 'c1', element: 'build', text: 'Why?' } }), onDocument({ type: 'version.add', version: { id: 'v1', name: 'Before' } })).document;
}

function done(history: History, ...actions: Parameters<typeof perform>[1][]): History {
  return actions.reduce((now, action) => {
    const next = perform(now, action);
    if (!next.ok) throw new Error(say(next.failure.message));
    return next.value;
  }, history);
}

const modelOf = (document: Document, id: string): Model => {
  const resolved = resolveScenario(document, id);
  if (!resolved.ok) throw new Error(say(resolved.failure.message));
  return resolved.value;
};
const after = (document: Document, command: DocumentCommand): Document => done(startHistory(document), onDocument(command)).document;

const samples: { readonly [T in DocumentCommandType]: Extract<DocumentCommand, { type: T }> } = {
  'scenario.add': { type: 'scenario.add', scenario: { id: 'more', name: 'More', parent: 'daily', changes: [], status: 'draft' } },
  'scenario.edit': { type: 'scenario.edit', scenario: 'daily', set: { name: 'Every day', oneOffCost: { value: 100 } } },
  'scenario.remove': { type: 'scenario.remove', scenario: 'daily' },
  'scenario.duplicate': { type: 'scenario.duplicate', scenario: 'daily', id: 'copy', name: 'Copy' },
  'scenario.status': { type: 'scenario.status', scenario: 'daily', status: 'agreed', decidedBy: 'CIO', date: '2024-02-01', reason: 'Worth it' },
  'scenario.promote': { type: 'scenario.promote', scenario: 'daily', date: '2024-03-01' },
  'scenario.rebase': { type: 'scenario.rebase', scenario: 'daily', drop: ['change-2'] },
  'change.add': { type: 'change.add', scenario: 'daily', change: { id: 'change-9', on: true, operation: { type: 'demand.scale', demandClass: 'changes', factor: 2 } } },
  'change.edit': { type: 'change.edit', scenario: 'daily', change: 'change-1', on: false, cost: { value: 5 } },
  'change.remove': { type: 'change.remove', scenario: 'daily', change: 'change-1' },
  'change.reorder': { type: 'change.reorder', scenario: 'daily', change: 'change-2', before: 'change-1' },
  'settings.edit': { type: 'settings.edit', set: { title: 'Renamed', currency: 'CHF' } },
  'runSettings.edit': { type: 'runSettings.edit', set: { replications: 50 } },
  'comment.add': { type: 'comment.add', comment: { id: 'c2', text: 'Look' } },
  'comment.edit': { type: 'comment.edit', comment: 'c1', set: { done: true } },
  'comment.remove': { type: 'comment.remove', comment: 'c1' },
  'version.add': { type: 'version.add', version: { id: 'v2', name: 'Now' } },
  'version.remove': { type: 'version.remove', version: 'v1' },
  'version.restore': { type: 'version.restore', version: 'v1' },
  'document.replace': { type: 'document.replace', document: { ...sampleDocument(), settings: { title: 'As it was' } }, from: 'this morning' },
};

describe('every command', () => {
  it.each(commandTypes)('%s can be executed, undone, redone and written to a file', (type) => {
    // given
    const before = type === 'version.restore' ? done(startHistory(withChanges()), onModel(capacity(9))).document : withChanges();
    // when
    const history = done(startHistory(before), onDocument(samples[type]));
    // then
    expect(history.document).not.toEqual(before);
    expect(undo(history).document).toEqual(before);
    expect(redo(undo(history)).document).toEqual(history.document);
    const text = serialiseDocument(history.document);
    const parsed = parseDocument(text, 'a.crossflow');
    expect(parsed.ok && serialiseDocument(parsed.value)).toBe(text);
    expect(say(history.past[0]?.sentence ?? { id: 'document.notesCount' }, 'de')).not.toMatch(/[{}]/);
  });
});

describe('a scenario', () => {
  it('is the model with the changes of its whole chain that are on', () => {
    const document = after(withChanges(), samples['scenario.add']);
    const further = done(startHistory(document), onModel(capacity(7), 'more')).document;
    expect(modelOf(further, 'more').teams['developers']?.capacity?.value).toBe(7);
    expect(modelOf(further, 'more').nodes['assess']).toBeUndefined();
    expect(modelOf(further, 'daily').teams['developers']?.capacity?.value).toBe(5);
    expect(modelOf(further, 'today')).toEqual(sampleDocument().model);
    const off = after(further, { type: 'change.edit', scenario: 'daily', change: 'change-2', on: false });
    expect(modelOf(off, 'more').nodes['assess']).toBeDefined();
  });

  it('fails in a sentence where a change no longer fits', () => {
    const document = done(startHistory(withChanges()), onModel({ type: 'node.remove', nodes: ['assess'], heal: true })).document;
    const resolved = resolveScenario(document, 'daily');
    expect(resolved.ok ? '' : say(resolved.failure.message)).toBe('"Decide daily" has a change that no longer fits: "assess" is not in this document: undo its removal or choose another one.');
    expect(conflictsOf(document, 'daily').map((conflict) => [conflict.kind, conflict.change])).toEqual([['impossible', 'change-2']]);
  });

  it('reports what was changed meanwhile, and takes it as found after a rebase', () => {
    const document = done(startHistory(withChanges()), onModel(capacity(4))).document;
    const [conflict] = conflictsOf(document, 'daily');
    expect(conflict).toMatchObject({ kind: 'changed', change: 'change-1', element: 'developers', field: 'capacity' });
    const rebased = after(document, { type: 'scenario.rebase', scenario: 'daily' });
    expect(conflictsOf(rebased, 'daily')).toEqual([]);
    expect(modelOf(rebased, 'daily').teams['developers']?.capacity?.value).toBe(5);
  });

  it('becomes today without being applied twice', () => {
    const before = after(withChanges(), { type: 'scenario.add', scenario: { id: 'more', name: 'More', parent: 'daily', changes: [], status: 'draft' } });
    const promoted = after(before, { type: 'scenario.promote', scenario: 'daily' });
    expect(promoted.model).toEqual(modelOf(before, 'daily'));
    for (const id of ['today', 'daily', 'more']) expect(modelOf(promoted, id)).toEqual(modelOf(before, 'daily'));
    expect(promoted.scenarios['daily']).toMatchObject({ status: 'inPlace', changes: [{ on: false }, { on: false }] });
  });

  it('leaves its changes to those that built on it when it goes', () => {
    const before = after(withChanges(), samples['scenario.add']);
    const gone = after(before, { type: 'scenario.remove', scenario: 'daily' });
    expect(gone.scenarios['more']?.parent).toBe('today');
    expect(modelOf(gone, 'more')).toEqual(modelOf(before, 'daily'));
  });

  it('cannot build on itself', () => {
    const document = after(withChanges(), samples['scenario.add']);
    expect(perform(startHistory(document), onDocument({ type: 'scenario.rebase', scenario: 'daily', parent: 'more' })).ok).toBe(false);
  });
});

it('lists what one model has that another has not', () => {
  const document = withChanges();
  const diff = structuralDiff(document.model, modelOf(document, 'daily'));
  expect(diff.added).toEqual([]);
  expect(diff.removed).toEqual([{ id: 'assess', table: 'nodes' }, { id: 'f3', table: 'flows' }]);
  expect(diff.changed).toEqual([
    { id: 'developers', table: 'teams', fields: ['capacity'] },
    { id: 'remark', table: 'nodes', fields: ['about'] },
    { id: 'f2', table: 'flows', fields: ['to', 'waypoints'] },
  ]);
});

it('orders by numbers inside names', () => {
  expect(['step-10', 'step-2', 'a', 'step-2b', 'step'].toSorted(naturalOrder)).toEqual(['a', 'step', 'step-2', 'step-2b', 'step-10']);
  expect(scenariosInOrder(withChanges()).map((scenario) => scenario.id)).toEqual(['today', 'daily']);
});
