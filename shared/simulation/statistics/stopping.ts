import { halfWidth, studentInterval } from './interval.ts';

/** Fewest replications before a run may stop. */
export const FEWEST_REPLICATIONS = 10;

/**
 * Whether the first observations suffice: the half-width of Student's interval is at most `precision` (0.05 for 5 %) of
 * the mean's size. Never before ten.
 */
export function isPreciseEnough(values: readonly number[], precision: number, confidence: number): boolean {
  if (values.length < FEWEST_REPLICATIONS) return false;
  const estimate = studentInterval(values, confidence);
  return halfWidth(estimate) <= precision * Math.abs(estimate.mean);
}

/**
 * Number of replications after which a sequential run stops: the first n ≥ 10 for which replications 1…n, taken in
 * order, suffice; undefined while none does. Results of later replications change nothing, so the answer is the same
 * however many workers ran ahead.
 */
export function stoppingPoint(values: readonly number[], precision: number, confidence: number): number | undefined {
  for (let n = FEWEST_REPLICATIONS; n <= values.length; n += 1) {
    if (isPreciseEnough(values.slice(0, n), precision, confidence)) return n;
  }
  return undefined;
}

/**
 * Replications that will probably be needed, from those seen: (t s / (precision mean))², at least what was seen.
 * For progress only; Infinity where the mean is 0 and the observations differ.
 */
export function expectedReplications(values: readonly number[], precision: number, confidence: number): number {
  if (values.length < 2) return FEWEST_REPLICATIONS;
  const estimate = studentInterval(values, confidence);
  const half = halfWidth(estimate);
  if (half === 0) return Math.max(FEWEST_REPLICATIONS, values.length);
  const ratio = half / (precision * Math.abs(estimate.mean));
  return Math.max(FEWEST_REPLICATIONS, values.length, Math.ceil(values.length * ratio * ratio));
}
