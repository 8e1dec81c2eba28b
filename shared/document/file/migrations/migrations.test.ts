import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { say } from '../../../language/say.ts';
import { documentVersion } from '../../scenarios/document.ts';
import { resolveScenario } from '../../scenarios/resolve.ts';
import { parseDocument } from '../parse.ts';
import { serialiseDocument } from '../serialise.ts';
import { migrateDocument, migrations } from './migrations.ts';

const stored = (version: number): string => readFileSync(new URL(`../../../../tests/fixtures/file-versions/version-${version}.crossflow`, import.meta.url), 'utf8');

it('every migration runs on the stored sample of its version, and the result opens', () => {
  expect(migrations.map((migration) => migration.from)).toEqual(Array.from({ length: documentVersion - 1 }, (_, i) => i + 1));
  for (const { from } of migrations) {
    // given
    const text = stored(from);
    const ran: number[] = [];
    // when
    migrateDocument(JSON.parse(text) as Record<string, unknown>, from, (version) => ran.push(version));
    const parsed = parseDocument(text, `version-${from}.crossflow`);
    // then
    expect(ran).toEqual(Array.from({ length: documentVersion - from }, (_, i) => from + i));
    if (!parsed.ok) throw new Error(say(parsed.failure.message));
    expect(parsed.value.version).toBe(documentVersion);
    expect(serialiseDocument(parsed.value)).toContain('"version": 2');
  }
});

it('version 1 keeps its model, its proposals and what it did not know', () => {
  const parsed = parseDocument(stored(1), 'version-1.crossflow');
  if (!parsed.ok) throw new Error(say(parsed.failure.message));
  const third = resolveScenario(parsed.value, 'third');
  expect(third.ok && third.value.teams['clerks']?.capacity?.value).toBe(3);
  expect(parsed.value.settings).toMatchObject({ someday: 'kept' });
  expect(parsed.value.scenarios['today']).toBeDefined();
});

it('odd shapes are refused in a sentence, not thrown', () => {
  for (const odd of [{ scenarios: 'none' }, { scenarios: [1, null] }, { nodes: [] }, { settings: null }]) {
    expect(parseDocument(JSON.stringify({ format: 'crossflow', version: 1, settings: { title: 'T' }, ...odd }), 'odd.crossflow').ok).toBe('scenarios' in odd);
  }
});
