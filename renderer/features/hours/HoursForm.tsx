import { Plus, X } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import type { Calendar } from '../../../shared/document/model/calendar.ts';
import { weekdays, type Weekday } from '../../../shared/document/model/fields.ts';
import { weekHours } from '../../../shared/document/model/week-hours.ts';
import { formatAmount } from '../../../shared/language/units.ts';
import { LinkButton } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { DraftInput } from '../../ui/fields/DraftInput.tsx';
import { Field } from '../../ui/fields/Field.tsx';
import { TextField } from '../../ui/fields/TextField.tsx';
import { useLocale, useSay } from '../../ui/locale.tsx';
import { minutesOf, readSpans, writeSpans, type Span } from './hours-text.ts';

export interface HoursChange {
  readonly set?: Partial<Omit<Calendar, 'id'>>;
  readonly clear?: string[];
}

export interface HoursFormProps {
  readonly calendar: Calendar;
  /** Absent for the hours that every document has: these are only shown. */
  readonly onChange?: (change: HoursChange) => void;
  readonly onRemove?: () => void;
}

const isZone = (name: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
};

const isDate = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);

/** One set of working hours: its week, typed day by day, and the days that differ. */
export function HoursForm({ calendar, onChange, onRemove }: HoursFormProps): ReactNode {
  const say = useSay();
  const locale = useLocale();
  const zones = useId();
  const spansOf = (day: Weekday): readonly Span[] => calendar.weekly.filter((one) => one.day === day).toSorted((a, b) => (a.from < b.from ? -1 : 1));
  const setDays = (days: readonly Weekday[], spans: readonly Span[]): void =>
    onChange?.({ set: { weekly: weekdays.flatMap((day) => (days.includes(day) ? spans.map(({ from, to, availability }) => ({ day, from, to, ...(availability === undefined ? {} : { availability }) })) : calendar.weekly.filter((one) => one.day === day))) } });
  const exceptions = calendar.exceptions ?? [];
  const setExceptions = (next: NonNullable<Calendar['exceptions']>): void => onChange?.(next.length === 0 ? { clear: ['exceptions'] } : { set: { exceptions: next } });
  const [last] = exceptions.map(({ date }) => date).toSorted().toReversed();
  return (
    <div className="fields hours-form">
      {onChange === undefined ? <p className="muted">{say('forms.hoursFixed', { name: calendar.name })}</p> : (
        <>
          <Field label={say('canvas.name')}><TextField value={calendar.name} required={say('window.needsName')} onChange={(name) => onChange({ set: { name } })} /></Field>
          <Field label={say('window.timeZone')}>
            <DraftInput shown={calendar.timeZone ?? ''} placeholder={say('forms.zoneOfDocument')} list={zones} complaint={say('forms.zoneHint')} onCommit={(text) => {
              const zone = text.trim();
              if (zone !== '' && !isZone(zone)) return false;
              onChange(zone === '' ? { clear: ['timeZone'] } : { set: { timeZone: zone } });
              return true;
            }} />
            <datalist id={zones}>{Intl.supportedValuesOf('timeZone').map((zone) => <option key={zone} value={zone} />)}</datalist>
          </Field>
        </>
      )}
      <table className="table hours-week" aria-label={say('forms.week')}>
        <tbody>
          {weekdays.map((day) => (
            <tr key={day}>
              <th scope="row">{say(`canvas.longDay.${day}`)}</th>
              <td>
                {onChange === undefined ? writeSpans(spansOf(day)) || <span className="muted">{say('forms.closed')}</span> : (
                  <DraftInput label={say('forms.hoursOn', { day: say(`canvas.longDay.${day}`) })} shown={writeSpans(spansOf(day))} placeholder={say('forms.closed')} complaint={say('forms.hoursHint')} onCommit={(text) => {
                    const spans = readSpans(text);
                    if (spans !== undefined) setDays([day], spans);
                    return spans !== undefined;
                  }} />
                )}
              </td>
              <td className="hours-bar-cell"><DayBar spans={spansOf(day)} /></td>
            </tr>
          ))}
          <tr aria-hidden="true" className="hours-scale-row">
            <td colSpan={2} />
            <td className="hours-bar-cell"><div className="hours-scale">{[0, 6, 12, 18, 24].map((hour) => <span key={hour} style={{ left: `${(hour / 24) * 100}%` }}>{hour}</span>)}</div></td>
          </tr>
        </tbody>
      </table>
      <div className="row">
        <span className="grow muted">{say('forms.openHours', { hours: formatAmount(weekHours(calendar), locale) })}</span>
        {onChange === undefined ? null : <LinkButton onClick={() => setDays(weekdays.slice(0, 5), spansOf('mon'))}>{say('forms.mondayToFriday')}</LinkButton>}
      </div>
      {onChange === undefined ? null : (
        <>
          <h3>{say('forms.exceptions')}</h3>
          <div className="lines">
            {exceptions.map((exception, at) => {
              const set = (change: Partial<typeof exception>): void => setExceptions(exceptions.map((old, place) => (place === at ? { ...old, ...change } : old)));
              return (
                <div key={at} className="line hours-exception">
                  <DraftInput label={say('forms.date')} shown={exception.date} complaint={say('forms.dateHint')} onCommit={(text) => isDate(text.trim()) && (set({ date: text.trim() }), true)} />
                  <TextField label={say('forms.occasion')} placeholder={say('forms.occasion')} value={exception.name ?? ''} onChange={(name) => set({ name })} />
                  <DraftInput label={say('forms.hoursOn', { day: exception.date })} shown={writeSpans(exception.intervals)} placeholder={say('forms.closed')} complaint={say('forms.hoursHint')} onCommit={(text) => {
                    const spans = readSpans(text);
                    if (spans !== undefined) set({ intervals: spans.map(({ from, to, availability }) => ({ from, to, ...(availability === undefined ? {} : { availability }) })) });
                    return spans !== undefined;
                  }} />
                  <IconButton label={say('canvas.removeNamed', { name: exception.date })} onClick={() => setExceptions(exceptions.filter((_, place) => place !== at))}><X size={13} /></IconButton>
                </div>
              );
            })}
            <LinkButton onClick={() => setExceptions([...exceptions, { date: last === undefined ? '2024-12-25' : nextDay(last), intervals: [] }])}><Plus size={12} /> {say('forms.addException')}</LinkButton>
          </div>
          <LinkButton onClick={onRemove}>{say('forms.removeHours')}</LinkButton>
        </>
      )}
    </div>
  );
}

function nextDay(date: string): string {
  const next = new Date(`${date}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
}

/** A day from midnight to midnight, filled where it is open. */
function DayBar({ spans }: { readonly spans: readonly Span[] }): ReactNode {
  return (
    <svg className="hours-bar" viewBox="0 0 1440 10" preserveAspectRatio="none" aria-hidden="true">
      <rect className="hours-closed" width={1440} height={10} />
      {spans.map(({ from, to, availability = 1 }) => <rect key={from} className="hours-open" x={minutesOf(from)} width={minutesOf(to) - minutesOf(from)} height={10} opacity={0.25 + 0.75 * availability} />)}
      {[360, 720, 1080].map((at) => <line key={at} className="hours-mark" x1={at} x2={at} y1={0} y2={10} vectorEffect="non-scaling-stroke" />)}
    </svg>
  );
}
