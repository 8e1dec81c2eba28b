import type { Interval, MeasuredEvent } from '../analysis/measured/measured-event.ts';
import { discoverCalendars, type ResourceCalendars, unite } from '../analysis/measured/resource-calendar.ts';
import { measureHandoffs } from '../analysis/measured/waiting-causes.ts';
import { readLog } from '../interchange/read-log.ts';
import { message } from '../language/message.ts';
import { fail, type Outcome, succeed } from '../language/outcome.ts';
import { z } from '../language/zod.ts';
import type { JobOf, JobResults } from './job.ts';

const days = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const;

const time = z.string().regex(/^\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?$/);
/** Working hours by resource, as Prosimos and its relatives write them. */
const calendarsSchema = z.record(z.string(), z.array(z.object({ from: z.enum(days), to: z.enum(days).optional(), beginTime: time, endTime: time })));

/** Reads friction from an event log: the waiting between two pieces of work, split by its cause. */
export function analyzeLog({ log, calendar }: JobOf<'analyze'>): Outcome<JobResults['analyze']> {
  const read = readLog(log);
  if (!read.ok) return read;
  const events = read.value.events.map((event): MeasuredEvent => ({
    caseId: event.caseId, activity: event.activity, resource: event.resource ?? event.group ?? '', start: event.start / 1000, end: event.end / 1000,
    ...(event.enable === undefined ? {} : { enabled: event.enable / 1000 }),
  }));
  const calendars = calendar === undefined ? succeed(discoverCalendars(events)) : readCalendars(calendar);
  if (!calendars.ok) return calendars;
  const handoffs = measureHandoffs(events, calendars.value).toSorted((a, b) => b.waiting - a.waiting);
  return succeed({ cases: read.value.cases, events: events.length, handoffs, report: read.value.report });
}

function readCalendars({ name, bytes }: { readonly name: string; readonly bytes: Uint8Array }): Outcome<ResourceCalendars> {
  const refuse = (reason: string): Outcome<never> => fail('calendar', message('jobs.badCalendar', { file: name, reason }), { file: name });
  let data: unknown;
  try {
    data = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return refuse('JSON');
  }
  const parsed = calendarsSchema.safeParse(data);
  if (!parsed.success) return refuse(parsed.error.issues[0]?.path.join(' → ') ?? '');
  return succeed(new Map(Object.entries(parsed.data).map(([resource, periods]) => [resource, unite(periods.flatMap(intervals))])));
}

/** A period of each day from one weekday to another, around the end of the week where need be. */
function intervals({ from, to = from, beginTime, endTime }: { readonly from: (typeof days)[number]; readonly to?: (typeof days)[number] | undefined; readonly beginTime: string; readonly endTime: string }): readonly Interval[] {
  const first = days.indexOf(from);
  const count = (days.indexOf(to) - first + 7) % 7;
  return Array.from({ length: count + 1 }, (_, at): Interval => {
    const day = ((first + at) % 7) * 86_400;
    return [day + seconds(beginTime), day + seconds(endTime)];
  });
}

const seconds = (text: string): number => text.split(':').reduce((sum, part, at) => sum + Number(part) * (at === 0 ? 3600 : at === 1 ? 60 : 1), 0);
