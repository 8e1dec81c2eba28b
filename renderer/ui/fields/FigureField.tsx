import type { ReactNode } from 'react';
import type { Figure } from '../../../shared/document/model/fields.ts';
import { NumberField, type NumberFieldProps } from './NumberField.tsx';
import { Sureness, withSure } from './Sureness.tsx';

export interface FigureFieldProps extends Omit<NumberFieldProps, 'value' | 'onChange'> {
  readonly value: Figure | undefined;
  readonly onChange: (value: Figure | undefined) => void;
  /** Shown grey where the figure is absent. */
  readonly fallback?: number;
  readonly before?: string | undefined;
  readonly after?: string | undefined;
}

/** A number together with how sure it is. What a person types counts as estimated until they say otherwise. */
export function FigureField({ value, onChange, fallback, before, after, ...rest }: FigureFieldProps): ReactNode {
  return (
    <>
      {before === undefined ? null : <span className="unit">{before}</span>}
      <NumberField
        {...rest}
        value={value?.value ?? fallback}
        isDefault={value === undefined}
        onChange={(next) => onChange(next === undefined ? undefined : { ...value, value: next, provenance: value?.provenance ?? 'estimated' })}
      />
      {after === undefined ? null : <span className="unit">{after}</span>}
      {value === undefined ? null : <Sureness value={value} onChange={(change) => onChange(withSure(value, change))} />}
    </>
  );
}
