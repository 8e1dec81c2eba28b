import { stringify } from 'csv-stringify/browser/esm/sync';
import { escapeXml } from '../../drawing/painters/svg.ts';
import type { LogRow } from '../../simulation/results/event-log.ts';

const columns = ['case_id', 'activity', 'enable_time', 'start_time', 'end_time', 'resource', 'team', 'element', 'working_seconds'] as const;

/** An instant as ISO 8601 in UTC with milliseconds. */
const instant = (milliseconds: number): string => new Date(milliseconds).toISOString();

const text = (value: string | undefined): string => (value === undefined ? '' : /^[=+\-@\t\r]/.test(value) ? `'${value}` : value);

/** An event log as CSV: one row per activity, times in UTC, what a person worked in seconds. */
export const writeLogCsv = (rows: readonly LogRow[]): string =>
  stringify(
    [
      columns,
      ...rows.map((row) => [
        text(row.case), text(row.activity), instant(row.enable), instant(row.start), instant(row.end), text(row.resource), text(row.team), text(row.element),
        String(row.workingSeconds),
      ]),
    ],
    { record_delimiter: 'unix' },
  );

/** An event log as XES (IEEE 1849): a start and a complete event per activity, the team as the group. */
export function writeLogXes(rows: readonly LogRow[], name: string): string {
  const cases = new Map<string, LogRow[]>();
  for (const row of rows) {
    const found = cases.get(row.case);
    if (found === undefined) cases.set(row.case, [row]);
    else found.push(row);
  }
  const traces = [...cases].map(([id, own]) => `  <trace>\n    ${attribute('concept:name', id)}\n${own.flatMap((row, at) => events(row, at)).sort(byTime).map(({ xml }) => xml).join('')}  </trace>\n`);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n<log xes.version="1849-2016" xmlns="http://www.xes-standard.org/">\n',
    ...extensions.map(([title, prefix, uri]) => `  <extension name="${title}" prefix="${prefix}" uri="${uri}"/>\n`),
    `  ${attribute('concept:name', name)}\n  ${attribute('lifecycle:model', 'standard')}\n`,
    ...traces,
    '</log>\n',
  ].join('');
}

const extensions = [
  ['Concept', 'concept', 'http://www.xes-standard.org/concept.xesext'],
  ['Time', 'time', 'http://www.xes-standard.org/time.xesext'],
  ['Lifecycle', 'lifecycle', 'http://www.xes-standard.org/lifecycle.xesext'],
  ['Organizational', 'org', 'http://www.xes-standard.org/org.xesext'],
] as const;

interface Written {
  readonly at: number;
  readonly order: number;
  readonly xml: string;
}

/** Scheduled, started, completed: the instance pairs them. */
function events(row: LogRow, order: number): readonly Written[] {
  const event = (at: number, transition: string, place: number): Written => ({
    at,
    order: order * 3 + place,
    xml: [
      '    <event>\n',
      ...[
        attribute('concept:name', row.activity),
        attribute('concept:instance', String(order)),
        attribute('lifecycle:transition', transition),
        `<date key="time:timestamp" value="${instant(at)}"/>`,
        ...(row.resource === undefined || transition === 'schedule' ? [] : [attribute('org:resource', row.resource)]),
        ...(row.team === undefined ? [] : [attribute('org:group', row.team)]),
      ].map((line) => `      ${line}\n`),
      '    </event>\n',
    ].join(''),
  });
  return [event(row.enable, 'schedule', 0), event(row.start, 'start', 1), event(row.end, 'complete', 2)];
}

const byTime = (a: Written, b: Written): number => a.at - b.at || a.order - b.order;

const attribute = (key: string, value: string): string => `<string key="${key}" value="${escapeXml(value)}"/>`;
