import { useState, type ReactNode } from 'react';
import { defaults } from '../../../shared/document/model/defaults.ts';
import { distributionSchema, distributionTypes, type Distribution } from '../../../shared/document/model/distribution.ts';
import { timeUnits } from '../../../shared/language/units.ts';
import { useSay } from '../locale.tsx';
import { Select } from '../Select.tsx';
import { DistributionCurve } from './DistributionCurve.tsx';
import { asType, distributionParameters } from './distribution-parameters.ts';
import { Field } from './Field.tsx';
import { NumberField } from './NumberField.tsx';
import { ParameterField } from './ParameterField.tsx';

export interface ExactDistributionProps {
  readonly value: Distribution;
  readonly onChange: (value: Distribution) => void;
  /** Plain numbers, without a unit of time. */
  readonly plain?: boolean;
}

/** Every parameter of a distribution, with its curve as it is typed. */
export function ExactDistribution({ value, onChange, plain = false }: ExactDistributionProps): ReactNode {
  const say = useSay();
  const [error, setError] = useState<string>();
  const unit = plain ? undefined : (value.unit ?? 's');
  const set = (key: string, next: unknown): void => {
    const { [key as keyof Distribution]: _old, ...rest } = value;
    const parsed = distributionSchema.safeParse(next === undefined ? rest : { ...rest, [key]: next });
    setError(parsed.success ? undefined : say('window.notPossible'));
    if (parsed.success) onChange(parsed.data);
  };
  return (
    <div className="fields">
      <DistributionCurve value={value} />
      <Field label={say('window.distribution')} error={error}>
        <Select
          label={say('window.distribution')}
          value={value.type}
          choices={distributionTypes.map((type) => ({ value: type, label: say(`window.distribution.${type}`) }))}
          onChange={(type) => onChange(asType(value, type))}
        />
      </Field>
      {unit === undefined ? null : (
        <Field label={say('window.unit')}>
          <Select label={say('window.unit')} value={unit} choices={timeUnits.map((one) => ({ value: one, label: say(`window.unit.${one}`) }))} onChange={(next) => set('unit', next)} />
        </Field>
      )}
      {distributionParameters[value.type].map((parameter) => (
        <Field key={parameter.key} label={say(parameter.label)}>
          <ParameterField parameter={parameter} value={(value as Readonly<Record<string, unknown>>)[parameter.key]} unit={unit} onChange={(next) => set(parameter.key, next)} />
        </Field>
      ))}
      {(['shift', 'lowest', 'highest'] as const).map((key) => (
        <Field key={key} label={say(`window.${key}`)}>
          <NumberField value={value[key]} least={Number.NEGATIVE_INFINITY} onChange={(next) => set(key, next)} />
          {unit === undefined ? null : <span className="unit">{unit}</span>}
        </Field>
      ))}
      <Field label={say('window.plusMinus')}>
        <NumberField value={value.spread} times={100} most={100} placeholder={String(100 * defaults.spread[value.provenance ?? 'estimated'])} onChange={(next) => set('spread', next)} />
        <span className="unit">%</span>
      </Field>
    </div>
  );
}
