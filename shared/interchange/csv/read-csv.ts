import { parse } from 'csv-parse/browser/esm/sync';
import { message } from '../../language/message.ts';
import { fail, succeed, type Outcome } from '../../language/outcome.ts';
import { decodeText } from '../bytes.ts';
import { pairEvents, type RawEvent, type ReadEvent, type ReadLog } from '../event-log.ts';
import { dateOrderOf, parseInstant, type DateOrder } from '../instant.ts';
import { ReportBuilder } from '../report.ts';
import { columnRoles, type Columns, findColumns } from './columns.ts';

/**
 * Reads an event log from a table with a header: one row per activity with start and end, or one per event with a life
 * cycle. Separator, quotes, line ends, columns and the order of dates are found by themselves.
 * Fails in one sentence where there is no header, a needed column is missing, or no row can be read; never throws.
 */
export function readCsvLog(bytes: Uint8Array, file: string): Outcome<ReadLog> {
  const decoded = decodeText(bytes, file);
  if (!decoded.ok) return decoded;
  let rows: string[][];
  try {
    rows = parse(decoded.value.text, {
      bom: true, delimiter: separatorOf(decoded.value.text), record_delimiter: ['\r\n', '\n', '\r'], relax_column_count: true, relax_quotes: true, skip_empty_lines: true, trim: true,
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return fail('interchange.badTable', message('interchange.badTable', { file, reason }), { file });
  }
  const [header, ...body] = rows;
  if (header === undefined || body.length === 0) return fail('interchange.noRows', message('interchange.noRows', { file }), { file });
  const columns = findColumns(header);
  const missing = missingIn(columns);
  if (missing !== undefined) {
    return fail('interchange.missingColumn', message('interchange.missingColumn', { file, column: missing, header: header.join(', ') }), { file, element: missing });
  }
  return collect(body, columns, file);
}

/** The separator that the header has most of. */
function separatorOf(text: string): string {
  const header = /^[^\r\n]*/.exec(text)?.[0] ?? '';
  const counts = [',', ';', '\t', '|'].map((separator) => [separator, header.split(separator).length] as const);
  return counts.toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? ',';
}

function missingIn(columns: Columns): string | undefined {
  if (columns.case === undefined) return 'case_id';
  if (columns.activity === undefined) return 'activity';
  return columns.end === undefined && columns.time === undefined && columns.start === undefined ? 'end_time' : undefined;
}

function collect(body: readonly string[][], columns: Columns, file: string): Outcome<ReadLog> {
  const report = new ReportBuilder();
  const timeColumns = (['start', 'end', 'time', 'enable'] as const).flatMap((role) => columns[role] ?? []);
  const order = dateOrderOf(body.slice(0, 2000).flatMap((row) => timeColumns.map((at) => row[at] ?? '').filter((text) => text !== ''))) ?? 'ymd';
  const read = columns.transition !== undefined && columns.time !== undefined ? eventsByLifeCycle(body, columns, order) : eventsByRow(body, columns, order);
  if (read.events.length === 0) return fail('interchange.noEvents', message('interchange.noEvents', { file }), { file });
  const cases = new Set(read.events.map((event) => event.caseId)).size;
  report.add('kept', message('interchange.keptEvents', { n: read.events.length, cases }), undefined, read.events.length);
  if (read.bad > 0) report.add('dropped', message('interchange.badRows', { n: read.bad }), undefined, read.bad);
  if (read.open > 0) report.add('dropped', message('interchange.openEvents', { n: read.open }), undefined, read.open);
  if (order !== 'ymd') report.add('guessed', message('interchange.dateOrder', { order: writtenOrder[order] }));
  if (columns.resource === undefined) report.add('dropped', message('interchange.noResource'));
  report.add('mapped', message('interchange.columns', { list: columnRoles.filter((role) => columns[role] !== undefined).join(', ') }));
  return succeed({ events: read.events, cases, report: report.build(file) });
}

const writtenOrder: Readonly<Record<DateOrder, string>> = { ymd: 'YYYY-MM-DD', dmy: 'DD-MM-YYYY', mdy: 'MM-DD-YYYY', ydm: 'YYYY-DD-MM' };

interface Collected {
  readonly events: readonly ReadEvent[];
  readonly bad: number;
  readonly open: number;
}

const cell = (row: readonly string[], at: number | undefined): string | undefined => {
  const text = at === undefined ? undefined : row[at];
  return text === undefined || text === '' ? undefined : text;
};

function eventsByRow(body: readonly string[][], columns: Columns, order: DateOrder): Collected {
  const events: ReadEvent[] = [];
  let bad = 0;
  for (const row of body) {
    const caseId = cell(row, columns.case);
    const activity = cell(row, columns.activity);
    const time = (at: number | undefined): number | undefined => parseInstant(cell(row, at) ?? '', order);
    const given = cell(row, columns.end ?? columns.time);
    const end = given === undefined ? time(columns.start) : time(columns.end ?? columns.time);
    const start = cell(row, columns.start) === undefined ? end : time(columns.start);
    if (caseId === undefined || activity === undefined || end === undefined || start === undefined || start > end) {
      bad += 1;
      continue;
    }
    const enable = time(columns.enable);
    const resource = cell(row, columns.resource);
    const group = cell(row, columns.group);
    events.push({ caseId, activity, start, end, ...(enable !== undefined && { enable }), ...(resource !== undefined && { resource }), ...(group !== undefined && { group }) });
  }
  return { events, bad, open: 0 };
}

function eventsByLifeCycle(body: readonly string[][], columns: Columns, order: DateOrder): Collected {
  const raw: RawEvent[] = [];
  let bad = 0;
  for (const row of body) {
    const caseId = cell(row, columns.case);
    const activity = cell(row, columns.activity);
    const time = parseInstant(cell(row, columns.time) ?? '', order);
    if (caseId === undefined || activity === undefined || time === undefined) {
      bad += 1;
      continue;
    }
    const transition = cell(row, columns.transition)?.toLowerCase();
    const instance = cell(row, columns.instance);
    const resource = cell(row, columns.resource);
    const group = cell(row, columns.group);
    raw.push({
      caseId, activity, time, ...(transition !== undefined && { transition }), ...(instance !== undefined && { instance }),
      ...(resource !== undefined && { resource }), ...(group !== undefined && { group }),
    });
  }
  const paired = pairEvents(raw.map((entry, index) => ({ entry, index })).toSorted((a, b) => a.entry.time - b.entry.time || a.index - b.index).map((one) => one.entry));
  return { events: paired.events, bad: bad + paired.other, open: paired.open };
}
