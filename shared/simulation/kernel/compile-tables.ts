import type { DistributionRefusal, DistributionSpec } from './distribution-spec.ts';
import { EMPIRICAL, HISTOGRAM, Sampler } from './sampler.ts';

/** Observed values, each with its weight (1 where none are given); those outside the bounds are left out. */
export function compileEmpirical(
  spec: DistributionSpec,
  values: readonly number[],
  weights: readonly number[] | undefined,
  shift: number,
  lowest: number,
  highest: number,
): Sampler | DistributionRefusal {
  if (values.length === 0) return 'noValues';
  if (weights && (weights.length !== values.length || weights.some((weight) => weight < 0))) return 'weightsDoNotFit';
  const kept = values
    .map((value, index) => ({ value: value + shift, weight: weights?.[index] ?? 1 }))
    .filter(({ value, weight }) => weight > 0 && value >= lowest && value <= highest)
    .sort((a, b) => a.value - b.value || a.weight - b.weight);
  if (kept.length === 0) return 'nothingWithinBounds';
  const sampler = new Sampler(EMPIRICAL, spec);
  sampler.values = Float64Array.from(kept, ({ value }) => value);
  sampler.cumulative = cumulate(kept.map(({ weight }) => weight));
  sampler.low = sampler.values[0]!;
  sampler.high = sampler.values[kept.length - 1]!;
  return sampler;
}

/** Bins between rising edges, each uniform within; bounds cut bins and lower their weight in proportion. */
export function compileHistogram(
  spec: DistributionSpec,
  edges: readonly number[],
  weights: readonly number[],
  shift: number,
  lowest: number,
  highest: number,
): Sampler | DistributionRefusal {
  if (weights.length === 0) return 'noValues';
  if (edges.length !== weights.length + 1 || weights.some((weight) => weight < 0)) return 'weightsDoNotFit';
  if (edges.some((edge, index) => index > 0 && !(edge > edges[index - 1]!))) return 'edgesNotRising';
  const cutEdges: number[] = [];
  const cutWeights: number[] = [];
  for (let index = 0; index < weights.length; index += 1) {
    const left = edges[index]! + shift;
    const right = edges[index + 1]! + shift;
    const from = Math.max(left, lowest);
    const to = Math.min(right, highest);
    if (!(from < to)) continue;
    if (cutEdges.length === 0) cutEdges.push(from);
    cutEdges.push(to);
    cutWeights.push(from === left && to === right ? weights[index]! : (weights[index]! * (to - from)) / (right - left));
  }
  if (!cutWeights.some((weight) => weight > 0)) return 'nothingWithinBounds';
  const sampler = new Sampler(HISTOGRAM, spec);
  sampler.values = Float64Array.from(cutEdges);
  sampler.cumulative = cumulate(cutWeights);
  sampler.low = cutEdges[0]!;
  sampler.high = cutEdges[cutEdges.length - 1]!;
  return sampler;
}

/** Cumulative shares; from the last positive weight on exactly 1, so that no uniform below 1 passes it. */
function cumulate(weights: readonly number[]): Float64Array {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const last = weights.findLastIndex((weight) => weight > 0);
  const result = new Float64Array(weights.length);
  let sum = 0;
  for (let index = 0; index < weights.length; index += 1) {
    sum += weights[index]!;
    result[index] = index >= last ? 1 : sum / total;
  }
  return result;
}
