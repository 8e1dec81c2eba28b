// Waiting causes of logs that nobody here wrote, row by row (../shared/data/log-handoff).
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import type { Interval, MeasuredEvent } from '../../shared/analysis/measured/measured-event.ts';
import { discoverCalendars, type ResourceCalendars, unite } from '../../shared/analysis/measured/resource-calendar.ts';
import { measureHandoffs } from '../../shared/analysis/measured/waiting-causes.ts';

const folder = path.resolve(import.meta.dirname, '../../../shared/data/log-handoff');
const present = existsSync(folder);
if (!present) console.log('skipped: ../shared/data/log-handoff is not here');

const read = (name: string): Record<string, string>[] => parse(readFileSync(path.join(folder, name)), { columns: true });

const readLog = (name: string): MeasuredEvent[] =>
  read(name).map((row) => ({
    caseId: row['case_id'] ?? '',
    activity: row['Activity'] ?? '',
    resource: row['Resource'] ?? '',
    start: Date.parse(`${row['start_time']}Z`) / 1000,
    end: Date.parse(`${row['end_time']}Z`) / 1000,
  }));

const days = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];
const seconds = (time: string): number => time.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);

function readCalendars(): ResourceCalendars {
  const text = readFileSync(path.join(folder, 'manual_log_calendar.json'), 'utf8');
  const file = JSON.parse(text) as Record<string, { from: string; beginTime: string; endTime: string }[]>;
  return new Map(
    Object.entries(file).map(([resource, periods]) => [
      resource,
      unite(periods.map(({ from, beginTime, endTime }): Interval => [days.indexOf(from) * 86_400 + seconds(beginTime), days.indexOf(from) * 86_400 + seconds(endTime)])),
    ]),
  );
}

const duration = (text: string): number => {
  const match = /^(\d+) days(?: (\d+):(\d+):(\d+))?$/.exec(text);
  if (match === null) throw new Error(`"${text}" is no duration`);
  const [, dayCount = '0', hours = '0', minutes = '0', rest = '0'] = match;
  return Number(dayCount) * 86_400 + Number(hours) * 3600 + Number(minutes) * 60 + Number(rest);
};

const bySource = (a: readonly unknown[], b: readonly unknown[]): number => (String(a.slice(0, 4)) < String(b.slice(0, 4)) ? -1 : 1);

describe.skipIf(!present)('waiting causes of measured logs', () => {
  it.each(['manual_log_1', 'manual_log_2', 'handoff-test'])('of %s agree with the expected rows in frequency, total and all five causes', (name) => {
    const log = readLog(`${name}.csv`);
    const calendars = name === 'handoff-test' ? discoverCalendars(log) : readCalendars();

    const measured = measureHandoffs(log, calendars).map((row) => [
      row.sourceActivity, row.sourceResource, row.targetActivity, row.targetResource, row.frequency, row.waiting,
      row.causes.batching, row.causes.prioritisation, row.causes.contention, row.causes.unavailability, row.causes.extraneous,
    ]);

    const expected = read(`${name}_expected.csv`).map((row) => [
      row['source_activity'], row['source_resource'], row['target_activity'], row['target_resource'], Number(row['frequency']), Number(row['wt_total_seconds']),
      ...['batching', 'prioritization', 'contention', 'unavailability', 'extraneous'].map((cause) => duration(row[`wt_${cause}`] ?? '')),
    ]);
    expect(measured.toSorted(bySource)).toEqual(expected.toSorted(bySource));
  });
});
