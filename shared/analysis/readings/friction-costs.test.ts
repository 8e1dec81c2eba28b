import { describe, expect, it } from 'vitest';
import { say } from '../../language/say.ts';
import type { Evidence } from './evidence.ts';
import { accountedFor, frictionFindings } from './friction-costs.ts';
import { sampleEvidence, sampleStudies, sure } from './sample-evidence.ts';
import type { FrictionStudy, Source } from './studied.ts';

const hour = 3600;
const day = 24 * hour;

const said = (change: Partial<FrictionStudy> = {}, evidence: Evidence = sampleEvidence()): readonly string[] =>
  frictionFindings(evidence, { ...sampleStudies().friction, ...change }).map(({ sentence }) => say(sentence, 'en'));

const drawn = (): Evidence => {
  const { result: _, ...scenario } = sampleEvidence().scenario;
  return { ...sampleEvidence(), scenario };
};

describe('what each cause really costs', () => {
  it('names the costliest beside the clock, the whole, and where clock and cost part', () => {
    expect(said()).toEqual([
      '“Closed” costs most: 3.3 to 3.7 days, where the clock shows 34 hours.',
      'A request would take 3.4 days instead of 9.4 days without any of these causes.',
      '“Waiting for a decision” takes 3.2 days by the clock but really costs only 1.4 to 1.6 days: without it the work would wait elsewhere.',
      '“On its way” takes 12 hours by the clock but really costs 22 to 26 hours: others wait for it too.',
    ]);
  });

  it('is told by findings of loss, the costliest with its size', () => {
    const told = frictionFindings(sampleEvidence(), sampleStudies().friction);
    expect(told.map(({ id, kind, elements, size }) => [id, kind, elements, size])).toEqual([
      ['friction:most', 'loss', [], 3.5 * day], ['friction:whole', 'loss', [], undefined], ['friction:less:latency', 'loss', [], undefined], ['friction:more:transfer', 'loss', [], undefined],
    ]);
    const idsOf = (change: Partial<FrictionStudy>): readonly string[] => frictionFindings(sampleEvidence(), { ...sampleStudies().friction, ...change }).map(({ id }) => id);
    expect([idsOf({ asItIs: null }), idsOf({ effects: [] })]).toEqual([['friction:unstable'], ['friction:none']]);
    expect(idsOf({ unstable: [['transfer', 'latency'], ['setup']] }).slice(1, 3)).toEqual(['friction:pilesUp:transfer+latency', 'friction:pilesUp:setup']);
    expect(idsOf({ whole: null })).not.toContain('friction:whole');
  });

  it('parts clock and cost where they are half as much again apart and a fiftieth of the time', () => {
    const [first] = sampleStudies().friction.effects;
    if (first === undefined) throw new Error('The sample has one.');
    const parted = (...shares: readonly (readonly [Source, number | null, number | null])[]): readonly string[] => {
      const effects = [first, ...shares.map(([source, low, high]) => ({ source, alone: null, share: { mean: 1, low, high, sd: 0, n: 30 } }))];
      return frictionFindings(sampleEvidence(), { ...sampleStudies().friction, effects }).slice(2).map(({ id }) => id);
    };
    // On its way: 12 hours by the clock. The time is 9.4 days, a fiftieth of it 4.5 hours.
    expect([parted(['transfer', 18 * hour, 40 * hour]), parted(['transfer', 18.1 * hour, 40 * hour])]).toEqual([[], ['friction:more:transfer']]);
    // A batch takes no time by the clock.
    expect([parted(['batch', 4.4 * hour, 40 * hour]), parted(['batch', 4.6 * hour, 40 * hour])]).toEqual([[], ['friction:more:batch']]);
    // A decision: 76.8 hours by the clock; set-up: 2.4 hours, less than a fiftieth.
    expect([parted(['latency', 0, 51.3 * hour]), parted(['latency', 0, 51.1 * hour]), parted(['setup', 0, 0])]).toEqual([[], ['friction:less:latency'], []]);
    expect([parted(['transfer', null, 40 * hour]), parted(['transfer', 20 * hour, null])]).toEqual([[], []]);
    // No more than two, the costliest of them.
    expect(parted(['batch', day, day], ['transfer', day, day], ['latency', 0, 0])).toEqual(['friction:more:batch', 'friction:more:transfer']);
  });

  it('never tells of less than no time', () => {
    const { effects } = sampleStudies().friction;
    expect(said({ whole: sure(10 * day) })[1]).toMatch(/^A request would take 0 /);
    const none = effects.map((effect) => (effect.source === 'latency' ? { ...effect, share: { ...sure(0), low: -0.5 * day, high: 0.5 * day } } : effect));
    expect(said({ effects: none })[2]).toContain('but really costs only 0 to 12 hours');
    const less = effects.map((effect) => (effect.source === 'latency' ? { ...effect, share: { ...sure(0), low: -0.5 * day, high: -0.1 * day } } : effect));
    expect(said({ effects: less })[2]).toContain('but really costs only 0 seconds');
  });

  it('gives one number where there is no range', () => {
    const effects = sampleStudies().friction.effects.map((effect) => ({ ...effect, share: { ...sure(3.5 * day), low: null, high: null } }));
    expect(said({ effects })).toEqual(['“Closed” costs most: 3.5 days, where the clock shows 34 hours.', 'A request would take 3.4 days instead of 9.4 days without any of these causes.']);
  });

  it('leaves unsaid what hardly differs or hardly weighs', () => {
    const { effects } = sampleStudies().friction;
    const near = effects.map((effect) => (effect.source === 'latency' ? { ...effect, share: sure(2.5 * day, 0.4 * day) } : { ...effect, share: sure(0.6 * day, 0.05 * day) }));
    expect(said({ effects: near }).filter((sentence) => sentence.includes('by the clock but'))).toEqual([]);
  });

  it('says how the shares came about to whoever asks why', () => {
    const why = (change: Partial<FrictionStudy>): string => {
      const [first] = frictionFindings(sampleEvidence(), { ...sampleStudies().friction, ...change });
      return first?.why?.map((reason) => say(reason, 'en')).join() ?? '';
    };
    expect(why({})).toBe('Shapley values over all 8 sets of causes taken away, each in 30 runs with the same random numbers.');
    expect(why({ method: { kind: 'sampled', orders: 4 } })).toBe('Shapley values from 4 orders of taking causes away, drawn anew in each of 30 runs with the same random numbers.');
  });

  it('speaks without the clock where nothing ran', () => {
    expect(said({}, drawn())).toEqual(['“Closed” costs most: 3.3 to 3.7 days.', 'A request would take 3.4 days instead of 9.4 days without any of these causes.']);
    expect([accountedFor(drawn(), 'calendar'), accountedFor(sampleEvidence(), 'calendar')]).toEqual([null, 1.4 * day]);
  });

  it('names what lets work pile up and gives no share', () => {
    const effects = sampleStudies().friction.effects.map((effect) => ({ ...effect, share: null }));
    expect(said({ unstable: [['transfer', 'latency']], effects })).toEqual([
      'Without On its way, Waiting for a decision work piles up, so shares of the whole cannot be told; what each cause saves alone can.',
      'A request would take 3.4 days instead of 9.4 days without any of these causes.',
    ]);
    expect(said({ asItIs: null, whole: null, unstable: [[]] })).toEqual([expect.stringMatching(/^Work piles up as it is/)]);
  });

  it('says so where there is nothing to take away', () => {
    expect(said({ effects: [] })).toEqual(['Nothing here makes friction that could be taken away.']);
  });
});
