import type { DistributionSpec } from '../../kernel/distributions.ts';
import { exp, pow } from '../../kernel/mathematics.ts';

/** Laplace transform E[e^(−sT)] of a time, s > 0, for the families that have a short one (Johnson, Kotz and Balakrishnan 1994); undefined for others and for cut or shifted ones. */
export function laplaceTransform(spec: DistributionSpec): ((s: number) => number) | undefined {
  if (spec.shift !== undefined || spec.lowest !== undefined || spec.highest !== undefined) return undefined;
  switch (spec.type) {
    case 'fixed':
      return (s) => exp(-s * spec.value);
    case 'uniform':
      return (s) => (exp(-s * spec.min) - exp(-s * spec.max)) / (s * (spec.max - spec.min));
    case 'exponential':
      return (s) => 1 / (1 + s * spec.mean);
    case 'erlang':
      return (s) => pow(1 + (s * spec.mean) / spec.k, -spec.k);
    case 'gamma':
      return (s) => pow(1 + (s * spec.sd * spec.sd) / spec.mean, -((spec.mean / spec.sd) ** 2));
    default:
      return undefined;
  }
}
