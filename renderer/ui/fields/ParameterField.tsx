import type { ReactNode } from 'react';
import { readNumber, writeNumber } from '../../../shared/language/read-number.ts';
import type { TimeUnit } from '../../../shared/language/units.ts';
import { useLocale, useSay } from '../locale.tsx';
import { DraftInput } from './DraftInput.tsx';
import { NumberField } from './NumberField.tsx';
import type { Parameter } from './distribution-parameters.ts';

export interface ParameterFieldProps {
  readonly parameter: Parameter;
  readonly value: unknown;
  /** Absent for plain numbers. */
  readonly unit: TimeUnit | undefined;
  readonly onChange: (value: number | readonly number[] | undefined) => void;
}

/** One parameter of a distribution: a number, or numbers separated by semicolons. */
export function ParameterField({ parameter, value, unit, onChange }: ParameterFieldProps): ReactNode {
  const say = useSay();
  const locale = useLocale();
  if (parameter.kind !== 'list') {
    return (
      <>
        <NumberField label={say(parameter.label)} value={typeof value === 'number' ? value : undefined} onChange={onChange} />
        {parameter.kind === 'amount' && unit !== undefined ? <span className="unit">{unit}</span> : null}
      </>
    );
  }
  const numbers = Array.isArray(value) ? (value as readonly number[]) : [];
  return (
    <DraftInput
      label={say(parameter.label)}
      shown={numbers.map((one) => writeNumber(one, locale)).join('; ')}
      placeholder="1; 2; 5"
      complaint={say('window.listHint')}
      onCommit={(text) => {
        if (text.trim() === '') {
          onChange(undefined);
          return true;
        }
        const read = text.split(/[;\s]+/).filter((part) => part !== '').map(readNumber);
        if (read.some((one) => one === undefined)) return false;
        onChange(read.filter((one) => one !== undefined));
        return true;
      }}
    />
  );
}
