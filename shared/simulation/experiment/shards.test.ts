import { describe, expect, it } from 'vitest';
import { sampleLabels, sampleReplication, sampleSettings } from './sample-results.ts';
import { gatherShards, parseShard, shardNumbers, type Shard } from './shards.ts';
import { summariseRun } from './summarise.ts';
import { commonWarmUp, findWarmUp } from './warm-up.ts';

const results = Array.from({ length: 7 }, (_, number) => sampleReplication(number, 100 + number / 3, 50 / (number + 1)));
const run: Shard['run'] = { document: '{}', scenario: 'today', settings: {}, gain: 'none', version: '1.0.0' };
const shard = (part: number, parts: number, change: Partial<Shard> = {}): Shard => {
  const numbers = [...shardNumbers(7, part, parts)];
  return { format: 'crossflow-shard', version: 1, key: 'k', replications: 7, numbers, results: numbers.map((number) => results[number]!), run, ...change };
};

describe('shards', () => {
  it('deal the replications out in turn', () => {
    expect(shardNumbers(7, 1, 3)).toEqual([0, 3, 6]);
    expect(shardNumbers(7, 3, 3)).toEqual([2, 5]);
    expect(shardNumbers(2, 3, 3)).toEqual([]);
  });

  it('gather to the same bytes as one run', () => {
    const texts = [shard(2, 3), shard(3, 3), shard(1, 3)].map((one) => JSON.stringify(one));
    const parsed = texts.map((text, index) => parseShard(text, `part-${index}.json`));
    const gathered = gatherShards(parsed.map((outcome) => (outcome.ok ? outcome.value : expect.fail())));
    const options = { version: '1.0.0', scenario: 'today' };
    const whole = summariseRun(results, sampleSettings, sampleLabels, options);
    expect(gathered.ok && JSON.stringify(summariseRun(gathered.value.results, sampleSettings, sampleLabels, options))).toBe(JSON.stringify(whole));
  });

  it('are refused where they do not make one run', () => {
    const code = (shards: readonly Shard[]): string | false => {
      const outcome = gatherShards(shards);
      return !outcome.ok && outcome.failure.code;
    };
    expect(code([])).toBe('shard-none');
    expect(code([shard(1, 2), shard(2, 2, { key: 'other' })])).toBe('shard-mixed');
    expect(code([shard(1, 2), shard(2, 2, { replications: 8 })])).toBe('shard-mixed');
    expect(code([shard(1, 2), shard(1, 2)])).toBe('shard-twice');
    expect(code([shard(1, 2)])).toBe('shard-missing');
    expect(code([shard(1, 2, { drawn: shard(1, 2).results }), shard(2, 2)])).toBe('shard-mixed');
  });

  it('gather what was drawn beside what was run', () => {
    const drawn = (part: number): Shard => shard(part, 2, { drawn: shard(part, 2).results.map((one) => ({ ...one, cost: 9 })) });
    const gathered = gatherShards([drawn(2), drawn(1)]);
    expect(gathered.ok && gathered.value.drawn?.map(({ replication, cost }) => [replication, cost])).toEqual(results.map(({ replication }) => [replication, 9]));
  });

  it('are refused where the file is none', () => {
    for (const text of ['', '{', '[]', '{"format":"crossflow"}', JSON.stringify({ ...shard(1, 1), results: [] }), JSON.stringify({ ...shard(1, 1), drawn: [] }), JSON.stringify({ ...shard(1, 1), numbers: [-1] })]) {
      const outcome = parseShard(text, 'x.json');
      expect(!outcome.ok && outcome.failure).toMatchObject({ code: 'shard-unreadable', file: 'x.json' });
    }
  });
});

describe('the settling-in time', () => {
  const withSeries = (length: number, level: (index: number) => number, noise = 0.01): typeof results =>
    results.map((one, replication) => ({ ...one, periods: Array.from({ length }, (_, index) => 10 * (level(index) + noise * ((index * 7 + replication) % 5))) }));

  it('ends where work in progress levels out, in whole periods', () => {
    const found = findWarmUp(withSeries(110, (index) => Math.min(index, 20)), sampleSettings);
    expect(found.refused).toBe(false);
    expect(found.seconds).toBe(200);
  });

  it('is nothing where it starts level, and refused where it never does', () => {
    expect(findWarmUp(withSeries(110, () => 5), { ...sampleSettings, horizon: 1000 }).seconds).toBe(0);
    expect(findWarmUp(withSeries(110, (index) => Math.min(index, 80)), sampleSettings)).toEqual({ seconds: 0, refused: true });
  });

  it('takes a short series period by period', () => {
    const short = { ...sampleSettings, period: 40 };
    expect(findWarmUp(withSeries(25, (index) => Math.min(index, 4), 0), short).seconds).toBe(160);
  });

  it('is the largest over scenarios', () => {
    expect(commonWarmUp([{ seconds: 10, refused: false }, { seconds: 30, refused: false }])).toEqual({ seconds: 30, refused: false });
    expect(commonWarmUp([{ seconds: 10, refused: true }])).toEqual({ seconds: 10, refused: true });
    expect(commonWarmUp([])).toEqual({ seconds: 0, refused: false });
  });
});
