// Runs a case of theory and judges its numbers by the rule: simultaneous intervals cover, plain ones are narrow.
import { say } from '../../shared/language/say.ts';
import { startRun } from '../../shared/simulation/engine/run.ts';
import { summariseRun } from '../../shared/simulation/experiment/summarise.ts';
import { compileNetwork } from '../../shared/simulation/network/compile.ts';
import { resolveRunSettings } from '../../shared/simulation/network/run-settings.ts';
import type { ReplicationResult } from '../../shared/simulation/results/replication-result.ts';
import { studentQuantile } from '../../shared/simulation/statistics/student.ts';
import type { Case, CaseRun, Expectation } from './cases/case.ts';

const HOUR = 3600;

/** Runs `replications` replications of a case, each `share` of its length, with every check of the engine on. */
export function runCase(theCase: Case, share = 1, replications = theCase.replications, seed = 1): CaseRun {
  const compiled = compileNetwork(theCase.model());
  if (!compiled.ok) throw new Error(`${theCase.name}: ${say(compiled.failure.message)}`);
  const network = compiled.value;
  const mode = theCase.mode ?? 'steady';
  const horizon = theCase.hours * HOUR * share;
  const finite = theCase.watchedOnly !== true && mode === 'terminating';
  const settings = resolveRunSettings(network, {}, {
    mode, seed, replications, checks: true, attribution: theCase.watchedOnly !== true,
    horizon: finite ? Infinity : horizon,
    warmUp: mode === 'terminating' ? 0 : theCase.warmUp === undefined ? horizon / 20 : theCase.warmUp * HOUR,
    period: horizon / 200,
  });
  const results: ReplicationResult[] = [];
  const watched: Readonly<Record<string, number>>[] = [];
  for (let replication = 0; replication < replications; replication += 1) {
    const watch = theCase.watch?.(network, settings);
    const run = startRun(network, settings, replication, watch);
    while (run.advance(1_000_000) === 'more');
    if (watch !== undefined) watched.push(watch.measures());
    if (theCase.watchedOnly !== true || replication === 0) results.push(run.result());
  }
  const ended = results.find((result) => result.ended !== 'done');
  if (ended !== undefined) throw new Error(`${theCase.name}: replication ${ended.replication} ended with "${ended.ended}".`);
  return { result: summariseRun(results, settings, network, { version: 'validation', scenario: 'base' }), replications: results, watched };
}

export interface Judgement {
  readonly case: Case;
  readonly key: string;
  readonly value: number;
  readonly mean: number;
  /** Half of the plain 99 % interval, as a share of the value. */
  readonly precision: number;
  /** Whether the simultaneous interval covers the value. */
  readonly covers: boolean;
  /** How far off, in half-widths of the simultaneous interval. */
  readonly distance: number;
}

/** Values are written with six digits after the point. */
const rounding = 5.001e-7;

/** Holds one number against its value, as one of `family` that are held at 99 % together (Bonferroni). */
export function judge(theCase: Case, run: CaseRun, { key, value, of }: Expectation, family: number): Judgement {
  const { mean, sd, n } = of(run);
  if (mean === null || n < 2) throw new Error(`${theCase.name}: ${key} was not measured.`);
  const half = (confidence: number): number => (sd === null || sd === 0 ? 0 : (studentQuantile(1 - (1 - confidence) / 2, n - 1) * sd) / Math.sqrt(n));
  const room = half(1 - 0.01 / family) + rounding + 1e-12 * Math.abs(value);
  const off = Math.abs(mean - value);
  return { case: theCase, key, value, mean, precision: value === 0 ? half(0.99) : half(0.99) / Math.abs(value), covers: off <= room, distance: off / room };
}
