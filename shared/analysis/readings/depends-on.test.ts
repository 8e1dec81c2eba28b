import { describe, expect, it } from 'vitest';
import { say } from '../../language/say.ts';
import { dependsOnFindings, swingOf } from './depends-on.ts';
import { sampleStudies, sure } from './sample-evidence.ts';
import type { TornadoStudy } from './studied.ts';

const day = 86_400;

const said = (change: Partial<TornadoStudy> = {}): readonly string[] =>
  dependsOnFindings({ ...sampleStudies().tornado, ...change }).map(({ sentence }) => say(sentence, 'en'));

describe('what the answer depends on', () => {
  it('names the weightiest guess and counts those that hardly matter', () => {
    expect(said()).toEqual(['The answer depends most on time for Assess: at ±25 % it is 7 to 13 days instead of 9.4 days.', '1 more guess hardly matters.']);
  });

  it('leads to the elements', () => {
    expect(dependsOnFindings(sampleStudies().tornado).map(({ elements }) => elements)).toEqual([['assess'], ['f4']]);
  });

  it('says where work begins to pile up', () => {
    const [first] = sampleStudies().tornado.inputs;
    if (first === undefined) throw new Error('The sample has one.');
    expect(said({ inputs: [{ ...first, high: null }] })).toEqual(['The answer depends most on time for Assess: within ±25 % work begins to pile up.']);
    expect(swingOf({ ...first, high: null })).toBeUndefined();
  });

  it('orders the ends by time, whichever end of the guess they come from', () => {
    const [first] = sampleStudies().tornado.inputs;
    if (first === undefined) throw new Error('The sample has one.');
    expect(swingOf({ ...first, low: sure(5 * day), high: sure(3 * day) })).toEqual({ from: 3 * day, to: 5 * day });
  });

  it('is content where nothing was guessed', () => {
    expect(said({ inputs: [] })).toEqual(['All numbers were measured or given.']);
  });
});
