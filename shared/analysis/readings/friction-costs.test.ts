import { describe, expect, it } from 'vitest';
import { say } from '../../language/say.ts';
import type { Evidence } from './evidence.ts';
import { accountedFor, frictionFindings } from './friction-costs.ts';
import { sampleEvidence, sampleStudies, sure } from './sample-evidence.ts';
import type { FrictionStudy } from './studied.ts';

const day = 86_400;

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
    expect(why({})).toMatch(/^Shapley values over all 8 sets/);
    expect(why({ method: { kind: 'sampled', orders: 4 } })).toMatch(/^Shapley values from 4 orders/);
  });

  it('speaks without the clock where nothing ran', () => {
    expect(said({}, drawn())[0]).toBe('“Closed” costs most: 3.3 to 3.7 days.');
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
