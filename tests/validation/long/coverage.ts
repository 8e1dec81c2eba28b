// How honest intervals and verdicts are, over a hundred seeds. Run by `npm run validate:coverage`.
import { startRun } from '../../../shared/simulation/engine/run.ts';
import { summariseRun } from '../../../shared/simulation/experiment/summarise.ts';
import { compileNetwork } from '../../../shared/simulation/network/compile.ts';
import { resolveRunSettings } from '../../../shared/simulation/network/run-settings.ts';
import { studentInterval } from '../../../shared/simulation/statistics/interval.ts';
import { cases } from '../cases/all.ts';
import { arrivingEvery, exponential, line } from '../model-builder.ts';
import { runCase } from '../run-case.ts';
import type { Finding } from './task.ts';

const SEEDS = 100;
const REPLICATIONS = 10;
const HOUR = 3600;

/** Ten cases of different kinds, with the length of one replication in hours: long enough for a mean to be near normal. */
const covering: readonly (readonly [name: string, inputs: string, key: string, hours: number])[] = [
  ['M/M/1', 'lam=0.5 mu=1', 'W', 4_000],
  ['M/M/5', 'lam=4 mu=1', 'W', 3_000],
  ['M/M/1/5', 'lam=.9 mu=1 K=5 (incl. in service)', 'W', 2_500],
  ['M/D/1', 'lam=.8 D=1', 'Wq', 8_000],
  ['D/M/1', 'interarrival 1/.8 mu=1', 'Wq', 8_000],
  ['NP priority (Prosimos probe)', 'l=(.25,.25) mu=1 rho=.5', 'Wq2', 5_000],
  ['Tandem 3x M/M/1', 'lam=.5 mu=(1,.8,2)', 'W', 5_000],
  ['M/M/1//5 machine repair', 'N=5 lam=.1 mu=1', 'W', 4_000],
  ['Fork-join 2x M/M/1 (Flatto-Hahn exact)', 'lam=0.5 mu=1', 'R2', 4_000],
  ['Batch-forming delay', 'Poisson lam=2/h, batch k=10', 'mean_wait', 1_000],
];

export const chosen: readonly { readonly name: string }[] = covering.map(([name, inputs]) => ({ name: `${name} (${inputs})` }));

/** Runs of M/M/1 that are called unstable: few where it is stable, nearly all where it is not. */
export const verdicts = [
  { name: 'M/M/1 at 0.9 is called stable', load: 0.9, holds: (called: number) => called <= 4 },
  { name: 'M/M/1 at 1.05 is called unstable', load: 1.05, holds: (called: number) => called >= 95 },
] as const;

/** One of the cases, or after them one of the verdicts. */
export function coverOf(index: number): Finding {
  const one = covering[index];
  if (one !== undefined) return coverCase(...one);
  const verdict = verdicts[index - covering.length];
  if (verdict === undefined) throw new Error(`There is no coverage ${index}.`);
  const called = calledUnstable(verdict.load);
  return { fine: verdict.holds(called), line: `verdict  ${verdict.name}: unstable in ${called} of ${SEEDS} seeds`, details: [] };
}

/** 95 % intervals at fixed n and fixed seeds cover in 88 to 100 of 100. */
function coverCase(name: string, inputs: string, key: string, hours: number): Finding {
  const found = cases.find((each) => each.name === name && each.inputs === inputs);
  const expectation = found?.expected.find((each) => each.key === key);
  if (found === undefined || expectation === undefined) throw new Error(`There is no case ${name} with ${key}.`);
  // The interval of the product for as many observations with this mean and deviation.
  const unit = studentInterval(Array.from({ length: REPLICATIONS }, (_, index) => (index % 2 === 0 ? 1 : -1)), 0.95);
  // Watches measure what is not asked for here.
  const { watch: _, ...unwatched } = found;
  let covered = 0;
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    const { mean, sd } = expectation.of(runCase({ ...unwatched, hours }, 1, REPLICATIONS, seed * 1000));
    const half = ((unit.high ?? Number.NaN) / unit.sd) * (sd ?? 0);
    if (mean !== null && Math.abs(mean - expectation.value) <= half) covered += 1;
  }
  return { fine: covered >= 88, covered, line: `coverage  ${name} (${inputs}), ${key}: ${covered} of ${SEEDS} intervals cover`, details: [] };
}

/** Pooled over all cases they cover in 930 to 970 of 1,000. */
export function judgeCoverage(pooled: number): Finding {
  return { fine: pooled >= 930 && pooled <= 970, line: `coverage  together: ${pooled} of ${SEEDS * covering.length} intervals cover`, details: [] };
}

/** Of a hundred seeds with the usual settings, how many runs of M/M/1 at this load are called unstable. */
function calledUnstable(load: number): number {
  const compiled = compileNetwork(line(arrivingEvery(exponential(1 / load)), [{ service: exponential(1) }]));
  if (!compiled.ok) throw new Error('The queue does not compile.');
  const network = compiled.value;
  let called = 0;
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    const settings = resolveRunSettings(network, {}, { seed: seed * 1000, warmUp: 20 * 24 * HOUR, checks: true });
    const results = Array.from({ length: settings.replications }, (_, replication) => {
      const run = startRun(network, settings, replication);
      while (run.advance(1_000_000) === 'more');
      return run.result();
    });
    if (summariseRun(results, settings, network, { version: 'validation', scenario: 'base' }).verdict.state === 'unstable') called += 1;
  }
  return called;
}
