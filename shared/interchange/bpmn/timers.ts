import type { Cadence } from '../../document/model/calendar.ts';
import type { Distribution } from '../../document/model/distribution.ts';
import { parseDuration, type TimeUnit } from '../../language/units.ts';
import { message } from '../../language/message.ts';
import type { ReportBuilder } from '../report.ts';
import type { XmlElement } from '../xml.ts';
import { childOf, fullText } from './namespaces.ts';
import { parseIsoCycle, parseIsoDuration } from './iso-duration.ts';

export interface TimerReading {
  readonly wait?: Distribution;
  readonly cadence?: Cadence;
  /** Time between two ticks of a cycle: at a start event, between two arrivals. */
  readonly every?: Distribution;
}

const fixed = (value: number, unit: TimeUnit, provenance: 'estimated' | 'default' = 'estimated'): Distribution => ({ type: 'fixed', value, unit, provenance });

/** No time at all: what an event that only sends something takes. */
export const noTime: Distribution = { type: 'fixed', value: 0, unit: 's', provenance: 'estimated' };

const hours: Readonly<Record<TimeUnit, number>> = { s: 1 / 3600, min: 1 / 60, h: 1, d: 24, w: 168 };

/** How long a timer waits: its ISO 8601 duration or cycle, a duration in words, else one in its name ("60 minutes"), as guessed. */
export function readTimer(definition: XmlElement, name: string | undefined, id: string, report: ReportBuilder): TimerReading {
  const duration = textOf(definition, 'timeDuration');
  const cycle = textOf(definition, 'timeCycle');
  const date = textOf(definition, 'timeDate');
  const iso = duration === undefined ? undefined : parseIsoDuration(duration);
  if (iso !== undefined) {
    if (iso.approximate) report.add('guessed', message('interchange.monthLength', { timer: name ?? 'timer', text: duration ?? '' }), id);
    return { wait: fixed(iso.value, iso.unit) };
  }
  const spoken = duration === undefined ? undefined : parseDuration(duration, 's');
  if (spoken !== undefined) return { wait: fixed(spoken.value, spoken.unit) };
  const tick = cycle === undefined ? undefined : (parseIsoCycle(cycle) ?? parseIsoDuration(cycle));
  if (tick !== undefined && tick.value > 0) {
    return { every: fixed(tick.value, tick.unit), cadence: { type: 'interval', hours: tick.value * hours[tick.unit] } };
  }
  const guess = name === undefined ? undefined : durationInName(name);
  if (guess !== undefined) {
    report.add('guessed', message('interchange.timerFromName', { timer: name ?? 'timer' }), id);
    return { wait: guess };
  }
  const text = duration ?? cycle ?? date;
  report.add(
    'dropped',
    text === undefined ? message('interchange.timerWithoutTime', { timer: name ?? 'timer' }) : message('interchange.timerText', { timer: name ?? 'timer', text }),
    id,
  );
  return {};
}

function textOf(definition: XmlElement, name: string): string | undefined {
  const element = childOf(definition, name);
  const text = element === undefined ? '' : fullText(element);
  return text === '' ? undefined : text;
}

function durationInName(name: string): Distribution | undefined {
  const match = /(?:^|[^\d.,])(\d+(?:[.,]\d+)?)\s*(seconds?|sekunden?|minutes?|minuten?|mins?|hours?|stunden?|days?|tagen?|tage?|weeks?|wochen?)\b/i.exec(name);
  const duration = match === null ? undefined : parseDuration(`${match[1]} ${match[2]}`);
  return duration === undefined ? undefined : fixed(duration.value, duration.unit);
}
