import { assertNever } from '../../../language/outcome.ts';
import type { TimeUnit } from '../../../language/units.ts';
import type { Distribution } from '../../model/distribution.ts';
import { scaleDistribution } from '../../model/scale-distribution.ts';

/** A distribution of `factor` times its values; certainty about it drops to estimated unless it is given. */
export function scaled(distribution: Distribution, factor: number): Distribution {
  const times = scaleDistribution(distribution, factor);
  return times.provenance === 'measured' ? { ...times, provenance: 'estimated' } : times;
}

/**
 * The sum of two independent times where it is known without a working day's length: same units (or units of fixed length)
 * and closed moments. Two fixed times stay fixed; others become a gamma distribution of the same mean and variance.
 */
export function sumOf(first: Distribution, second: Distribution): Distribution | undefined {
  const a = moments(first);
  const b = moments(second);
  if (a === undefined || b === undefined) return undefined;
  const unit = first.unit ?? 'min';
  const factor = second.unit === first.unit ? 1 : ratio(second.unit, first.unit);
  if (factor === undefined) return undefined;
  const mean = a.mean + b.mean * factor;
  const variance = a.variance + b.variance * factor * factor;
  if (variance === 0) return { type: 'fixed', value: mean, unit, provenance: 'estimated' };
  return { type: 'gamma', mean, sd: Math.sqrt(variance), unit, provenance: 'estimated' };
}

const seconds: Partial<Record<TimeUnit, number>> = { s: 1, min: 60, h: 3600 };

function ratio(from: TimeUnit | undefined, to: TimeUnit | undefined): number | undefined {
  const a = from === undefined ? undefined : seconds[from];
  const b = to === undefined ? undefined : seconds[to];
  return a === undefined || b === undefined ? undefined : a / b;
}

/** Mean and variance of the families whose formulas need no special functions; truncated ones have none here. */
function moments(distribution: Distribution): { mean: number; variance: number } | undefined {
  if (distribution.lowest !== undefined || distribution.highest !== undefined) return undefined;
  const shift = distribution.shift ?? 0;
  switch (distribution.type) {
    case 'fixed':
      return { mean: distribution.value + shift, variance: 0 };
    case 'uniform':
      return { mean: (distribution.min + distribution.max) / 2 + shift, variance: (distribution.max - distribution.min) ** 2 / 12 };
    case 'triangular': {
      const { min, mode, max } = distribution;
      return { mean: (min + mode + max) / 3 + shift, variance: (min ** 2 + mode ** 2 + max ** 2 - min * mode - min * max - mode * max) / 18 };
    }
    case 'pert': {
      const mean = (distribution.min + 4 * distribution.mode + distribution.max) / 6;
      return { mean: mean + shift, variance: ((mean - distribution.min) * (distribution.max - mean)) / 7 };
    }
    case 'exponential':
      return { mean: distribution.mean + shift, variance: distribution.mean ** 2 };
    case 'erlang':
      return { mean: distribution.mean + shift, variance: distribution.mean ** 2 / distribution.k };
    case 'gamma':
    case 'lognormal':
      return { mean: distribution.mean + shift, variance: distribution.sd ** 2 };
    case 'normal':
    case 'weibull':
    case 'empirical':
    case 'histogram':
      return undefined;
    default:
      return assertNever(distribution);
  }
}
