import type { Calendar } from '../../../shared/document/model/calendar.ts';
import type { Model } from '../../../shared/document/model/model.ts';
import { aroundTheClock, officeHours } from '../../../shared/document/model/defaults.ts';
import type { Say } from '../../ui/locale.tsx';
import type { Choice } from '../../ui/Select.tsx';

/** The value of a choice that stands for "nothing". */
export const nothing = '';

const byName = (a: Choice<string>, b: Choice<string>): number => a.label.localeCompare(b.label);

/** All teams, and all people, that may do or decide something. */
export function workerChoices(model: Model): readonly Choice<string>[] {
  const teams = Object.values(model.teams).map((team) => ({ value: team.id, label: team.name })).toSorted(byName);
  const people = Object.values(model.people).map((person) => ({ value: person.id, label: person.name })).toSorted(byName);
  return [...teams, ...people];
}

/** The two built-in calendars are named in the window's language. */
export const calendarName = ({ id, name }: Pick<Calendar, 'id' | 'name'>, say: Say): string =>
  id === officeHours.id ? say('canvas.calendar.office') : id === aroundTheClock.id ? say('canvas.calendar.always') : name;

export const calendarChoices = (model: Model, say: Say): readonly Choice<string>[] => [
  ...[officeHours, aroundTheClock].map((calendar) => ({ value: calendar.id, label: calendarName(calendar, say) })),
  ...Object.values(model.calendars).map((calendar) => ({ value: calendar.id, label: calendar.name })).toSorted(byName),
];

/** Rows of a table by name, with "none" before them. */
export const namedChoices = (rows: Readonly<Record<string, { readonly id: string; readonly name: string }>>, none: string): readonly Choice<string>[] => [
  { value: nothing, label: none },
  ...Object.values(rows).map(({ id, name }) => ({ value: id, label: name })).toSorted(byName),
];
