import type { ReactNode } from 'react';
import type { Figure } from '../../../shared/document/model/fields.ts';
import { FigureField } from './FigureField.tsx';
import { useSay } from '../locale.tsx';

export interface ShareFieldProps {
  readonly value: Figure | undefined;
  readonly onChange: (value: Figure | undefined) => void;
  readonly label?: string;
}

/** A share said as "2 in 10". */
export function OutOfTenField({ value, onChange, label }: ShareFieldProps): ReactNode {
  const say = useSay();
  return <FigureField label={label ?? ''} value={value} times={10} most={10} after={say('canvas.inTen')} onChange={onChange} />;
}

/** A share said as "1 in 8". Never is an empty field. */
export function OneInField({ value, onChange, label }: ShareFieldProps): ReactNode {
  const say = useSay();
  const every = value === undefined || value.value === 0 ? undefined : { ...value, value: Math.round((1 / value.value) * 100) / 100 };
  return (
    <FigureField
      label={label ?? ''}
      value={every}
      least={1}
      before={say('canvas.oneIn')}
      onChange={(next) => onChange(next === undefined ? undefined : { ...next, value: Number((1 / next.value).toPrecision(8)) })}
    />
  );
}

/** A share in per cent. */
export function PercentField({ value, onChange, label, fallback }: ShareFieldProps & { readonly fallback?: number }): ReactNode {
  return <FigureField label={label ?? ''} value={value} times={100} most={100} after="%" onChange={onChange} {...(fallback === undefined ? {} : { fallback })} />;
}
