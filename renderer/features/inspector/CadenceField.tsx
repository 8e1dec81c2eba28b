import type { ReactNode } from 'react';
import type { Cadence } from '../../../shared/document/model/calendar.ts';
import { weekdays } from '../../../shared/document/model/fields.ts';
import { DraftInput } from '../../ui/fields/DraftInput.tsx';
import { NumberField } from '../../ui/fields/NumberField.tsx';
import { useSay } from '../../ui/locale.tsx';
import { Select } from '../../ui/Select.tsx';

export interface CadenceFieldProps {
  readonly value: Cadence | undefined;
  readonly onChange: (value: Cadence | undefined) => void;
  /** There may be none. */
  readonly optional?: boolean;
}

const timeOfDay = /^([01]?\d|2[0-3])[:.]?([0-5]\d)?$/;

/** When something happens by the clock: on days of the week at a time, or every so many hours. */
export function CadenceField({ value, onChange, optional = false }: CadenceFieldProps): ReactNode {
  const say = useSay();
  const kinds = [...(optional ? (['none'] as const) : []), 'weekly', 'interval'] as const;
  const time = (shown: string, set: (at: string) => void): ReactNode => (
    <DraftInput
      label={say('canvas.timeOfDay')}
      width="number"
      shown={shown}
      complaint={say('canvas.timeOfDayHint')}
      onCommit={(text) => {
        const match = timeOfDay.exec(text.trim());
        if (match === null) return false;
        set(`${(match[1] ?? '0').padStart(2, '0')}:${match[2] ?? '00'}`);
        return true;
      }}
    />
  );
  return (
    <>
      <Select
        label={say('canvas.cadence')}
        value={value?.type ?? 'none'}
        isDefault={value === undefined}
        choices={kinds.map((kind) => ({ value: kind, label: say(`canvas.cadence.${kind}`) }))}
        onChange={(kind) => onChange(kind === 'none' ? undefined : kind === 'weekly' ? { type: 'weekly', days: ['tue'], at: '10:00' } : { type: 'interval', hours: 24 })}
      />
      {value?.type === 'weekly' ? (
        <>
          <span className="weekdays" role="group" aria-label={say('canvas.days')}>
            {weekdays.map((day) => (
              <button key={day} type="button" aria-pressed={value.days.includes(day)} onClick={() => {
                const days = weekdays.filter((one) => (one === day ? !value.days.includes(day) : value.days.includes(one)));
                if (days.length > 0) onChange({ ...value, days });
              }}>
                {say(`canvas.day.${day}`)}
              </button>
            ))}
          </span>
          <span className="sentence">
            {time(value.at, (at) => onChange({ ...value, at }))}
            <span className="unit">{say('canvas.everyWeeks')}</span>
            <NumberField label={say('canvas.everyWeeks')} value={value.everyWeeks ?? 1} isDefault={value.everyWeeks === undefined} least={1} whole onChange={(everyWeeks) => onChange(everyWeeks === undefined || everyWeeks === 1 ? { type: 'weekly', days: value.days, at: value.at } : { ...value, everyWeeks })} />
          </span>
        </>
      ) : null}
      {value?.type === 'interval' ? (
        <span className="sentence">
          <NumberField label={say('canvas.hours')} value={value.hours} least={0.01} onChange={(hours) => (hours === undefined ? undefined : onChange({ ...value, hours }))} />
          <span className="unit">{say('canvas.hours')}</span>
          <span className="unit">{say('canvas.from')}</span>
          {time(value.from ?? '00:00', (from) => onChange({ ...value, from }))}
        </span>
      ) : null}
    </>
  );
}
