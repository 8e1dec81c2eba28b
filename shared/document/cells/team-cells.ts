import { interruptOf, hoursAWeek, plainInterrupt, usualPiece } from '../model/interrupts.ts';
import type { Team } from '../model/organisation.ts';
import { calendarOfTeam, idMaker } from '../model/queries.ts';
import { weekHours } from '../model/week-hours.ts';
import { changes } from './changes.ts';
import { figureColumn, numberColumn, percentColumn } from './columns.ts';
import type { Context, Reading } from './table.ts';

/** The change of one field of a team; undefined takes it away. */
export const setTeam = (team: Team, field: keyof Team, value: unknown): Reading => changes('team.edit', team.id, field, value);
export const unlimited = (team: Team): boolean => team.unlimited === true;

const rounded = (value: number): number => Math.round(value * 1e6) / 1e6;

/** Hours a week of unplanned work for each person, where they are as simple as that. */
const unplanned = (team: Team, { model, hoursPerDay }: Context): number | undefined => {
  const stream = plainInterrupt(team);
  return stream === undefined ? undefined : hoursAWeek(stream, weekHours(calendarOfTeam(model, team)), hoursPerDay);
};

function setUnplanned(team: Team, hours: number | undefined, { model, say }: Context): Reading {
  const [first, ...rest] = team.interrupts ?? [];
  if (hours === undefined || hours === 0) return setTeam(team, 'interrupts', rest.length === 0 ? undefined : rest);
  return setTeam(team, 'interrupts', [interruptOf(first?.id ?? idMaker(model)('interrupt'), first?.name ?? say('canvas.unplanned'), hours, usualPiece, weekHours(calendarOfTeam(model, team))), ...rest]);
}

/** What a team knows about itself. */
export const teamCells = {
  capacity: figureColumn<Team>({
    id: 'capacity', label: 'canvas.people', least: 1, whole: true, fixed: (team) => unlimited(team) || team.people !== undefined,
    get: (team) => (team.people === undefined ? team.capacity : { value: team.people.length, provenance: 'measured' }), set: (team, capacity) => setTeam(team, 'capacity', capacity),
  }),
  time: percentColumn<Team>({
    id: 'time', label: 'canvas.timeForThis', hint: '100 %', fixed: unlimited,
    get: (team) => (team.otherWork === undefined ? undefined : { ...team.otherWork.share, value: rounded(1 - team.otherWork.share.value) }),
    set: (team, share) => setTeam(team, 'otherWork', share === undefined || share.value >= 1 ? undefined : { ...team.otherWork, share: { ...share, value: rounded(1 - share.value) } }),
  }),
  unplanned: numberColumn<Team>({ id: 'unplanned', label: 'tables.unplanned', width: 136, hint: '0', get: unplanned, set: setUnplanned, fixed: (team, context) => unlimited(team) || (plainInterrupt(team) !== undefined && unplanned(team, context) === undefined) }),
} as const;
