import { defaults, serviceTimeOfSize, type WorkSize } from './defaults.ts';
import type { Distribution } from './distribution.ts';
import { secondsPer, type DayMeaning, type Duration, type TimeUnit } from '../../language/units.ts';

/** A distribution as people say it: usually, at best, at worst. Parts are absent where it does not have them. */
export interface ThreePoints {
  readonly usually?: Duration;
  readonly atBest?: Duration;
  readonly atWorst?: Duration;
}

const unitOf = (distribution: Distribution): TimeUnit => distribution.unit ?? 's';

/** Whole hours in minutes, and whole minutes in seconds, read better as such. */
const readable = (value: number, unit: TimeUnit): Duration => {
  if (unit === 's' && value >= 60 && value % 60 === 0) return readable(value / 60, 'min');
  return unit === 'min' && value >= 60 && value % 60 === 0 ? { value: value / 60, unit: 'h' } : { value, unit };
};

/** What the three plain fields show for a distribution; undefined where only *More* can show it. */
export function pointsOf(distribution: Distribution): ThreePoints | undefined {
  const unit = unitOf(distribution);
  switch (distribution.type) {
    case 'fixed':
      return { usually: readable(distribution.value, unit) };
    case 'exponential':
    case 'lognormal':
    case 'normal':
    case 'gamma':
    case 'erlang':
      return { usually: readable(distribution.mean, unit) };
    case 'triangular':
    case 'pert':
      return {
        usually: readable(distribution.mode, unit),
        atBest: readable(distribution.min, unit),
        atWorst: readable(distribution.max, unit),
      };
    case 'uniform':
      return { atBest: readable(distribution.min, unit), atWorst: readable(distribution.max, unit) };
    case 'weibull':
    case 'empirical':
    case 'histogram':
      return undefined;
  }
}

export interface PointsRules {
  readonly counts: DayMeaning;
  readonly hoursPerDay: number;
  /** What a lone "usually" means: exactly that, or work that varies as sizes do. */
  readonly alone: 'fixed' | 'varied';
}

/**
 * The distribution that three points stand for: a PERT where best or worst is given (an absent one is half or twice the
 * usual), else a single value. Undefined where they do not ascend, or nothing is given.
 */
export function distributionOfPoints(points: ThreePoints, rules: PointsRules, before?: Distribution): Distribution | undefined {
  const unit = points.usually?.unit ?? points.atBest?.unit ?? points.atWorst?.unit;
  if (unit === undefined) return undefined;
  const inUnit = (duration: Duration): number =>
    Number(((duration.value * secondsPer(duration.unit, rules.counts, rules.hoursPerDay)) / secondsPer(unit, rules.counts, rules.hoursPerDay)).toPrecision(10));
  const sure = { unit, provenance: before?.provenance ?? 'estimated', ...(before?.spread === undefined ? {} : { spread: before.spread }), ...(before?.source === undefined ? {} : { source: before.source }) } as const;
  const usually = points.usually === undefined ? undefined : inUnit(points.usually);
  const best = points.atBest === undefined ? undefined : inUnit(points.atBest);
  const worst = points.atWorst === undefined ? undefined : inUnit(points.atWorst);
  if (best === undefined && worst === undefined) {
    if (usually === undefined) return undefined;
    if (before !== undefined && 'mean' in before && usually > 0) {
      const scaled = 'sd' in before ? { sd: before.mean > 0 ? (before.sd * usually) / before.mean : before.sd } : {};
      return { ...before, ...scaled, ...sure, mean: usually };
    }
    if (rules.alone === 'varied' && usually > 0) return { type: 'lognormal', mean: usually, sd: usually * defaults.sizeVariation, ...sure };
    return { type: 'fixed', value: usually, ...sure };
  }
  const mode = usually ?? ((best ?? 0) + (worst ?? 0)) / 2;
  const min = best ?? mode / 2;
  const max = worst ?? mode * 2;
  if (min > mode || mode > max || min < 0) return undefined;
  if (min === max) return { type: 'fixed', value: mode, ...sure };
  return { type: before?.type === 'triangular' ? 'triangular' : 'pert', min, mode, max, ...sure };
}

/** The size (S, M, L, XL) whose time this is, if any. */
export function sizeOf(distribution: Distribution | undefined): WorkSize | undefined {
  if (distribution?.type !== 'lognormal' || distribution.unit !== 'min') return undefined;
  return (Object.keys(defaults.sizes) as WorkSize[]).find((size) => {
    const typical = serviceTimeOfSize(size);
    return typical.type === 'lognormal' && typical.mean === distribution.mean && typical.sd === distribution.sd;
  });
}
