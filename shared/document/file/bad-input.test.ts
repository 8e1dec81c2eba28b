import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { say } from '../../language/say.ts';
import { parseDocument } from './parse.ts';
import { serialiseDocument } from './serialise.ts';

const folder = new URL('../../../tests/fixtures/bad-input/', import.meta.url);

/** What each stored file must say; files that begin with `run-` open, and are refused when it comes to a run. */
const sentences: Readonly<Record<string, string>> = {
  'empty.crossflow': 'the file is empty; open a backup or another file.',
  'truncated.crossflow': 'the file breaks off at line 79, column 8; open a backup or copy the file again.',
  'not-json.crossflow': 'it is no valid JSON at line 3, column 3; repair that place or open a backup.',
  'a-drawing.crossflow': 'it is no valid JSON at line 1, column 1; repair that place or open a backup.',
  'twin-ids.crossflow': '"check" stands twice in one table (line 103, column 7); give one of them another id.',
  'another-format.crossflow': 'it is no Crossflow document ("format": "crossflow" is missing); use Import for other formats.',
  'newer-version.crossflow': 'it was written by a newer Crossflow (format 99, this one knows 2); update Crossflow to open it.',
  'dangling-team.crossflow': '"Check claim" names "clerks" in requirements, which does not exist; add it or remove the mention.',
  'dangling-flow.crossflow': '"f2" names "nowhere" in to, which does not exist; add it or remove the mention.',
  'shared-id.crossflow': 'the id "check" stands in people and in nodes; give one of them another id.',
  'lanes-in-a-circle.crossflow': '"Finance" lies inside itself through its parents; break the circle.',
  'negative-number.crossflow': '"Check claim": serviceTime → value must be at least 0; correct that field.',
  'missing-number.crossflow': '"Check claim": serviceTime → value is missing; correct that field.',
  'unknown-distribution.crossflow': '"Check claim": serviceTime → type is of a kind that this version does not know; correct that field.',
};

const stored = readdirSync(folder);

it('has a stored file for every sentence', () => {
  expect(stored.filter((name) => !name.startsWith('run-')).toSorted()).toEqual(Object.keys(sentences).toSorted());
});

it.each(stored)('%s', (name) => {
  const parsed = parseDocument(readFileSync(new URL(name, folder), 'utf8'), name);
  const expected = sentences[name];
  if (expected === undefined) expect(parsed.ok).toBe(true);
  else expect(parsed.ok ? '' : say(parsed.failure.message)).toBe(`${name} was not opened: ${expected}`);
});

it('the good file among the fixtures opens and is written back byte for byte', () => {
  const text = readFileSync(new URL('../expense-claim.crossflow', folder), 'utf8');
  const parsed = parseDocument(text, 'expense-claim.crossflow');
  expect(parsed.ok && serialiseDocument(parsed.value)).toBe(text);
});
