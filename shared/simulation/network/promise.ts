import type { ElementId } from '../../document/model/fields.ts';
import type { ContractTerm } from '../../document/model/organisation.ts';
import type { CalendarBook } from './calendars.ts';
import type { Context } from './context.ts';

/** How soon somebody promises to answer. */
export interface Promised {
  /** Seconds; 0: a term that promises no time, NaN: no term. */
  readonly response: number;
  /** Calendar on which they count, −1 elapsed. */
  readonly calendar: number;
}

/** What a term promises; `user` is the element that names its calendar. */
export function promisedBy(context: Context, calendars: CalendarBook, term: ContractTerm | undefined, user: ElementId): Promised {
  if (term === undefined) return { response: NaN, calendar: -1 };
  return {
    response: term.responseTime === undefined ? 0 : context.seconds(term.responseTime, 'elapsed'),
    calendar: term.supportCalendar === undefined ? -1 : calendars.byId(term.supportCalendar, user),
  };
}
