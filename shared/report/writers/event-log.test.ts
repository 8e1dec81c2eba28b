import { describe, expect, it } from 'vitest';
import type { LogRow } from '../../simulation/results/event-log.ts';
import { writeLogCsv, writeLogXes } from './event-log.ts';

const second = 1000;
const rows: readonly LogRow[] = [
  { case: '1', activity: 'Check "it" & sign', enable: 0, start: 90 * second, end: 150 * second + 5, resource: 'Ann', team: 'Legal', element: 'check', workingSeconds: 60.005 },
  { case: '2', activity: '=Pay', enable: 10 * second, start: 10 * second, end: 20 * second, workingSeconds: 10 },
  { case: '1', activity: 'File', enable: 20 * second, start: 100 * second, end: 120 * second, workingSeconds: 20 },
];

describe('an event log as CSV', () => {
  it('has a row per activity with instants to the millisecond', () => {
    expect(writeLogCsv(rows).split('\n').slice(0, 2)).toEqual([
      'case_id,activity,enable_time,start_time,end_time,resource,team,element,working_seconds',
      '1,"Check ""it"" & sign",1970-01-01T00:00:00.000Z,1970-01-01T00:01:30.000Z,1970-01-01T00:02:30.005Z,Ann,Legal,check,60.005',
    ]);
  });

  it('makes formulas harmless', () => {
    expect(writeLogCsv(rows)).toContain("'=Pay");
  });
});

describe('an event log as XES', () => {
  const xes = writeLogXes(rows, 'Log');

  it('holds one trace a case with its events in order of time', () => {
    expect(xes.match(/<trace>/g)).toHaveLength(2);
    const first = xes.slice(xes.indexOf('<trace>'), xes.indexOf('</trace>'));
    const told = [...first.matchAll(/concept:name" value="([^"]*)"[\s\S]*?lifecycle:transition" value="([^"]*)"/g)].map(([, name, transition]) => `${name} ${transition}`);
    expect(told.slice(1)).toEqual(['File schedule', 'Check &quot;it&quot; &amp; sign start', 'File start', 'File complete', 'Check &quot;it&quot; &amp; sign complete']);
  });

  it('escapes what people typed', () => {
    expect(xes).not.toContain('"it"');
  });
});
