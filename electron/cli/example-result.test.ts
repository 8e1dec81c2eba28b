import path from 'node:path';
import { expect, it } from 'vitest';
import { exampleResult } from '../../shared/examples/results/results.ts';
import { crossflow } from './test-terminal.ts';

it('the result that ships with the start screen is the one that a run gives now', async () => {
  const file = path.resolve(import.meta.dirname, '../../shared/examples/software-change.crossflow');
  const { out, code } = await crossflow(['simulate', file, '--json', '-']);
  expect(code).toBe(0);
  const { crossflow: _version, ...found } = JSON.parse(out) as Record<string, unknown>;
  const { crossflow: _other, ...stored } = (exampleResult('software-change') ?? {}) as Record<string, unknown>;
  // Otherwise `npm run examples` stores it anew.
  expect(found).toEqual(stored);
}, 120_000);
