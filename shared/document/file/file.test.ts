import { describe, expect, it } from 'vitest';
import { say } from '../../language/say.ts';
import { onModel } from '../editing/action.ts';
import { perform, startHistory, undo } from '../editing/history.ts';
import { sampleDocument } from '../testing/sample.ts';
import { journalLine, replayJournal } from './journal-line.ts';
import { parseDocument } from './parse.ts';
import { serialiseDocument } from './serialise.ts';

type Json = Record<string, unknown>;
const text = serialiseDocument(sampleDocument());

/** The sentence with which a file is refused, after one change to the sample's data. */
function refusal(change: (data: Json) => void): string {
  const data = JSON.parse(text) as Json;
  change(data);
  return sentence(JSON.stringify(data));
}
function sentence(file: string): string {
  const parsed = parseDocument(file, 'change.crossflow');
  return parsed.ok ? '' : say(parsed.failure.message);
}
const at = (data: Json, ...path: string[]): Json => path.reduce((value, key) => value[key] as Json, data);

describe('a file', () => {
  it('is written back byte for byte', () => {
    const parsed = parseDocument(text, 'a.crossflow');
    expect(parsed.ok && serialiseDocument(parsed.value)).toBe(text);
    expect(parsed.ok && parsed.value).toEqual(sampleDocument());
    expect(text.endsWith('}\n')).toBe(true);
  });

  it('begins with format and version, keeps the order of the schema and sorts tables by id', () => {
    expect(text.split('\n').slice(0, 5).map((line) => line.trim())).toEqual(['{', '"format": "crossflow",', '"version": 2,', '"settings": {', '"title": "Sample"']);
    const shuffled = sampleDocument();
    shuffled.model.nodes = Object.fromEntries(Object.entries(shuffled.model.nodes).toReversed());
    expect(serialiseDocument(shuffled)).toBe(text);
  });

  it('keeps fields that it does not know, at every level, also through an edit', () => {
    const data = JSON.parse(text) as Json;
    const places = [[], ['settings'], ['model'], ['model', 'nodes', 'build'], ['model', 'nodes', 'build', 'serviceTime'], ['model', 'flows', 'f2', 'handoff'], ['scenarios', 'daily'], ['runSettings']];
    for (const path of places) Object.assign(at(data, ...path), { zebra: { later: [1, { b: 2 }] }, aardvark: true });
    const parsed = parseDocument(JSON.stringify(data), 'a.crossflow');
    if (!parsed.ok) throw new Error(say(parsed.failure.message));
    const edited = perform(startHistory(parsed.value), onModel({ type: 'node.edit', node: 'build', set: { name: 'Develop' } }));
    const written = JSON.parse(serialiseDocument(edited.ok ? edited.value.document : parsed.value)) as Json;
    for (const path of places) expect(at(written, ...path)).toMatchObject({ zebra: { later: [1, { b: 2 }] }, aardvark: true });
    const lines = serialiseDocument(parsed.value).split('\n');
    expect(lines.findIndex((line) => line.includes('aardvark'))).toBeLessThan(lines.findIndex((line) => line.includes('zebra')));
  });

  it('is read with a byte order mark', () => {
    expect(parseDocument(`\uFEFF${text}`, 'a.crossflow').ok).toBe(true);
  });
});

describe('a file that is refused says where and what to do', () => {
  it.each([
    ['empty', '  \n', 'the file is empty'],
    ['cut off', text.slice(0, 700), 'breaks off at line'],
    ['cut off inside a word', text.slice(0, text.indexOf('Security') + 4), 'breaks off at line'],
    ['no JSON', '<bpmn:definitions/>', 'it is no valid JSON at line 1, column 1'],
    ['a comma too many', '{\n  "format": "crossflow",\n}', 'it is no valid JSON at line 3, column 1'],
    ['bytes of a picture', '\u0089PNG\r\n\u001a', 'it is no valid JSON at line 1, column 1'],
    ['another format', '{"format":"drawio"}', 'no Crossflow document'],
    ['a list', '[1]', 'no Crossflow document'],
    ['a twin', '{"format":"crossflow","version":2,"model":{"nodes":{"a":1,\n"a":2}}}', '"a" stands twice in one table (line 2, column 1)'],
    ['deep nesting', '['.repeat(100_000), 'no valid JSON'],
  ])('%s', (_name, file, expected) => {
    expect(sentence(file)).toMatch(/^change\.crossflow was not opened: /);
    expect(sentence(file)).toContain(expected);
  });

  it.each<[string, (data: Json) => void, string]>([
    ['no version', (data) => delete data['version'], 'its "version" is no whole number'],
    ['a newer version', (data) => Object.assign(data, { version: 99 }), 'newer Crossflow (format 99, this one knows 2); update Crossflow'],
    ['a negative number', (data) => Object.assign(at(data, 'model', 'teams', 'developers'), { capacity: { value: -3 } }), '"Developers": capacity → value must be more than 0'],
    ['a missing field', (data) => delete at(data, 'model', 'nodes', 'build')['position'], '"Build": position is missing'],
    ['an unknown distribution', (data) => Object.assign(at(data, 'model', 'nodes', 'build'), { serviceTime: { type: 'cauchy' } }), '"Build": serviceTime'],
    ['an unknown kind', (data) => Object.assign(at(data, 'model', 'nodes', 'build'), { kind: 'wormhole' }), '"Build": kind'],
    ['a wrong type', (data) => Object.assign(at(data, 'settings'), { title: 7 }), 'settings → title must be a string'],
    ['a broken number of pieces', (data) => Object.assign(at(data, 'model', 'teams', 'developers'), { startAt: 1.5 }), '"Developers": startAt must be a whole number'],
    ['a share above one', (data) => Object.assign(at(data, 'model', 'flows', 'yes'), { probability: { value: 1.5 } }), '"yes": probability → value must be at most 1'],
    ['a list entry', (data) => Object.assign(at(data, 'model', 'nodes', 'build'), { requirements: [{ anyOf: [] }] }), '"Build": requirements 1 → anyOf must have at least 1 entry'],
    ['a dangling reference', (data) => Object.assign(at(data, 'model', 'flows', 'f3'), { to: 'nobody' }), '"f3" names "nobody" in to, which does not exist'],
    ['a dangling team', (data) => delete at(data, 'model', 'teams')['support'], '"Deploy" names "support" in requirements'],
    ['a key that is not the id', (data) => Object.assign(at(data, 'model', 'teams', 'support'), { id: 'other' }), 'the entry "support" calls itself "other"'],
    ['one id twice', (data) => Object.assign(at(data, 'model', 'people'), { build: { id: 'build', name: 'B' } }), 'the id "build" stands in people and in nodes'],
    ['a circle of lanes', (data) => { Object.assign(at(data, 'model', 'parties', 'it'), { parent: 'cloud' }); Object.assign(at(data, 'model', 'parties', 'cloud'), { parent: 'it' }); }, 'lies inside itself'],
    ['a reserved id', (data) => Object.assign(at(data, 'model', 'systems'), { outside: { id: 'outside', name: 'X' } }), '"X": id is not valid: is a reserved id'],
    ['no base', (data) => delete at(data, 'scenarios')['today'], 'the base scenario "today" is missing'],
    ['a lost parent', (data) => Object.assign(at(data, 'scenarios', 'daily'), { parent: 'gone' }), '"Decide daily" names "gone" in parent'],
    ['a change of an unknown kind', (data) => Object.assign(at(data, 'scenarios', 'daily'), { changes: [{ id: 'c', on: true, operation: { type: 'teleport' } }] }), '"Decide daily": changes 1 → operation'],
    ['a model that is a list', (data) => Object.assign(data, { model: [] }), 'model must be a'],
    ['a table that is a word', (data) => Object.assign(at(data, 'model'), { nodes: 'none' }), 'nodes must be a'],
  ])('%s', (_name, change, expected) => {
    expect(refusal(change)).toContain(expected);
    expect(refusal(change)).toMatch(/[;:] .+\.$/);
  });
});

describe('the journal', () => {
  it('repeats what was done, taken back and saved', () => {
    // given
    const rename = onModel({ type: 'node.edit', node: 'build', set: { name: 'Develop' } }, undefined, 'g');
    const lines = [journalLine({ did: 'perform', action: rename }), journalLine({ did: 'save' }), journalLine({ did: 'perform', action: onModel({ type: 'step.eliminate', step: 'assess' }, 'daily') }), journalLine({ did: 'undo' })];
    // when
    const replay = replayJournal(text, lines.join(''), 'a.crossflow');
    // then
    if (!replay.ok) throw new Error(say(replay.failure.message));
    const performed = perform(startHistory(sampleDocument()), rename);
    expect(replay.value).toMatchObject({ replayed: 4, lost: 0 });
    expect(replay.value.history.document).toEqual(performed.ok && performed.value.document);
    expect(undo(replay.value.history).document).toEqual(sampleDocument());
  });

  it('stops at a torn line and keeps what stands before it', () => {
    const line = journalLine({ did: 'perform', action: onModel({ type: 'node.edit', node: 'build', set: { name: 'Develop' } }) });
    const replay = replayJournal(text, line + line.slice(0, 40), 'a.crossflow');
    expect(replay.ok && replay.value).toMatchObject({ replayed: 1, lost: 1 });
    expect(replay.ok && replay.value.history.document.model.nodes['build']?.name).toBe('Develop');
  });
});
