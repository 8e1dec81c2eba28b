import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { say } from '../language/say.ts';
import { findColumns } from './csv/columns.ts';
import { pairEvents, type ReadLog } from './event-log.ts';
import { dateOrderOf, parseInstant } from './instant.ts';
import { readLog } from './read-log.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
function read(name: string, content: Uint8Array | string): ReadLog {
  const outcome = readLog({ name, bytes: typeof content === 'string' ? bytes(content) : content });
  if (!outcome.ok) throw new Error(say(outcome.failure.message));
  return outcome.value;
}
const refusal = (name: string, text: string): string => {
  const outcome = readLog({ name, bytes: bytes(text) });
  return outcome.ok ? 'read' : say(outcome.failure.message);
};

describe('parseInstant', () => {
  it.each([
    ['2024-02-29T09:00:00.500+02:00', 'ymd', Date.UTC(2024, 1, 29, 7, 0, 0, 500)],
    ['2011-01-01 09:00:00+00:00', 'ymd', Date.UTC(2011, 0, 1, 9)],
    ['2019/11/03 01:11:19.000', 'ymd', Date.UTC(2019, 10, 3, 1, 11, 19)],
    ['9.3.10 8:05', 'dmy', Date.UTC(2010, 2, 9, 8, 5)],
    ['12/31/2019 1:05 pm', 'mdy', Date.UTC(2019, 11, 31, 13, 5)],
    ['2019-19-12', 'ydm', Date.UTC(2019, 11, 19)],
    ['1969-12-31T23:59:59Z', 'ymd', -1000],
    ['2000-03-01', 'ymd', Date.UTC(2000, 2, 1)],
  ] as const)('%s as %s', (text, order, expected) => expect(parseInstant(text, order)).toBe(expected));

  it.each(['2023-02-29', 'soon', '2024-13-01', '2024-01-01T25:00', ''])('refuses %s', (text) => expect(parseInstant(text)).toBeUndefined());

  it('finds the order that fits all', () => {
    expect(dateOrderOf(['01/02/2020', '13/02/2020'])).toBe('dmy');
    expect(dateOrderOf(['01/02/2020', '01/13/2020'])).toBe('mdy');
    expect(dateOrderOf(['x'])).toBeUndefined();
  });
});

describe('pairEvents', () => {
  it('pairs by instance, else first in first out, and counts what is open', () => {
    const of = (transition: string, time: number, instance?: string): Parameters<typeof pairEvents>[0][number] => ({ caseId: '1', activity: 'a', time, transition, ...(instance !== undefined && { instance }) });
    expect(pairEvents([of('schedule', 0), of('start', 1), of('start', 2), of('complete', 5), of('complete', 9), of('start', 10), of('suspend', 11)])).toEqual({
      events: [{ caseId: '1', activity: 'a', start: 1, end: 5, enable: 0 }, { caseId: '1', activity: 'a', start: 2, end: 9 }], open: 1, other: 1,
    });
    expect(pairEvents([of('start', 1, 'x'), of('start', 2, 'y'), of('complete', 5, 'y'), of('complete', 9, 'x')]).events.map(({ start, end }) => [start, end])).toEqual([[1, 9], [2, 5]]);
  });
});

describe('tables', () => {
  it('knows columns by many names', () => {
    expect(findColumns(['Case ID', 'Activity', 'start_time', 'end_time', 'Resource'])).toEqual({ case: 0, activity: 1, start: 2, end: 3, resource: 4 });
    expect(findColumns(['case:concept:name', 'concept:name', 'time:timestamp', 'org:resource', 'org:role'])).toEqual({ case: 0, activity: 1, time: 2, resource: 3, group: 4 });
    expect(findColumns(['handling', 'patient', 'employee', 'handling_id', 'registration_type', 'time'])).toEqual({ activity: 0, case: 1, resource: 2, instance: 3, transition: 4, time: 5 });
  });

  it('reads rows with starts and ends, any separator and line end', () => {
    const expected = [{ caseId: '1', activity: 'a, b', start: Date.UTC(2020, 0, 1, 9), end: Date.UTC(2020, 0, 1, 10), resource: 'Ann' }];
    expect(read('l.csv', 'case_id,activity,start_time,end_time,resource\n1,"a, b",2020-01-01T09:00Z,2020-01-01T10:00Z,Ann\n').events).toEqual(expected);
    expect(read('l.csv', 'case_id;activity;start_time;end_time;resource\r1;a, b;1.1.2020 9:00;1.1.2020 10:00;Ann\r').events).toEqual(expected);
  });

  it('leaves out rows that make no sense, and counts them', () => {
    const log = read('l.csv', 'case_id,activity,start_time,end_time\n1,a,2020-01-01,2020-01-02\n,a,2020-01-01,2020-01-02\n1,b,2020-01-03,2020-01-02\n1,c,x,2020-01-02\n');
    expect(log.events).toHaveLength(1);
    expect(log.report.counts.dropped).toBe(4); // three rows, and nobody to name
  });

  it.each([
    ['l.csv', 'case_id,activity\n1,a\n', 'no column end_time'],
    ['l.csv', 'when,what\n1,a\n', 'no column case_id'],
    ['l.csv', 'case_id,activity,end_time\n', 'no rows'],
    ['l.csv', 'case_id,activity,end_time\n1,a,never\n', 'no event'],
    ['l.csv', '', 'is empty'],
    ['l.xes', '<log><trace></log>', 'damaged'],
    ['l.xes', '<html/>', 'no XES'],
    ['l.xes', '<log/>', 'no event'],
    ['l.png', 'xx', 'no file that Crossflow reads'],
  ])('%s case %# is refused in one sentence', (name, text, part) => {
    expect(refusal(name, text)).toContain(part);
    expect(refusal(name, text)).toContain(`"${name}"`);
  });
});

describe('XES', () => {
  const xes = `<?xml version="1.0"?><log xmlns="http://www.xes-standard.org/"><global scope="event"><string key="concept:name" value="x"/></global>
    <trace><int key="concept:name" value="7"/>
      <event><string key="concept:name" value="a"/><string key="lifecycle:transition" value="START"/><date key="time:timestamp" value="2020-01-01T10:00:00.000+01:00"/><string key="org:resource" value="R"/></event>
      <event><string key="concept:name" value="a"/><string key="lifecycle:transition" value="Complete"/><string key="time:timestamp" value="2020/01/01 09:30:00.000"/><string key="org:group" value="G"/><string key="org:resource" value="R"><string key="nested" value="n"/></string></event>
      <event><string key="concept:name" value="b"/></event>
    </trace></log>`;
  const expected = [{ caseId: '7', activity: 'a', start: Date.UTC(2020, 0, 1, 9), end: Date.UTC(2020, 0, 1, 9, 30), resource: 'R', group: 'G' }];

  it('pairs events, in any case of letters, and skips what has no time', () => {
    const log = read('l.xes', xes);
    expect(log.events).toEqual(expected);
    expect(log.report.counts.dropped).toBe(1);
  });

  it('opens compressed logs', () => expect(read('l.xes.gz', gzipSync(bytes(xes))).events).toEqual(expected));
});

const data = path.resolve(import.meta.dirname, '../../../shared/data');

describe.skipIf(!existsSync(data))('real logs (skipped where ../shared/data is absent)', () => {
  it.each([
    ['log-xes/pm4js-core--receipt.xes', 8577, 1434],
    ['log-xes/pm4js-core--running-example.xes', 42, 6],
    ['log-xes/ApromoreCore--L1_start_complete_overlapping.xes', 23, 6],
    ['log-handoff/manual_log_1.csv', 12, 4],
    ['log-csv/apromore-importer/test1-valid.csv', 3, 2],
    ['log-csv/apromore-importer/test3-invalid-end-timestamp.csv', 3, 2],
    ['log-csv/apromore-importer/test6-different-delimiters.csv', 3, 2],
    ['log-csv/eventdataR--patients.csv', 2721, 500],
    ['prosimos/Insurance_Claims/Insurance_Claims.csv', 0, 1000],
  ])('%s: %i activities of %i cases', (file, events, cases) => {
    const log = read(path.basename(file), readFileSync(path.join(data, file)));
    if (events > 0) expect(log.events).toHaveLength(events);
    expect(log.cases).toBe(cases);
  });
});
