import type { Interrupt, Team } from './organisation.ts';
import { durationInSeconds } from '../../language/units.ts';

/** Length of one piece of unplanned work where nobody says otherwise, in hours. */
export const usualPiece = 0.5;

const meanHours = (distribution: Interrupt['every'], hoursPerDay: number): number | undefined => {
  const unit = distribution.unit ?? 's';
  const value = 'mean' in distribution ? distribution.mean : distribution.type === 'fixed' ? distribution.value : undefined;
  return value === undefined ? undefined : durationInSeconds({ value, unit }, 'working', hoursPerDay) / 3600;
};

/** Hours a week that a stream takes from each person of a week of so many hours; undefined where it is not that simple. */
export function hoursAWeek(interrupt: Interrupt, hoursPerWeek: number, hoursPerDay: number): number | undefined {
  const every = meanHours(interrupt.every, hoursPerDay);
  const length = meanHours(interrupt.length, hoursPerDay);
  if (every === undefined || length === undefined || every <= 0 || interrupt.perUnit === false || interrupt.counts === 'elapsed') return undefined;
  return Math.round(((hoursPerWeek * length) / every) * 100) / 100;
}

/**
 * A stream that takes so many hours a week from each person, in pieces of `piece` hours that come at random:
 * the time between them is `hoursPerWeek · piece / hours` of working time.
 */
export function interruptOf(id: string, name: string, hours: number, piece: number, hoursPerWeek: number): Interrupt {
  const every = Number(((hoursPerWeek * piece) / hours).toPrecision(6));
  return {
    id, name, clock: 'independent', acts: 'preempt', counts: 'working', perUnit: true,
    every: { type: 'exponential', mean: every, unit: 'h', provenance: 'estimated' },
    length: { type: 'exponential', mean: piece, unit: 'h', provenance: 'default' },
  };
}

/** The stream that the plain field "unplanned work" edits: the first one. */
export const plainInterrupt = (team: Team): Interrupt | undefined => team.interrupts?.[0];
