import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../shared/document/file/parse.ts';
import type { Document } from '../../shared/document/scenarios/document.ts';
import { resolveScenario } from '../../shared/document/scenarios/resolve.ts';
import { examples } from '../../shared/examples/examples.ts';
import { checkDocument } from '../../shared/jobs/check-job.ts';
import { say } from '../../shared/language/say.ts';
import { startRun } from '../../shared/simulation/engine/run.ts';
import { summariseRun } from '../../shared/simulation/experiment/summarise.ts';
import { compileNetwork } from '../../shared/simulation/network/compile.ts';
import { resolveRunSettings } from '../../shared/simulation/network/run-settings.ts';
import type { RunResult } from '../../shared/simulation/results/run-result.ts';

const day = 86_400;
const replications = 6;

function simulate(document: Document, scenario: string): RunResult {
  const model = resolveScenario(document, scenario);
  if (!model.ok) throw new Error(say(model.failure.message));
  const { timeZone, hoursPerDay } = document.settings;
  const network = compileNetwork(model.value, { timeZone, hoursPerDay, base: document.model });
  if (!network.ok) throw new Error(say(network.failure.message));
  const settings = resolveRunSettings(network.value, { ...document.runSettings, horizon: { value: 140, unit: 'd' }, warmUp: { value: 28, unit: 'd' } }, { checks: true });
  const results = Array.from({ length: replications }, (_, replication) => {
    const run = startRun(network.value, settings, replication);
    while (run.advance(100_000) === 'more');
    return run.result();
  });
  return summariseRun(results, settings, network.value, { version: 'test', scenario });
}

const opened = (id: string): Document => {
  const example = examples.find((other) => other.id === id);
  const parsed = parseDocument(example?.text ?? '', id);
  if (!parsed.ok) throw new Error(say(parsed.failure.message));
  return parsed.value;
};

/** What people who know such work would believe: mean lead time in days, at least and at most. */
const believable: Readonly<Record<string, readonly [low: number, high: number]>> = {
  'software-change': [8.7, 9.9],
  'employee-onboarding': [6, 12],
  'vendor-procurement': [12, 25],
  'incident-improvement': [1, 4],
  'quote-to-cash': [22, 32],
};

describe.each(examples.map((example) => example.id))('the example %s', (id) => {
  const document = opened(id);
  const results = new Map(Object.keys(document.scenarios).map((scenario) => [scenario, simulate(document, scenario)]));

  it('keeps up with its work, today and in every proposal', () => {
    for (const [scenario, result] of results) expect(result.verdict.state, scenario).toBe('stable');
  });

  it('leaves nothing open, today and in every proposal', () => {
    for (const scenario of results.keys()) {
      const checked = checkDocument({ type: 'check', document, scenario });
      expect(checked.ok && checked.value.findings.map((finding) => say(finding.sentence)), scenario).toEqual([]);
    }
  });

  it('takes as long as people would believe', () => {
    const days = (results.get('today')?.leadTime.mean ?? Number.NaN) / day;
    const [low, high] = believable[id] ?? [0, 0];
    expect(days).toBeGreaterThan(low);
    expect(days).toBeLessThan(high);
  });

  it('explains its lead time without remainder', () => {
    for (const result of results.values()) {
      const sum = Object.values(result.attribution).reduce((total, estimate) => total + (estimate.mean ?? 0), 0);
      expect(Math.abs(sum / (result.leadTime.mean ?? 0) - 1)).toBeLessThan(1e-9);
    }
  });

  it('has a first proposal that is clearly faster or clearly tells why not', () => {
    const today = results.get('today')?.leadTime.mean ?? Number.NaN;
    const fastest = Math.min(...[...results].filter(([scenario]) => scenario !== 'today').map(([, result]) => result.leadTime.mean ?? Number.NaN));
    expect(fastest).toBeLessThan(today * 0.9);
  });
});

describe('the story of the software change', () => {
  const document = opened('software-change');
  const today = simulate(document, 'today');
  const daily = simulate(document, 'daily');

  it('loses most between Security and the change board, because the board meets weekly', () => {
    const [worst] = today.boundaries.toSorted((a, b) => (b.friction.mean ?? 0) - (a.friction.mean ?? 0));
    expect(worst).toMatchObject({ from: 'analysts', to: 'change-board' });
    expect((worst?.friction.mean ?? 0) / day).toBeCloseTo(3.1, 0);
    expect(worst?.attribution.decision.mean).toBeGreaterThan(0.9 * (worst?.friction.mean ?? 0));
  });

  it('saves 2 to 3 days when small changes are decided daily, and Operations gets busier', () => {
    const saved = ((today.leadTime.mean ?? 0) - (daily.leadTime.mean ?? 0)) / day;
    expect(saved).toBeGreaterThan(2);
    expect(saved).toBeLessThan(3);
    const busy = (result: RunResult): number => result.teams.find((team) => team.id === 'operators')?.utilisation.mean ?? Number.NaN;
    expect(busy(daily)).toBeGreaterThan(busy(today) + 0.02);
    expect(busy(daily)).toBeLessThan(0.85);
  });
});
