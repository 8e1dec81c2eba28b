import { mean, type Sampler, squaredCv } from '../kernel/distributions.ts';
import { ARRIVALS, type Network } from '../network/network.ts';
import { evenProfile, meanRate, pass, WEEK, WorkingWeek } from './week.ts';

/** Weeks into the run at which typical weeks are read: past the start. */
const firstWeek = 4;
const weeksTried = 4;

export type WeekOf = (calendar: number) => WorkingWeek;

/** Reads the typical week of a calendar in so many parts, the fullest of four that none of them be a holiday; −1 is the wall clock. */
export function weeksOf(network: Network, bins: number): WeekOf {
  const weeks = new Map<number, WorkingWeek>();
  return (calendar) => {
    const known = weeks.get(calendar);
    if (known !== undefined) return known;
    const shifts = network.calendars[calendar];
    let week = weekFrom(shifts, firstWeek * WEEK, bins);
    for (let later = 1; later < weeksTried && shifts !== undefined && !shifts.always; later += 1) {
      const other = weekFrom(shifts, (firstWeek + later) * WEEK, bins);
      if (other.openShare > week.openShare) week = other;
    }
    weeks.set(calendar, week);
    return week;
  };
}

function weekFrom(shifts: Network['calendars'][number] | undefined, from: number, bins: number): WorkingWeek {
  const length = WEEK / bins;
  const open = new Float64Array(bins).fill(length);
  if (shifts !== undefined && !shifts.always) for (let bin = 0; bin < bins; bin += 1) open[bin] = shifts.workingTimeBetween(from + bin * length, from + (bin + 1) * length);
  return new WorkingWeek(open);
}

/** How a demand class arrives. */
export interface Arrivals {
  /** Items per second by time of week. */
  readonly profile: Float64Array;
  /** Items per second on average. */
  readonly rate: number;
  /** Squared coefficient of variation of the gaps between arrivals, be they of one item or of several at once. */
  readonly scv: number;
  /** Mean and mean square of the number that comes at once. */
  readonly together: number;
  readonly togetherSquared: number;
  /** The gaps themselves where they run by the clock. */
  readonly gap?: Sampler;
}

/** The arrivals of a class; undefined for a closed population, for a list of dates and where nothing is said. */
export function arrivalsOf(network: Network, itemClass: number, weekOf: WeekOf): Arrivals | undefined {
  const { classes, samplers } = network;
  const batch = samplers[classes.batch[itemClass]!];
  const together = batch === undefined ? 1 : mean(batch);
  const base = { together, togetherSquared: batch === undefined ? 1 : together * together * (1 + squaredCv(batch)) };
  const calendar = classes.calendar[itemClass]!;
  const week = weekOf(calendar);
  switch (classes.arrivals[itemClass]) {
    case ARRIVALS.rate: {
      const profile = shapeOfRate(network, itemClass, week).map((rate) => rate * together);
      return { ...base, profile, rate: meanRate(profile), scv: 1 };
    }
    case ARRIVALS.interArrival: {
      const gap = samplers[classes.interArrival[itemClass]!];
      if (gap === undefined) return undefined;
      const even = evenProfile(together / mean(gap), week.bins);
      const profile = classes.pauses[itemClass] === 1 ? even.map((rate, bin) => (rate * (week.before[bin + 1]! - week.before[bin]!)) / week.bin) : pass(even, week, 0).out;
      return { ...base, profile, rate: meanRate(profile), scv: squaredCv(gap), ...(calendar < 0 ? { gap } : {}) };
    }
    default:
      return undefined;
  }
}

function shapeOfRate({ classes, clock }: Network, itemClass: number, week: WorkingWeek): Float64Array {
  const peak = classes.peakRate[itemClass]!;
  const weights = classes.profile[itemClass];
  if (weights === undefined && week.alwaysOpen) return evenProfile(peak, week.bins);
  const shape = new Float64Array(week.bins);
  for (let bin = 0; bin < week.bins; bin += 1) {
    const open = (week.before[bin + 1]! - week.before[bin]!) / week.bin;
    shape[bin] = peak * open * (weights === undefined ? 1 : weights[clock.hourOfWeek(firstWeek * WEEK + bin * week.bin)]!);
  }
  return shape;
}
