import { mean, type Sampler, squaredCv } from '../kernel/distributions.ts';
import { exp } from '../kernel/mathematics.ts';
import { ARRIVALS, type Network } from '../network/network.ts';
import { evenProfile, meanRate, WEEK, WorkingWeek } from './week.ts';

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
      const rate = together / mean(gap);
      const profile = week.alwaysOpen ? evenProfile(rate, week.bins) : classes.pauses[itemClass] === 1 ? inOpenTime(rate, week) : pushed(rate, gap, together, week);
      return { ...base, profile, rate: meanRate(profile), scv: squaredCv(gap), ...(calendar < 0 ? { gap } : {}) };
    }
    default:
      return undefined;
  }
}

function inOpenTime(rate: number, week: WorkingWeek): Float64Array {
  return Float64Array.from({ length: week.bins }, (_, bin) => (rate * (week.before[bin + 1]! - week.before[bin]!)) / week.bin);
}

/** Who would come while closed comes at the opening, and the next gap counts from there (the first of a renewal process: Cox 1962, 4.2). */
function pushed(rate: number, gap: Sampler, together: number, week: WorkingWeek): Float64Array {
  const profile = inOpenTime(rate, week);
  const isOpen = (bin: number): boolean => week.before[bin + 1]! > week.before[bin]!;
  for (let bin = 0; bin < week.bins; bin += 1) {
    if (!isOpen(bin) || isOpen((bin + week.bins - 1) % week.bins)) continue;
    let closed = 0;
    for (let before = bin + week.bins - 1; !isOpen(before % week.bins); before -= 1) closed += week.bin;
    let open = 0;
    for (let after = bin; isOpen(after % week.bins) && after < bin + week.bins; after += 1) open += week.before[(after % week.bins) + 1]! - week.before[after % week.bins]!;
    const chance = 1 - exp(-closed / mean(gap));
    profile[bin] = profile[bin]! + (chance * together) / week.bin;
    // Regular gaps fit in less often than by chance, irregular ones more often.
    const change = 1 + (chance * (squaredCv(gap) - 1) * together) / (2 * rate * open);
    for (let after = bin; isOpen(after % week.bins) && after < bin + week.bins; after += 1) {
      const each = after % week.bins;
      const extra = each === bin ? (chance * together) / week.bin : 0;
      profile[each] = extra + (profile[each]! - extra) * Math.max(0, change);
    }
  }
  return profile;
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
