import { describe, expect, it } from 'vitest';
import type { Model } from '../../document/model/model.ts';
import { say } from '../../language/say.ts';
import type { Difference } from '../../simulation/results/comparison.ts';
import { readComparison } from './comparison.ts';
import type { Evidence, ScenarioEvidence } from './evidence.ts';
import type { Finding } from './finding.ts';
import type { RunResult } from './measures.ts';
import { sampleEvidence, sampleModel, sampleResult, sure } from './sample-evidence.ts';

const day = 86_400;
const hour = 3600;
const difference = (given: Partial<Difference>): Difference => ({ measure: 'leadTime', element: null, mean: -2.4 * day, low: -3 * day, high: -1.9 * day, verdict: 'better', secondOrder: false, ...given });
const busy = (share: number): RunResult => ({ ...sampleResult(), teams: sampleResult().teams.map((team) => (team.id === 'security' ? { ...team, utilisation: sure(share) } : team)) });

const compare = (differences: readonly Difference[], proposal: Partial<ScenarioEvidence> = {}, more: Partial<Evidence> = {}) => {
  const evidence = sampleEvidence();
  const proposals = [{ id: 'daily', name: 'Meeting daily', model: sampleModel(), result: busy(0.79), ...proposal }];
  return readComparison({ ...evidence, base: evidence.scenario, proposals, ...more }, { base: 'today', family: differences.length, scenarios: [{ id: 'other', differences: [] }, { id: 'daily', differences: [...differences] }] }, 'daily');
};
const effect = (...given: Parameters<typeof compare>): string => {
  const reading = compare(...given);
  return reading === undefined ? '' : say(reading.effect.sentence);
};
const said = (findings: readonly Finding[] | undefined): readonly string[] => (findings ?? []).map(({ sentence }) => say(sentence));

describe('the effect of a proposal', () => {
  it('is a finding of the size that is saved', () => {
    const reading = compare([difference({ measure: 'waiting', element: 'cab' }), difference({ element: 'normal', low: 1, high: 2 }), difference({})]);
    expect(reading?.proposal).toBe('daily');
    expect(reading?.effect).toMatchObject({ id: 'effect:daily', kind: 'effect', elements: [], size: 2.4 * day, why: [] });
    expect(reading && say(reading.effect.sentence)).toBe('Meeting daily saves 1.9 to 3 days.');
  });

  it('is unclear where the range holds 0, its ends included', () => {
    const range = (low: number, high: number): string => effect([difference({ low, high })]);
    expect([range(-day * 2, 0), range(0, day * 2), range(-day * 2, -60), range(60, day * 2)]).toEqual([
      'No clear difference.', 'No clear difference.', 'Meeting daily saves up to 2 days.', 'Meeting daily takes up to 2 days longer.',
    ]);
    expect([effect([difference({ low: null })]), effect([difference({ high: null })]), effect([])]).toEqual(['No clear difference.', 'No clear difference.', 'No clear difference.']);
    expect(compare([])?.effect.size).toBe(0);
  });

  it('is nothing where every difference is 0', () => {
    const none = difference({ mean: 0, low: 0, high: 0, verdict: 'unclear' });
    expect(effect([none, { ...none, measure: 'waiting', element: 'cab' }])).toBe('Meeting daily changes nothing.');
    expect(effect([none, difference({ measure: 'waiting', element: 'cab' })])).toBe('No clear difference.');
  });

  it('goes by the plausible range where there is one, the runs alone under Why', () => {
    const plausible = (low: number, high: number): Partial<Evidence> => ({ plausible: [{ id: 'other', leadTime: { low: day, high: 2 * day } }, { id: 'daily', leadTime: { low, high } }] });
    const reading = compare([difference({})], {}, plausible(-5 * day, -day));
    expect(reading && say(reading.effect.sentence)).toBe('Meeting daily saves 1 to 5 days.');
    expect(reading?.effect.why?.map((line) => say(line))).toEqual(['Runs alone, without the guesses, leave the difference between -3 days and -1.9 days.']);
    const unclear = compare([difference({})], {}, plausible(-5 * day, day));
    expect(unclear && say(unclear.effect.sentence)).toBe('No clear difference.');
    expect(unclear?.effect.why).toHaveLength(1);
    expect(compare([difference({ low: null, high: null })], {}, plausible(-5 * day, -day))?.effect.why).toEqual([]);
  });

  it('is a verdict where the proposal cannot keep up', () => {
    const verdict = (state: RunResult['verdict']['state'], team: string | null): string => effect([difference({})], { result: { ...busy(0.79), verdict: { state, team, backlogPerDay: 1 } } });
    expect([verdict('unstable', 'cab'), verdict('unstable', null), verdict('terminating', 'cab')]).toEqual([
      'Meeting daily cannot keep up: more work comes to Change board than can be done there.', 'Meeting daily saves 1.9 to 3 days.', 'Meeting daily saves 1.9 to 3 days.',
    ]);
  });

  it('says what a proposal only adds', () => {
    const model = sampleModel();
    const extra = (id: string) => ({ id, process: 'change', from: 'assess', to: 'approve' });
    const systems = { s: { id: 's', name: 'S' } };
    const unclear = [difference({ low: -day, high: day })];
    const adding = (change: Partial<Model>, base: Model = model): string => effect(unclear, { model: { ...model, ...change } }, { base: { id: 'today', name: 'Today', model: base } });
    expect(adding({ flows: { ...model.flows, x: extra('x'), y: extra('y') }, systems })).toBe('Adds 2 handoffs, 1 system; no clear gain.');
    expect(adding({ flows: { ...model.flows, x: extra('x') } })).toBe('Adds 1 handoff; no clear gain.');
    expect(adding({ systems })).toBe('Adds 1 system; no clear gain.');
    expect(adding({}, { ...model, systems })).toBe('No clear difference.');
    expect(adding({ flows: {} })).toBe('No clear difference.');
  });

  it('counts additions from the scenario looked at where no base is named', () => {
    const { base: _, ...evidence } = { ...sampleEvidence(), base: undefined };
    const model = { ...sampleModel(), systems: { s: { id: 's', name: 'S' } } };
    const comparison = { base: 'today', family: 1, scenarios: [{ id: 'daily', differences: [] }] };
    const reading = readComparison({ ...evidence, proposals: [{ id: 'daily', name: 'Daily', model }] }, comparison, 'daily');
    expect(reading && say(reading.effect.sentence)).toBe('Adds 1 system; no clear gain.');
  });
});

describe('a comparison', () => {
  it('is read only of a proposal that it and the evidence hold', () => {
    const comparison = { base: 'today', family: 1, scenarios: [{ id: 'daily', differences: [] }, { id: 'today', differences: [] }] };
    expect(readComparison(sampleEvidence(), comparison, 'daily')).toBeUndefined();
    expect(readComparison(sampleEvidence(), comparison, 'lost')).toBeUndefined();
    expect(readComparison(sampleEvidence(), { ...comparison, scenarios: [] }, 'today')).toBeUndefined();
    expect(readComparison(sampleEvidence(), comparison, 'today')?.proposal).toBe('today');
  });

  it('tells touched apart from elsewhere, better from worse, and leaves out what is unclear', () => {
    const wait = (element: string, verdict: Difference['verdict'], secondOrder: boolean, hours: number): Difference =>
      difference({ measure: 'waiting', element, verdict, secondOrder, mean: hours * hour, low: (hours - 1) * hour, high: (hours + 1) * hour });
    const reading = compare([
      wait('assess', 'better', false, -5), wait('approve', 'worse', false, 6), wait('cab', 'better', true, -7), wait('security', 'worse', true, 8), wait('check', 'worse', true, 20),
      wait('end', 'unclear', false, -9), wait('start', 'unclear', true, -9),
    ]);
    expect(said(reading?.gains)).toEqual(['Work waits 4 to 6 hours less at Assess.']);
    expect(said(reading?.pays)).toEqual(['Work waits 5 to 7 hours longer at Approve.']);
    expect(said(reading?.elsewhere)).toEqual(['Work waits 19 to 21 hours longer at check.', 'Work waits 7 to 9 hours longer at Security.', 'Work waits 6 to 8 hours less at Change board.']);
  });

  it('leaves out times below a thousandth of the lead time, and what was said of the team already', () => {
    const lead = 9.4 * day;
    const wait = (measure: 'waiting' | 'friction', element: string, mean: number) => difference({ measure, element, mean, low: mean * 1.1, high: mean * 0.9 });
    const told = (...given: readonly Difference[]): number | undefined => compare(given)?.gains.length;
    expect([told(wait('waiting', 'assess', -0.0009 * lead)), told(wait('friction', 'security>cab', -0.0009 * lead)), told(wait('waiting', 'assess', -0.0011 * lead))]).toEqual([0, 0, 1]);
    expect(said(compare([wait('waiting', 'assess', -day), wait('waiting', 'security', -day)])?.gains)).toEqual(['Work waits 22 to 26 hours less at Security.']);
    expect(told(wait('waiting', 'assess', -day), wait('waiting', 'security', -2 * day), wait('friction', 'security>cab', -day))).toBe(3);
  });

  it('ranks times by their size, then shares, then money', () => {
    const worse = (given: Partial<Difference>) => difference({ mean: 1, low: 1, high: 1, verdict: 'worse', ...given });
    const reading = compare([
      worse({ measure: 'cost', element: null, mean: 900, low: 800, high: 1000 }), worse({ measure: 'utilisation', element: 'security', mean: 0.08, low: 0.07, high: 0.09 }),
      worse({ measure: 'waiting', element: 'cab', mean: day, low: day, high: day }), worse({ measure: 'friction', element: 'security>cab', mean: 2 * day, low: 2 * day, high: 2 * day }),
      worse({ measure: 'waiting', element: 'assess', mean: 3 * day, low: 3 * day, high: 3 * day }), worse({ measure: 'friction', element: 'outside>security', mean: -4 * day, low: -4 * day, high: -4 * day }),
    ]);
    expect(said(reading?.pays)).toEqual([
      'Outside → Security: 4 days less lost.', 'Work waits 3 days longer at Assess.', 'Security → Change board: 2 days more lost.', 'Work waits 24 hours longer at Change board.',
      'More load on Security: 71 → 79 %.', 'Each request costs 800 to 1,000 EUR more.',
    ]);
    expect(reading?.pays[2]).toMatchObject({ id: 'effect:daily:friction:security>cab', kind: 'effect', elements: ['security', 'cab'], size: 2 * day });
    expect(reading?.pays[5]).toMatchObject({ id: 'effect:daily:cost:', elements: [], size: 900 });
  });

  const gains = (given: Partial<Difference>, ...rest: [Partial<ScenarioEvidence>?, Partial<Evidence>?]): readonly string[] => said(compare([difference(given)], ...rest)?.gains);

  it('says nothing without a range', () => {
    expect(gains({ measure: 'waiting', element: 'cab' })).toHaveLength(1);
    expect([gains({ measure: 'waiting', element: 'cab', low: null }), gains({ measure: 'waiting', element: 'cab', high: null })]).toEqual([[], []]);
  });

  it('says a share only where both are known and read differently', () => {
    const load = { measure: 'utilisation', element: 'security', mean: -0.08, low: -0.1, high: -0.06 } as const;
    expect(gains(load, { result: busy(0.6) })).toEqual(['Less load on Security: 71 → 60 %.']);
    expect(gains(load, { result: busy(0.712) })).toEqual([]);
    expect(gains({ ...load, element: 'nobody' })).toEqual([]);
    const { result: _, ...bare } = sampleEvidence().scenario;
    expect(gains(load, {}, { base: bare })).toEqual([]);
    expect(gains(load, { result: { ...busy(0.6), teams: [] } })).toEqual([]);
  });

  it('says money for the whole only, in the currency of the document, else the euro', () => {
    const cost = { measure: 'cost', mean: -30, low: -40.4, high: -20 } as const;
    expect(gains({ ...cost, element: null })).toEqual(['Each request costs 20 to 40 EUR less.']);
    expect(gains({ ...cost, element: 'cab' })).toEqual([]);
    expect(gains({ ...cost, element: null }, {}, { settings: { title: 'T', currency: 'CHF' } })).toEqual(['Each request costs 20 to 40 CHF less.']);
    expect(gains({ ...cost, element: null }, {}, { settings: { title: 'T' } })).toEqual(['Each request costs 20 to 40 EUR less.']);
  });

  it('calls the whole by the name of the proposal', () => {
    expect(gains({ measure: 'waiting', element: null })).toEqual(['Work waits 1.9 to 3 days less at Meeting daily.']);
    expect(compare([difference({ measure: 'waiting', element: null })])?.gains[0]?.elements).toEqual([]);
  });

  it('calls an element that the proposal took out as today does, one that it renamed as itself', () => {
    const model = sampleModel();
    const { cab: _, ...teams } = model.teams;
    const { approve: __, ...nodes } = model.nodes;
    const at = (element: string, changed: Model): readonly string[] => gains({ measure: 'waiting', element }, { model: changed });
    expect(at('cab', { ...model, teams })).toEqual(['Work waits 1.9 to 3 days less at Change board.']);
    expect(at('approve', { ...model, nodes })).toEqual(['Work waits 1.9 to 3 days less at Approve.']);
    expect(at('cab', { ...model, teams: { ...model.teams, cab: { id: 'cab', name: 'Panel', party: 'board' } } })).toEqual(['Work waits 1.9 to 3 days less at Panel.']);
    expect(at('approve', { ...model, nodes: { ...model.nodes, approve: { ...model.nodes['approve']!, name: 'Agree' } } })).toEqual(['Work waits 1.9 to 3 days less at Agree.']);
  });
});
