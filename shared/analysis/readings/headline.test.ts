import { describe, expect, it } from 'vitest';
import { say } from '../../language/say.ts';
import { headline, spreadFinding } from './headline.ts';
import type { RunResult } from './measures.ts';
import { waitingOf } from './measures.ts';
import { attributionOf, sampleEvidence, sampleResult, sure } from './sample-evidence.ts';

const day = 86_400;
const taking = (seconds: number, service: number): RunResult => ({ ...sampleResult(), leadTime: { ...sampleResult().leadTime, ...sure(seconds) }, attribution: attributionOf({ service }) });
const said = (result: RunResult): string => say(headline(sampleEvidence(), result).sentence);

describe('the headline', () => {
  it('says the waiting in the unit of the whole where there is more than one of it, else in its own', () => {
    expect(said(taking(9.4 * day, 8.3 * day))).toBe('A request takes 9.4 days; 1.1 are waiting.');
    expect(said(taking(9.4 * day, 8.4 * day))).toBe('A request takes 9.4 days; 24 hours of it waiting.');
  });

  it('does not name the same number twice', () => {
    expect(said(taking(26 * day, 0.4 * day))).toBe('A request takes 26 days, nearly all of it waiting.');
    expect(said(taking(26 * day, 0.6 * day))).toBe('A request takes 26 days; 25 are waiting.');
  });

  it('leaves waiting below a fiftieth unsaid', () => {
    expect(said(taking(1000, 980))).toBe('A request takes 17 minutes; 20 seconds of it waiting.');
    expect(said(taking(1000, 981))).toBe('A request takes 17 minutes, and hardly any of it is waiting.');
  });

  it('speaks of one item that was not finished in the singular', () => {
    const result = { ...sampleResult(), items: { ...sampleResult().items, censored: 1 } };
    expect(said(result)).toBe('A request takes at least 9.4 days: 1 was not finished when the period ended.');
  });

  it('explains itself: ranges, share of work, what was counted, which time', () => {
    const finding = headline(sampleEvidence(), sampleResult());
    expect({ ...finding, sentence: '', why: finding.why?.map((line) => say(line)) }).toEqual({
      id: 'headline', kind: 'headline', sentence: '', elements: [], size: 9.4 * day,
      why: [
        'The guesses leave it between 7 days and 13 days, in 9 of 10 cases.',
        'Runs alone leave it between 9.1 days and 9.7 days (95 %).',
        '24 % of the time is work.',
        '14,100 finished items in 30 runs.',
        'All times are calendar time: nights and weekends count.',
      ],
    });
  });

  it('states no range that is not known', () => {
    const { leadTime } = sampleResult();
    const why = (change: Partial<RunResult['leadTime']>): number => headline(sampleEvidence(), { ...sampleResult(), leadTime: { ...leadTime, ...change } }).why?.length ?? 0;
    expect([why({}), why({ plausible: null }), why({ low: null }), why({ high: null }), why({ plausible: null, low: null, high: null })]).toEqual([5, 4, 4, 4, 3]);
  });
});

describe('waiting', () => {
  it('is what is left of the lead time without work and getting into it, repeated work included', () => {
    const result = {
      leadTime: sure(100), attribution: attributionOf({ service: 30, setup: 5, queue: 40 }),
      within: { clarification: attributionOf({ service: 7, transfer: 9 }), rework: attributionOf({ service: 2, setup: 1 }) },
    };
    expect(waitingOf(result)).toBe(55);
  });

  it('is never less than nothing', () => {
    expect(waitingOf({ leadTime: sure(10), attribution: attributionOf({ service: 11 }), within: { clarification: attributionOf({}), rework: attributionOf({}) } })).toBe(0);
  });

  it('takes a mean of nothing for 0', () => {
    const none = { ...sure(0), mean: null };
    expect(waitingOf({ leadTime: none, attribution: attributionOf({}), within: { clarification: attributionOf({}), rework: attributionOf({}) } })).toBe(0);
  });
});

describe('the spread between items', () => {
  it('is a finding of its own', () => {
    const finding = spreadFinding(sampleResult());
    expect(finding).toMatchObject({ id: 'spread', kind: 'spread', elements: [] });
  });

  it('is not said where an end of it is unknown', () => {
    const { leadTime } = sampleResult();
    const none = { ...sure(0), mean: null };
    expect(spreadFinding({ ...sampleResult(), leadTime: { ...leadTime, p10: none } })).toBeUndefined();
    expect(spreadFinding({ ...sampleResult(), leadTime: { ...leadTime, p90: none } })).toBeUndefined();
  });
});
