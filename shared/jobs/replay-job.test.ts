import { expect, test } from 'vitest';
import { sampleModel } from '../analysis/readings/sample-evidence.ts';
import { compileNetwork } from '../simulation/network/compile.ts';
import { resolveRunSettings } from '../simulation/network/run-settings.ts';
import { startRun } from '../simulation/engine/run.ts';
import { findTimeZone, UTC } from '../simulation/kernel/time-zones/time-zone.ts';
import { fromMidnight, middleWeek, ReplayProbe } from './replay-job.ts';

const day = 86_400;

test('the week shown holds the middle of what counts, and is whole where the run is', () => {
  expect(middleWeek({ warmUp: 20 * day, horizon: 180 * day })).toEqual({ from: 98 * day, to: 105 * day });
  expect(middleWeek({ warmUp: 0, horizon: 2.5 * day })).toEqual({ from: 0, to: 3 * day });
  expect(middleWeek({ warmUp: 0, horizon: 10 * day })).toEqual({ from: 0, to: 7 * day });
  expect(middleWeek({ warmUp: 0, horizon: Infinity })).toEqual({ from: 0, to: 7 * day });
});

test('days begin at midnight also after the clock was put forward', () => {
  const berlin = findTimeZone('Europe/Berlin') ?? UTC;
  const start = Date.UTC(2023, 11, 31, 23) / 1000;
  // 1 January 2024 in Berlin, and 26 weeks later, in summer.
  expect(fromMidnight({ from: 182 * day, to: 189 * day }, start, berlin)).toEqual({ from: 182 * day - 3600, to: 189 * day - 3600 });
  expect(fromMidnight({ from: 0, to: 7 * day }, start, berlin)).toEqual({ from: 0, to: 7 * day });
});

function record(from: number, to: number) {
  const model = sampleModel();
  const network = compileNetwork(model, {});
  if (!network.ok) throw new Error('The sample does not compile.');
  const settings = resolveRunSettings(network.value, { horizon: { value: 30, unit: 'd' }, replications: 1, seed: 3 });
  const probe = new ReplayProbe(network.value, model, { from, to });
  const run = startRun(network.value, settings, 0, probe);
  while (!probe.isFull && run.advance(1000) === 'more');
  return { model, replay: probe.replay(1_700_000_000, 'UTC') };
}

test('stays lie inside the days shown, one after the other, each at a node of the model', () => {
  const { model, replay } = record(14 * day, 21 * day);
  expect(replay).toMatchObject({ start: 1_700_000_000, timeZone: 'UTC', days: 7, cutAt: undefined });
  expect(replay.stays.length).toBeGreaterThan(20);
  for (const { node, left, enable, begin, end, path } of replay.stays) {
    expect(model.nodes[node]).toBeDefined();
    expect([left, enable, begin, end].toSorted((a, b) => a - b)).toEqual([left, enable, begin, end]);
    expect(left).toBeGreaterThanOrEqual(0);
    expect(end).toBeLessThanOrEqual(7 * day);
    if (path >= 0) expect(model.flows[replay.paths[path]?.at(-1) ?? '']?.to).toBe(node);
  }
  expect(replay.stays.map(({ left }) => left)).toEqual(replay.stays.map(({ left }) => left).toSorted((a, b) => a - b));
});

test('whoever is done in the days shown leaves by an end', () => {
  const { model, replay } = record(0, 7 * day);
  const left = replay.stays.filter(({ node }) => model.nodes[node]?.kind === 'end');
  expect(left.length).toBeGreaterThan(0);
  for (const { enable, begin, end, path } of left) {
    expect([begin, end]).toEqual([enable, enable]);
    expect(path).toBeGreaterThanOrEqual(0);
  }
});
