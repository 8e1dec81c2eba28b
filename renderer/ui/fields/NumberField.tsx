import type { ReactNode } from 'react';
import { readNumber, writeNumber } from '../../../shared/language/read-number.ts';
import { useLocale, useSay } from '../locale.tsx';
import { DraftInput } from './DraftInput.tsx';

export interface NumberFieldProps {
  readonly label?: string;
  readonly value: number | undefined;
  /** Called with undefined when the field was emptied. */
  readonly onChange: (value: number | undefined) => void;
  readonly least?: number;
  readonly most?: number;
  readonly whole?: boolean;
  /** The value shown is this many times the one stored: 100 for per cent, 10 for "in 10". */
  readonly times?: number;
  readonly placeholder?: string;
  readonly isDefault?: boolean;
}

/** A number within limits. */
export function NumberField({ label, value, onChange, least = 0, most = Number.POSITIVE_INFINITY, whole = false, times = 1, placeholder, isDefault = false }: NumberFieldProps): ReactNode {
  const say = useSay();
  const locale = useLocale();
  const commit = (text: string): boolean => {
    if (text.trim() === '') {
      onChange(undefined);
      return true;
    }
    const read = readNumber(text);
    if (read === undefined || read < least || read > most || (whole && !Number.isInteger(read))) return false;
    onChange(Number((read / times).toPrecision(12)));
    return true;
  };
  const limits = most === Number.POSITIVE_INFINITY
    ? say(whole ? 'window.wholeFrom' : 'window.numberFrom', { least })
    : say('window.numberBetween', { least, most });
  return (
    <DraftInput
      label={label}
      width="number"
      shown={value === undefined ? '' : writeNumber(value * times, locale)}
      placeholder={placeholder}
      isDefault={isDefault}
      complaint={limits}
      onCommit={commit}
    />
  );
}
