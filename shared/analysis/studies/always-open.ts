import type { Calendar } from '../../document/model/calendar.ts';
import { aroundTheClock } from '../../document/model/defaults.ts';
import type { ElementId } from '../../document/model/fields.ts';
import type { Model } from '../../document/model/model.ts';
import { calendarOfParty, calendarOfTeam, findCalendar } from '../../document/model/queries.ts';

/**
 * The model in which everybody who works is there around the clock, in the same number. Demand keeps its calendars:
 * the same items come at the same times. Who is always there already stays as it is.
 */
export function alwaysOpen(model: Model): Model {
  const opened = (id: ElementId): boolean => isAlwaysOpen(findCalendar(model, id));
  const always = aroundTheClock.id;
  return {
    ...model,
    parties: mapRecord(model.parties, (party) => {
      const { contract } = party;
      const support = contract?.supportCalendar;
      return {
        ...party,
        ...(isAlwaysOpen(calendarOfParty(model, party.id)) ? {} : { calendar: always }),
        ...(contract === undefined || support === undefined || opened(support) ? {} : { contract: { ...contract, supportCalendar: always } }),
      };
    }),
    teams: mapRecord(model.teams, (team) => (isAlwaysOpen(calendarOfTeam(model, team)) ? team : { ...team, calendar: always })),
    people: mapRecord(model.people, (person) => (person.calendar === undefined || opened(person.calendar) ? person : { ...person, calendar: always })),
    flows: mapRecord(model.flows, (flow) => {
      const term = flow.handoff?.term;
      if (term?.supportCalendar === undefined || opened(term.supportCalendar)) return flow;
      return { ...flow, handoff: { ...flow.handoff, term: { ...term, supportCalendar: always } } };
    }),
  };
}

function mapRecord<T>(record: Readonly<Record<string, T>>, change: (value: T) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(record).map(([id, value]) => [id, change(value)]));
}

/** Everybody on shift at every hour of every day, without exception. */
function isAlwaysOpen(calendar: Calendar | undefined): boolean {
  if (calendar === undefined) return false;
  return (
    (calendar.exceptions ?? []).length === 0 &&
    aroundTheClock.weekly.every(({ day, from, to }) =>
      calendar.weekly.some((open) => open.day === day && open.from === from && open.to === to && (open.availability ?? 1) === 1),
    )
  );
}
