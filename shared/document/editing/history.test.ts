import { describe, expect, it } from 'vitest';
import { say } from '../../language/say.ts';
import { resolveScenario } from '../scenarios/resolve.ts';
import { sampleDocument, sampleModel } from '../testing/sample.ts';
import type { Action } from './action.ts';
import { onDocument, onModel } from './action.ts';
import { canRedo, dirty, type History, markSaved, perform, redo, startHistory, undo } from './history.ts';

const done = (history: History, ...actions: readonly Action[]): History =>
  actions.reduce((now, action) => {
    const next = perform(now, action);
    if (!next.ok) throw new Error(say(next.failure.message));
    return next.value;
  }, history);

const drag = (x: number, gesture?: string, scenario?: string): Action =>
  onModel({ type: 'node.move', moves: [{ node: 'build', position: { x, y: 48 } }] }, scenario, gesture);
const rename = (name: string, gesture?: string): Action => onModel({ type: 'node.edit', node: 'build', set: { name } }, undefined, gesture);

describe('the history', () => {
  it('takes back and brings back any number of entries', () => {
    // given
    const start = startHistory(sampleDocument());
    const names = Array.from({ length: 50 }, (_, i) => `Name ${i}`);
    // when
    const end = done(start, ...names.map((name) => rename(name)));
    // then
    let back = end;
    for (const name of names.toReversed()) {
      expect(back.document.model.nodes['build']?.name).toBe(name);
      back = undo(back);
    }
    expect(back.document).toEqual(sampleDocument());
    let forth = back;
    while (canRedo(forth)) forth = redo(forth);
    expect(forth.document).toEqual(end.document);
    expect(undo(back)).toBe(back);
  });

  it('makes one entry of one gesture, and two of two', () => {
    const start = startHistory(sampleDocument());
    const one = done(start, drag(272, 'drag-1'), drag(280, 'drag-1'), drag(288, 'drag-1'));
    expect(one.past).toHaveLength(1);
    expect(undo(one).document).toEqual(sampleDocument());
    expect(redo(undo(one)).document).toEqual(one.document);
    expect(done(one, drag(296, 'drag-2')).past).toHaveLength(2);
    expect(done(one, rename('Develop', 'drag-1')).past).toHaveLength(2);
    expect(done(start, drag(272), drag(280)).past).toHaveLength(2);
  });

  it('forgets what was undone when something else is done', () => {
    const history = done(undo(done(startHistory(sampleDocument()), rename('A'))), rename('B'));
    expect(history.future).toEqual([]);
    expect(redo(history)).toBe(history);
  });

  it('leaves everything as it is when nothing changes', () => {
    const start = startHistory(sampleDocument());
    expect(done(start, rename('Build'))).toBe(start);
  });

  it('knows whether the document differs from its file', () => {
    const start = startHistory(sampleDocument());
    expect(dirty(start)).toBe(false);
    expect(dirty(startHistory(sampleDocument(), false))).toBe(true);
    const edited = done(start, drag(272, 'one'));
    expect(dirty(edited)).toBe(true);
    expect(dirty(undo(edited))).toBe(false);
    const saved = markSaved(edited);
    expect(dirty(saved)).toBe(false);
    const further = done(saved, drag(280, 'one'));
    expect(dirty(further)).toBe(true);
    expect(further.past).toHaveLength(2);
    expect(dirty(undo(further))).toBe(false);
    expect(dirty(undo(saved))).toBe(true);
    expect(dirty(done(undo(saved), drag(272)))).toBe(true);
  });

  it('clears fields that are set to nothing, so that the journal keeps it', () => {
    const history = done(startHistory(sampleDocument()), onModel({ type: 'party.edit', party: 'security', set: { name: 'Sec', owner: undefined } }));
    expect(history.document.model.parties['security']).toEqual({ id: 'security', name: 'Sec', kind: 'department' });
    expect(JSON.parse(JSON.stringify(history.past[0]?.action))).toEqual(history.past[0]?.action);
    expect(history.past[0]?.action).toMatchObject({ operation: { clear: ['owner'] } });
  });

  it('refuses in a sentence and stays as it was', () => {
    const refused = perform(startHistory(sampleDocument()), onModel({ type: 'node.remove', nodes: ['nobody'] }));
    expect(refused).toMatchObject({ ok: false, failure: { code: 'operation-refused', element: 'nobody' } });
  });
});

describe('an edit while a proposal is on the canvas', () => {
  it('becomes a change of the proposal and leaves today alone', () => {
    // when
    const history = done(startHistory(sampleDocument()), onModel({ type: 'team.setCapacity', team: 'developers', capacity: { value: 5 } }, 'daily'));
    // then
    expect(history.document.model).toEqual(sampleModel());
    expect(history.document.scenarios['daily']?.changes).toEqual([
      { id: 'change-1', on: true, operation: { type: 'team.setCapacity', team: 'developers', capacity: { value: 5 } }, expected: [{ element: 'developers', field: 'capacity', value: { value: 3, provenance: 'measured' } }] },
    ]);
    const resolved = resolveScenario(history.document, 'daily');
    expect(resolved.ok && resolved.value.teams['developers']?.capacity?.value).toBe(5);
    expect(say(history.past[0]?.sentence ?? { id: 'document.notesCount' })).toBe('Developers: 5 people');
    expect(undo(history).document).toEqual(sampleDocument());
  });

  it('keeps one change where the next one supersedes it, with the first old values', () => {
    const history = done(startHistory(sampleDocument()), drag(272, 'a', 'daily'), drag(280, 'a', 'daily'), drag(288, 'b', 'daily'));
    expect(history.document.scenarios['daily']?.changes).toHaveLength(1);
    expect(history.past).toHaveLength(2);
    const resolved = resolveScenario(history.document, 'daily');
    expect(resolved.ok && resolved.value.nodes['build']?.position.x).toBe(288);
    expect(undo(undo(history)).document).toEqual(sampleDocument());
  });

  it('is refused where the proposal does not have the element', () => {
    const gone = done(startHistory(sampleDocument()), onModel({ type: 'step.eliminate', step: 'build' }, 'daily'));
    expect(perform(gone, { ...rename('X'), scenario: 'daily' } as Action).ok).toBe(false);
    expect(perform(gone, rename('X')).ok).toBe(true);
  });

  it('does not write to a base by way of a change', () => {
    expect(perform(startHistory(sampleDocument()), onDocument({ type: 'change.add', scenario: 'today', change: { id: 'c', on: true, operation: { type: 'step.eliminate', step: 'build' } } })).ok).toBe(false);
    const today = done(startHistory(sampleDocument()), { ...rename('Develop'), scenario: 'today' } as Action);
    expect(today.document.model.nodes['build']?.name).toBe('Develop');
  });
});
