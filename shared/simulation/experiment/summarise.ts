import { CAUSE } from '../results/causes.ts';
import type { NetworkEstimate } from '../estimate/estimate.ts';
import type { Estimate } from '../results/estimate.ts';
import type { ReplicationResult } from '../results/replication-result.ts';
import type { RunResult } from '../results/run-result.ts';
import type { RunSettings } from '../results/used-settings.ts';
import { histogramFrom } from '../statistics/histogram.ts';
import { attributionOf, estimateOf } from './estimates.ts';
import { averageOf, leadTimeOf, throughputOf } from './measures.ts';
import { plausibleRange } from './plausible-range.ts';
import { boundaryResults, bottleneckResults, classResults, slackResults, stepResults, teamResults, type Labels } from './summarise-parts.ts';
import { verdictOf } from './verdict.ts';
import { estimateWarnings, unsettledWarning, warningsOf } from './warnings.ts';

/** What a result says besides its numbers. */
export interface RunSummaryOptions {
  /** Version of the program. */
  readonly version: string;
  readonly scenario: string;
  /** Replications with inputs drawn from their ranges, where any input is unsure. */
  readonly plausible?: readonly ReplicationResult[] | undefined;
  /** What theory says of the same network in its steady state. */
  readonly estimate?: NetworkEstimate | undefined;
  /** The settling-in time that was looked for could not be told: the run is too short. */
  readonly unsettled?: boolean | undefined;
  /** Seconds on a clock, only where they were asked for: without them equal runs give equal bytes. */
  readonly wallSeconds?: number | undefined;
}

/** Share of the slowest items that the tail is about. */
const TAIL = 0.05;

/**
 * Reduces replications, in their order, to the result of DESIGN 10. Every estimate is a mean over replications with
 * Student's interval; an item measure is first averaged within its replication.
 */
export function summariseRun(results: readonly ReplicationResult[], settings: RunSettings, labels: Labels, options: RunSummaryOptions): RunResult {
  const { confidence } = settings;
  const of = (value: (result: ReplicationResult) => number): Estimate => estimateOf(results.map(value), confidence);
  const total = (value: (items: ReplicationResult['items']) => number): number => results.reduce((sum, { items }) => sum + value(items), 0);
  const perItem = (list: 'causes' | 'withinClarification' | 'withinRework'): RunResult['attribution'] =>
    attributionOf(results, (result, cause) => result[list][cause]! / result.items.counted, confidence);
  const histograms = results.map((result) => histogramFrom(result.leadTimes));
  const quantile = (p: number): Estimate => estimateOf(histograms.map((histogram) => histogram.quantile(p)), confidence);
  const verdict = verdictOf(results, settings, labels.teams);
  const bottlenecks = bottleneckResults(results, labels, confidence);
  return {
    crossflow: options.version,
    scenario: options.scenario,
    settings: {
      seed: settings.seed,
      mode: settings.mode,
      replications: settings.replications,
      horizon: Number.isFinite(settings.horizon) ? settings.horizon : null,
      warmUp: settings.warmUp,
      confidence,
      start: settings.start,
      items: settings.items ?? null,
      timeZones: settings.timeZones,
    },
    events: results.reduce((sum, { events }) => sum + events, 0),
    wallSeconds: options.wallSeconds ?? null,
    replicationsRun: results.length,
    verdict,
    items: {
      started: total((items) => items.started),
      finished: total((items) => items.finished),
      counted: total((items) => items.counted),
      censored: total((items) => items.censored),
      refused: total((items) => items.refused),
      abandoned: total((items) => items.abandoned),
    },
    leadTime: {
      ...of(leadTimeOf),
      p10: quantile(0.1),
      p50: quantile(0.5),
      p85: quantile(0.85),
      p90: quantile(0.9),
      p95: quantile(0.95),
      plausible: options.plausible ? plausibleRange(options.plausible.map(leadTimeOf)) : null,
    },
    throughputPerDay: of(throughputOf),
    workInProgress: of((result) => averageOf(result, result.workArea)),
    flowEfficiency: of((result) => result.causes[CAUSE.service]! / result.leadTime),
    costPerItem: of((result) => result.cost / result.items.counted),
    attribution: perItem('causes'),
    within: { clarification: perItem('withinClarification'), rework: perItem('withinRework') },
    tail: settings.attribution ? tailOf(histograms, confidence) : null,
    classes: classResults(results, labels, confidence),
    steps: stepResults(results, labels, confidence),
    teams: teamResults(results, labels, confidence),
    boundaries: boundaryResults(results, labels, confidence),
    bottlenecks,
    slack: slackResults(results, labels, confidence),
    estimate: options.estimate === undefined ? null : { ...options.estimate },
    warnings: [...(options.unsettled === true ? [unsettledWarning()] : []), ...warningsOf(results, settings, labels, bottlenecks, verdict), ...estimateWarnings(of(leadTimeOf), options.estimate, verdict)],
  };
}

type Histograms = readonly ReturnType<typeof histogramFrom>[];

/** The slowest items, as whole bins from the 95th percentile up: their share, their mean and where it went (DESIGN 4d). */
function tailOf(histograms: Histograms, confidence: number): RunResult['tail'] {
  const tails = histograms
    .filter(({ count }) => count > 0)
    .map((histogram) => ({ ...histogram.tailFrom(1 - TAIL), total: histogram.count }));
  if (tails.length === 0) return null;
  return {
    share: tails.reduce((sum, { count, total }) => sum + count / total, 0) / tails.length,
    mean: estimateOf(tails.map(({ count, sums }) => sums.reduce((sum, part) => sum + part, 0) / count), confidence),
    attribution: attributionOf(tails, ({ count, sums }, cause) => sums[cause]! / count, confidence),
  };
}
