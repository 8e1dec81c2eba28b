// The order in which things happen is a promise: a trace that changes is a change of results, to be made on purpose
// (CROSSFLOW_GOLDEN=write npx vitest run --project validation tests/golden writes the files anew).
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ProbeMoment } from '../../shared/simulation/engine/probe.ts';
import { networkOf, runOnce } from '../../shared/simulation/engine/testing.ts';
import { goldenModels } from './models.ts';

/** One moment as a line: names instead of numbers, times to the microsecond. */
function lineOf(moment: ProbeMoment, network: ReturnType<typeof networkOf>): string {
  const { event, time, itemClass, item, node, work, unit, detail, amount } = moment;
  return JSON.stringify({
    time: Math.round(time * 1e6) / 1e6,
    event,
    ...(itemClass < 0 ? {} : { item: `${network.classes.id[itemClass]}/${item}` }),
    ...(node < 0 ? {} : { node: network.nodes.id[node] }),
    ...(unit < 0 ? {} : { unit: network.units.id[unit] }),
    ...(work === 0 ? {} : { work }),
    ...(detail === 0 ? {} : { detail }),
    ...(amount === 0 || !Number.isFinite(amount) ? {} : { amount: Math.round(amount * 1e6) / 1e6 }),
  });
}

function traceOf(name: string): string {
  const model = goldenModels[name]!();
  const network = networkOf(model);
  const lines: string[] = [];
  runOnce(model, { seed: 20240101 }, {}, { tell: (moment) => void lines.push(lineOf(moment, network)) });
  return `${lines.join('\n')}\n`;
}

describe('event traces', () => {
  it.each(Object.keys(goldenModels))('%s', (name) => {
    const file = path.join(import.meta.dirname, `${name}.jsonl`);
    const trace = traceOf(name);
    expect(traceOf(name)).toBe(trace);
    if (process.env['CROSSFLOW_GOLDEN'] === 'write') writeFileSync(file, trace);
    expect(trace).toBe(readFileSync(file, 'utf8'));
  });
});
