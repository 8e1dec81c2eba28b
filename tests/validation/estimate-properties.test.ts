// What holds for the live estimate of any drawing: it answers or says nothing, and never with a number that cannot be.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Model } from '../../shared/document/model/model.ts';
import { emptyDocument } from '../../shared/document/scenarios/document.ts';
import { estimateDocument } from '../../shared/jobs/estimate-job.ts';
import { say } from '../../shared/language/say.ts';
import { estimateNetwork, type NetworkEstimate } from '../../shared/simulation/estimate/estimate.ts';
import { compileNetwork } from '../../shared/simulation/network/compile.ts';
import { description, modelOf } from './generated-model.ts';
import { arrivingEvery, exponential, line } from './model-builder.ts';

const settings = { numRuns: 120, seed: 20240101 };

function estimateOf(model: Model): NetworkEstimate | undefined {
  const network = compileNetwork(model);
  if (!network.ok) throw new Error(say(network.failure.message));
  return estimateNetwork(network.value);
}

/** Numbers that are neither absent nor a possible time, rate or number, by where they stand. */
function impossible(value: unknown, path = ''): string[] {
  if (typeof value === 'number') return Number.isFinite(value) && value >= 0 ? [] : [`${path} ${value}`];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => impossible(part, `${path}/${key}`));
}

describe('the estimate of any drawing', () => {
  it('has no number that cannot be, adds up, and is the same each time', () => {
    fc.assert(
      fc.property(description, (described) => {
        const model = modelOf(described);
        const estimate = estimateOf(model);
        expect(estimateOf(model)).toEqual(estimate);
        if (estimate === undefined) return;
        expect(impossible(estimate)).toEqual([]);
        const { leadTime, throughputPerDay, workInProgress, touchTime, teams, gaps } = estimate;
        if (leadTime !== null && throughputPerDay !== null) expect(workInProgress).toBeCloseTo((leadTime * throughputPerDay) / 86_400, 6);
        if (leadTime !== null && touchTime !== null && gaps.length === 0) expect(leadTime).toBeGreaterThanOrEqual(touchTime * (1 - 1e-9));
        for (const team of teams) expect(team.utilisation).toBeLessThanOrEqual(1 + 1e-9);
      }),
      settings,
    );
  });

  it('is not shorter where more work comes', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.5, max: 0.9, noNaN: true }), fc.integer({ min: 1, max: 4 }), fc.boolean(), (load, servers, office) => {
        const timeAt = (rate: number): number => {
          const model = line(arrivingEvery(exponential(1 / rate)), [{ servers, service: exponential(1), team: office ? { calendar: 'office' } : {} }]);
          model.calendars['office'] = { id: 'office', name: 'Office', weekly: (['mon', 'tue', 'wed', 'thu', 'fri'] as const).map((day) => ({ day, from: '09:00', to: '17:00' })) };
          return estimateOf(model)?.leadTime ?? Number.NaN;
        };
        const share = office ? 40 / 168 : 1;
        expect(timeAt(load * servers * share * 1.05)).toBeGreaterThan(timeAt(load * servers * share));
      }),
      { ...settings, numRuns: 40 },
    );
  });

  it('names the team that gets most beyond its time, and no team where all have enough', () => {
    const told = (...services: readonly number[]) => {
      const model = line(arrivingEvery(exponential(1)), services.map((mean) => ({ service: exponential(mean) })));
      const estimate = estimateDocument({ type: 'estimate', document: { ...emptyDocument('Line'), model } });
      return estimate.ok ? [estimate.value.leadTime === null, estimate.value.overloaded?.team, estimate.value.overloaded?.load.toFixed(2)] : [];
    };
    expect(told(0.5, 0.9)).toEqual([false, undefined, undefined]);
    expect(told(1.2, 1.5)).toEqual([true, 'team-2', '1.50']);
    expect(told(1.6, 0.5)).toEqual([true, 'team-1', '1.60']);
  });

  it('is refused with the sentence of a run', () => {
    const model = line(arrivingEvery(exponential(1)), [{ service: exponential(0.5) }]);
    const broken = (change: (model: Model) => void): Model => {
      const copy = structuredClone(model);
      change(copy);
      return copy;
    };
    const all = [
      broken((copy) => { copy.demandClasses = {}; }),
      broken((copy) => { delete copy.teams['team-1']; }),
      broken((copy) => { const step = copy.nodes['step-1']; if (step?.kind === 'step') delete step.serviceTime; }),
    ];
    for (const each of all) {
      const run = compileNetwork(each);
      const estimate = estimateDocument({ type: 'estimate', document: { ...emptyDocument('Broken'), model: each } });
      expect(run.ok || estimate.ok).toBe(false);
      if (!run.ok && !estimate.ok) expect(say(estimate.failure.message)).toBe(say(run.failure.message));
    }
  });
});
