/** Where the start-up of a series ends. */
export interface WarmUpCut {
  /** Number of whole batches. */
  readonly batches: number;
  /** Batches to cut. */
  readonly cutBatches: number;
  /** Observations to cut. */
  readonly cut: number;
  /** Mean of the batches before and after the cut. */
  readonly meanBefore: number;
  readonly meanAfter: number;
  /** The best cut lies beyond half the run: the series is too short to tell, so nothing should rest on it. */
  readonly refused: boolean;
}

/** Fewest batches that may remain: a few look steady by chance. */
const FEWEST = 5;

/**
 * MSER-5: the cut that minimises the squared standard error of what remains, on means of five observations.
 * d* = argmin Σ (x_i − mean)² / (n − d)² over what remains from batch d on. The earliest minimum counts. Source: White, Cobb, Spratt 2000, "A comparison of five steady-state truncation heuristics".
 */
export function mser(series: readonly number[], batch = 5): WarmUpCut {
  const batches = Math.floor(series.length / batch);
  const means = Array.from({ length: batches }, (_, index) => {
    let sum = 0;
    for (let k = 0; k < batch; k += 1) sum += series[index * batch + k]!;
    return sum / batch;
  });
  const whole = average(means);
  let best = Infinity;
  let cutBatches = 0;
  let meanAfter = whole;
  // From the end, mean and squared deviations of the remaining batches are kept up (Welford 1962).
  let mean = 0;
  let squares = 0;
  for (let cut = batches - 1; cut >= 0; cut -= 1) {
    const remaining = batches - cut;
    const deviation = means[cut]! - mean;
    mean += deviation / remaining;
    squares += deviation * (means[cut]! - mean);
    const statistic = squares / (remaining * remaining);
    if (remaining >= FEWEST && statistic <= best) {
      best = statistic;
      cutBatches = cut;
      meanAfter = mean;
    }
  }
  return { batches, cutBatches, cut: cutBatches * batch, meanBefore: whole, meanAfter, refused: cutBatches > batches / 2 };
}

/** Pointwise average over replications, as far as all of them go. */
export function averageSeries(replications: readonly (readonly number[])[]): number[] {
  const length = Math.min(...replications.map((series) => series.length));
  return Array.from({ length: replications.length === 0 ? 0 : length }, (_, index) =>
    average(replications.map((series) => series[index]!)),
  );
}

/** NaN where there is nothing to average. */
function average(values: readonly number[]): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}
