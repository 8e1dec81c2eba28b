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

  it('leads to the elements, with what it rests on and how much it is', () => {
    const [most, minor] = dependsOnFindings(sampleStudies().tornado);
    expect(most).toMatchObject({ id: 'dependsOn:most', kind: 'sensitivity', elements: ['assess'], size: 6 * day });
    expect(most?.why?.map((reason) => say(reason, 'en'))).toEqual(['Each guess alone is set to both ends of its range, in 30 runs with the same random numbers.']);
    expect(minor).toEqual({ id: 'dependsOn:minor', kind: 'sensitivity', sentence: minor?.sentence, elements: ['f4'] });
  });

  it('counts as hardly mattering what moves the time by less than a fiftieth, never the weightiest', () => {
    const [first] = sampleStudies().tornado.inputs;
    if (first === undefined) throw new Error('The sample has one.');
    const moving = (element: string, seconds: number) => ({ ...first, element, low: sure(10 * day), high: sure(10 * day + seconds) });
    const minor = (...inputs: TornadoStudy['inputs']) => dependsOnFindings({ study: 'tornado', base: sure(10 * day), inputs }).find(({ id }) => id === 'dependsOn:minor')?.elements;
    expect(minor(moving('first', 10))).toBeUndefined();
    // A fiftieth of ten days is 17,280 seconds.
    expect(minor(moving('first', day), moving('at', 17_280), moving('below', 17_279), { ...moving('piling', 10), low: null })).toEqual(['below']);
  });

  it('says where work begins to pile up', () => {
    const [first] = sampleStudies().tornado.inputs;
    if (first === undefined) throw new Error('The sample has one.');
    expect(said({ inputs: [{ ...first, high: null }] })).toEqual(['The answer depends most on time for Assess: within ±25 % work begins to pile up.']);
    expect([swingOf({ ...first, high: null }), swingOf({ ...first, low: null })]).toEqual([undefined, undefined]);
    expect(dependsOnFindings({ ...sampleStudies().tornado, inputs: [{ ...first, low: null }] })[0]).not.toHaveProperty('size');
  });

  it('orders the ends by time, whichever end of the guess they come from', () => {
    const [first] = sampleStudies().tornado.inputs;
    if (first === undefined) throw new Error('The sample has one.');
    expect(swingOf({ ...first, low: sure(5 * day), high: sure(3 * day) })).toEqual({ from: 3 * day, to: 5 * day });
  });

  it('is content where nothing was guessed', () => {
    expect(said({ inputs: [] })).toEqual(['All numbers were measured or given.']);
    expect(dependsOnFindings({ ...sampleStudies().tornado, inputs: [] })).toMatchObject([{ id: 'dependsOn:none', kind: 'sensitivity', elements: [] }]);
  });
});
