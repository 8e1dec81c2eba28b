import type { ReactNode } from 'react';
import type { Distribution } from '../../../shared/document/model/distribution.ts';
import { useSay } from '../locale.tsx';
import { centreOf } from './distribution-parameters.ts';
import { ExactDistribution } from './ExactDistribution.tsx';
import { NumberField } from './NumberField.tsx';

export interface PlainDistributionFieldProps {
  readonly label: string;
  readonly value: Distribution | undefined;
  readonly onChange: (value: Distribution | undefined) => void;
  readonly placeholder?: string;
  readonly least?: number;
  readonly unit?: string;
}

/** How many, or how large: a plain number; under More it may vary. */
export function PlainDistributionField({ label, value, onChange, placeholder, least = 0, unit }: PlainDistributionFieldProps): ReactNode {
  const say = useSay();
  const fixed = value === undefined || value.type === 'fixed';
  return (
    <>
      {fixed ? (
        <NumberField label={label} value={value === undefined ? undefined : centreOf(value)} least={least} {...(placeholder === undefined ? {} : { placeholder })}
          onChange={(next) => onChange(next === undefined ? undefined : { provenance: 'estimated', ...value, type: 'fixed', value: next })} />
      ) : <span className="unit">{say(`window.distribution.${value.type}`)}</span>}
      {unit === undefined ? null : <span className="unit">{unit}</span>}
      {value === undefined ? null : (
        <details className="more">
          <summary>{say('window.moreDistribution')}</summary>
          <ExactDistribution plain value={value} onChange={onChange} />
        </details>
      )}
    </>
  );
}
