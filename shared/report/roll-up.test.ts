import { describe, expect, it } from 'vitest';
import type { Evidence } from '../analysis/readings/evidence.ts';
import { meanOf } from '../analysis/readings/measures.ts';
import { sampleEvidence, sampleModel, sampleResult, sure } from '../analysis/readings/sample-evidence.ts';
import type { Model } from '../document/model/model.ts';
import { composeReport } from './compose.ts';
import { rolledUp } from './roll-up.ts';
import { writeCsv } from './writers/csv.ts';

const day = 86_400;
const people = (count: number, from = 0): readonly string[] => Array.from({ length: count }, (_, at) => `p${from + at}`);

/** Security and a second team of the same department, so many people in each. */
function evidence(security: number, second: number): Evidence {
  const model = sampleModel();
  const first = model.teams['security'];
  if (first === undefined) throw new Error('The sample has it.');
  const all = [...people(security), ...people(second, security)];
  const given: Model = {
    ...model,
    people: Object.fromEntries(all.map((id) => [id, { id, name: id }])),
    teams: {
      ...model.teams,
      security: { id: 'security', name: 'Security', party: first.party, people: [...people(security)] },
      network: { id: 'network', name: 'Network', party: first.party, people: [...people(second, security)] },
    },
  };
  const result = sampleResult();
  const [team] = result.teams;
  const [boundary] = result.boundaries;
  const [bottleneck] = result.bottlenecks;
  if (team === undefined || boundary === undefined || bottleneck === undefined) throw new Error('The sample has them.');
  return {
    ...sampleEvidence(),
    scenario: {
      id: 'today', name: 'Today', model: given,
      result: {
        ...result,
        teams: [{ ...team, capacity: security }, { ...team, id: 'network', name: 'Network', capacity: second, utilisation: sure(0.11), queueLength: sure(1) }, ...result.teams.slice(1)],
        boundaries: [...result.boundaries, { ...boundary, to: 'network', friction: sure(day) }],
        bottlenecks: [...result.bottlenecks, { ...bottleneck, team: 'network', offeredLoad: sure(0.11), waitShare: sure(0.05) }],
      },
    },
  };
}

const rolled = (security: number, second: number) => rolledUp(evidence(security, second), 'Smaller teams').scenario;

describe('teams of few people in what leaves the house', () => {
  it('stand in one row with their department: sums, and means weighted by people', () => {
    const { model, result } = rolled(4, 6);
    const team = result?.teams.find(({ name }) => name === model.parties[model.teams['security']?.party ?? '']?.name);
    expect([team?.capacity, team?.utilisation.mean, team?.queueLength.mean]).toEqual([10, expect.closeTo((4 * 0.71 + 6 * 0.11) / 10, 12), 6]);
    expect([team?.utilisation.low, team?.utilisation.high]).toEqual([null, null]);
    expect(result?.teams.map(({ id }) => id)).toEqual([team?.id, 'cab']);
    expect(result?.bottlenecks.map(({ team: id, gain }) => [id, gain])).toEqual([[team?.id, null]]);
    expect(result?.bottlenecks[0]?.waitShare.mean).toBeCloseTo(0.95, 12);
  });

  it('keep the friction between what is left, and its sum', () => {
    const before = evidence(4, 6).scenario.result;
    const after = rolled(4, 6).result;
    const total = (rows: NonNullable<typeof after>['boundaries']): number => rows.reduce((sum, { friction }) => sum + meanOf(friction), 0);
    expect(after?.boundaries).toHaveLength(2);
    expect(total(after?.boundaries ?? [])).toBeCloseTo(total(before?.boundaries ?? []), 6);
  });

  it('stand with the other small ones where their department is small itself', () => {
    expect(rolled(2, 1).result?.teams.map(({ name }) => name)).toEqual(['Smaller teams', 'Change board']);
  });

  it('are told as they are from five people on, or where nobody is named', () => {
    const large = evidence(5, 5);
    expect(rolledUp(large, 'Smaller teams')).toBe(large);
    const unnamed = sampleEvidence();
    expect(rolledUp(unnamed, 'Smaller teams')).toBe(unnamed);
  });

  it('leave no difference of their own in a comparison', () => {
    const difference = (element: string | null) => ({ measure: 'waiting' as const, element, mean: 1, low: 0.5, high: 1.5, verdict: 'worse' as const, secondOrder: false });
    const comparison = { base: 'today', family: 1, scenarios: [{ id: 'daily', differences: [difference(null), difference('security'), difference('cab'), difference('security>cab')] }] };
    const told = rolledUp({ ...evidence(4, 6), comparison }, 'Smaller teams').comparison;
    expect(told?.scenarios[0]?.differences.map(({ element }) => element)).toEqual([null, 'cab']);
  });

  it('appear by name in no table of a report', () => {
    const csv = writeCsv(composeReport(rolledUp(evidence(4, 6), 'Smaller teams'), 'en', { date: '2024-02-03', version: '1.2.3' }, { costs: false, names: false, comments: false }));
    expect(csv).not.toMatch(/^(?:teams|bottlenecks|boundaries|team-budget),.*(?:Security|Network)/m);
    expect(csv).toMatch(/^teams,/m);
  });
});
