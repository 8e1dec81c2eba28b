import { gunzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { message } from '../../language/message.ts';
import { fail, succeed, type Outcome } from '../../language/outcome.ts';
import { decodeText } from '../bytes.ts';
import { pairEvents, type RawEvent, type ReadEvent, type ReadLog } from '../event-log.ts';
import { dateOrders, parseInstant } from '../instant.ts';
import { ReportBuilder } from '../report.ts';

type Attributes = Map<string, string>;

/**
 * Reads an event log in XES, compressed or not, of any version and namespace. Events without a readable time or an
 * activity are left out and counted. Fails in one sentence where it is no XES or holds no event; never throws.
 */
export function readXes(bytes: Uint8Array, file: string): Outcome<ReadLog> {
  let plain = bytes;
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) {
    try {
      plain = gunzipSync(bytes);
    } catch {
      return fail('interchange.badArchive', message('interchange.badArchive', { file }), { file });
    }
  }
  const decoded = decodeText(plain, file);
  if (!decoded.ok) return decoded;
  const collected = new Collector();
  const parser = new SaxesParser({ xmlns: false, position: true });
  parser.on('error', (error) => {
    throw new Error(error.message.replace(/^\S*?\d+:\d+:\s*/, '').replace(/\.$/, ''));
  });
  parser.on('opentag', (tag) => collected.open(tag.name.slice(tag.name.indexOf(':') + 1), tag.attributes));
  parser.on('closetag', (tag) => collected.close(tag.name.slice(tag.name.indexOf(':') + 1)));
  try {
    parser.write(decoded.value.text).close();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return fail('interchange.notXml', message('interchange.brokenXml', { file, line: parser.line, reason }), { file });
  }
  if (!collected.isLog) return fail('interchange.notXes', message('interchange.notXes', { file }), { file });
  return collected.result(file);
}

class Collector {
  isLog = false;
  private readonly stack: string[] = [];
  private trace: Attributes = new Map();
  private event: Attributes | undefined;
  private readonly raw: RawEvent[] = [];
  private readonly intervals: ReadEvent[] = [];
  private traces = 0;
  private bad = 0;

  open(name: string, attributes: Record<string, string>): void {
    if (this.stack.length === 0 && name === 'log') this.isLog = true;
    const above = this.stack.at(-1);
    this.stack.push(name);
    if (name === 'trace') {
      this.trace = new Map();
      this.traces += 1;
    } else if (name === 'event') this.event = new Map();
    else {
      const { key, value } = attributes;
      if (key === undefined || value === undefined) return;
      if (above === 'event') this.event?.set(key, value);
      else if (above === 'trace') this.trace.set(key, value);
    }
  }

  close(name: string): void {
    this.stack.pop();
    if (name !== 'event' || this.event === undefined) return;
    this.take(this.event);
    this.event = undefined;
  }

  private take(event: Attributes): void {
    const first = (...keys: string[]): string | undefined => {
      for (const key of keys) {
        const value = event.get(key)?.trim();
        if (value !== undefined && value !== '') return value;
      }
      return undefined;
    };
    const caseId = this.trace.get('concept:name') ?? `${this.traces}`;
    const activity = first('concept:name', 'Activity', 'activity');
    const time = instantOf(first('time:timestamp', 'timestamp', 'end_timestamp'));
    if (activity === undefined || time === undefined) {
      this.bad += 1;
      return;
    }
    const resource = first('org:resource', 'Resource', 'resource');
    const group = first('org:group', 'org:role', 'Role', 'department') ?? this.trace.get('org:group');
    const who = { ...(resource !== undefined && { resource }), ...(group !== undefined && { group }) };
    const begun = instantOf(first('start_timestamp', 'start_time'));
    if (begun !== undefined && begun <= time) {
      this.intervals.push({ caseId, activity, start: begun, end: time, ...who });
      return;
    }
    const transition = first('lifecycle:transition')?.toLowerCase();
    const instance = first('concept:instance');
    this.raw.push({ caseId, activity, time, ...(transition !== undefined && { transition }), ...(instance !== undefined && { instance }), ...who });
  }

  result(file: string): Outcome<ReadLog> {
    const paired = pairEvents(this.raw);
    const events = [...this.intervals, ...paired.events];
    if (events.length === 0) return fail('interchange.noEvents', message('interchange.noEvents', { file }), { file });
    const report = new ReportBuilder();
    const cases = new Set(events.map((event) => event.caseId)).size;
    report.add('kept', message('interchange.keptEvents', { n: events.length, cases }), undefined, events.length);
    if (this.bad + paired.other > 0) report.add('dropped', message('interchange.badRows', { n: this.bad + paired.other }), undefined, this.bad + paired.other);
    if (paired.open > 0) report.add('dropped', message('interchange.openEvents', { n: paired.open }), undefined, paired.open);
    if (!events.some((event) => event.resource !== undefined)) report.add('dropped', message('interchange.noResource'));
    return succeed({ events, cases, report: report.build(file) });
  }
}

function instantOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  for (const order of dateOrders) {
    const instant = parseInstant(text, order);
    if (instant !== undefined) return instant;
  }
  return undefined;
}
