import { useState, type ReactNode } from 'react';
import { writeNumber } from '../../../shared/language/read-number.ts';
import { durationInSeconds, formatAmount, parseDuration, type DayMeaning, type Duration, type TimeUnit } from '../../../shared/language/units.ts';
import { useLocale, useSay } from '../locale.tsx';
import { DraftInput } from './DraftInput.tsx';
import { Sureness, withSure, type Sure } from './Sureness.tsx';

export interface DurationFieldProps {
  readonly label?: string;
  readonly value: (Duration & Sure) | undefined;
  readonly onChange: (value: (Duration & Sure) | undefined) => void;
  /** It says how sure it is. */
  readonly sure?: boolean;
  /** What a typed day means here. */
  readonly counts: DayMeaning;
  /** Hours of a working day of the document. */
  readonly hoursPerDay: number;
  readonly assumed?: TimeUnit;
  readonly placeholder?: string;
  readonly isDefault?: boolean;
  readonly echo?: boolean;
}

/** A time as people type it: "2h", "1.5 d", "90 min"; beside it what a day was taken to mean. */
export function DurationField({ label, value, onChange, counts, hoursPerDay, assumed = 'h', placeholder, isDefault = false, echo = true, sure = false }: DurationFieldProps): ReactNode {
  const say = useSay();
  const locale = useLocale();
  const [draft, setDraft] = useState<string>();
  const seen = draft === undefined ? value : parseDuration(draft, assumed);
  const commit = (text: string): boolean => {
    if (text.trim() === '') {
      onChange(undefined);
      return true;
    }
    const read = parseDuration(text, assumed);
    if (read === undefined) return false;
    onChange({ ...(sure ? { provenance: 'estimated' as const } : {}), ...value, ...read });
    return true;
  };
  return (
    <>
      <DraftInput
        label={label}
        width="duration"
        shown={value === undefined ? '' : `${writeNumber(value.value, locale)} ${value.unit}`}
        placeholder={placeholder}
        isDefault={isDefault}
        complaint={say('window.durationHint')}
        onCommit={commit}
        onDraft={setDraft}
      />
      {sure && value !== undefined ? <Sureness value={value} onChange={(change) => onChange(withSure(value, change))} /> : null}
      {echo && seen !== undefined && (seen.unit === 'd' || seen.unit === 'w') ? (
        <span className="echo">
          {say(counts === 'working' ? 'window.echoWorking' : 'window.echoElapsed', {
            hours: formatAmount(durationInSeconds(seen, counts, hoursPerDay) / 3600, locale),
          })}
        </span>
      ) : null}
    </>
  );
}
