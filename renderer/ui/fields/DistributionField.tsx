import { type ReactNode, useState } from 'react';
import { defaults, serviceTimeOfSize, type WorkSize } from '../../../shared/document/model/defaults.ts';
import { distributionSchema, distributionTypes, type Distribution } from '../../../shared/document/model/distribution.ts';
import { timeUnits, type DayMeaning, type TimeUnit } from '../../../shared/language/units.ts';
import { useSay } from '../locale.tsx';
import { Select } from '../Select.tsx';
import { DurationField } from './DurationField.tsx';
import { asType, distributionParameters } from './distribution-parameters.ts';
import { Field } from './Field.tsx';
import { NumberField } from './NumberField.tsx';
import { ParameterField } from './ParameterField.tsx';
import { Sureness } from './Sureness.tsx';
import { distributionOfPoints, pointsOf, sizeOf, type ThreePoints } from './three-points.ts';

export interface DistributionFieldProps {
  readonly value: Distribution | undefined;
  readonly onChange: (value: Distribution | undefined) => void;
  readonly counts: DayMeaning;
  readonly hoursPerDay: number;
  /** Offers S, M, L and XL. */
  readonly sizes?: boolean;
  /** What a lone "usually" means. */
  readonly alone?: 'fixed' | 'varied';
  /** In a table: the words stand inside the empty fields, and there is no More. */
  readonly compact?: boolean;
  /** A unit assumed for a bare number. */
  readonly assumed?: TimeUnit;
}

/** How long something takes: a size, or "usually / at best / at worst"; the exact distribution stands under More. */
export function DistributionField({ value, onChange, counts, hoursPerDay, sizes = false, alone = 'varied', compact = false, assumed = 'h' }: DistributionFieldProps): ReactNode {
  const say = useSay();
  const [error, setError] = useState<string>();
  const points = value === undefined ? {} : pointsOf(value);
  const size = sizeOf(value);

  const change = (next: Distribution | undefined): void => {
    setError(undefined);
    onChange(next);
  };
  const setPoint = (key: keyof ThreePoints, duration: ThreePoints[keyof ThreePoints]): void => {
    const { [key]: _old, ...rest } = points ?? {};
    const wanted: ThreePoints = duration === undefined ? rest : { ...rest, [key]: duration };
    if (Object.keys(wanted).length === 0) {
      change(undefined);
      return;
    }
    const made = distributionOfPoints(wanted, { counts, hoursPerDay, alone }, value);
    if (made === undefined) setError(say('window.pointsAscend'));
    else change(made);
  };
  const point = (key: keyof ThreePoints, label: string): ReactNode => (
    <label>
      {compact ? null : label}
      <DurationField label={label} {...(compact ? { placeholder: label } : {})} value={points?.[key]} counts={counts} hoursPerDay={hoursPerDay} assumed={assumed} echo={false} onChange={(next) => setPoint(key, next)} />
    </label>
  );

  return (
    <>
      {sizes ? (
        <span className="sizes" role="group" aria-label={say('window.size')}>
          {(Object.keys(defaults.sizes) as WorkSize[]).map((one) => (
            <button key={one} type="button" aria-pressed={one === size} title={say(`window.size${one}`)} onClick={() => change(serviceTimeOfSize(one))}>
              {one}
            </button>
          ))}
        </span>
      ) : null}
      {value === undefined ? null : <Sureness value={value.provenance} onChange={(provenance) => change({ ...value, provenance })} />}
      {points === undefined ? null : (
        <div className="three">
          {point('usually', say('window.usually'))}
          {point('atBest', say('window.atBest'))}
          {point('atWorst', say('window.atWorst'))}
        </div>
      )}
      <DayEcho points={points} counts={counts} hoursPerDay={hoursPerDay} />
      {error === undefined ? null : <span className="field-error" role="alert">{error}</span>}
      {value === undefined || compact ? null : (
        <details className="more" style={{ width: '100%' }}>
          <summary>{say('window.moreDistribution')}</summary>
          <Exact value={value} onChange={change} />
        </details>
      )}
    </>
  );
}

function DayEcho({ points, counts, hoursPerDay }: { readonly points: ThreePoints | undefined; readonly counts: DayMeaning; readonly hoursPerDay: number }): ReactNode {
  const say = useSay();
  const days = points?.usually;
  if (days === undefined || (days.unit !== 'd' && days.unit !== 'w')) return null;
  const perUnit = counts === 'working' ? hoursPerDay * (days.unit === 'w' ? 5 : 1) : 24 * (days.unit === 'w' ? 7 : 1);
  return <span className="echo">{say(counts === 'working' ? 'window.echoWorking' : 'window.echoElapsed', { hours: days.value * perUnit })}</span>;
}

function Exact({ value, onChange }: { readonly value: Distribution; readonly onChange: (value: Distribution) => void }): ReactNode {
  const say = useSay();
  const [error, setError] = useState<string>();
  const unit = value.unit ?? 's';
  const set = (key: string, next: unknown): void => {
    const { [key as keyof Distribution]: _old, ...rest } = value;
    const parsed = distributionSchema.safeParse(next === undefined ? rest : { ...rest, [key]: next });
    setError(parsed.success ? undefined : say('window.notPossible'));
    if (parsed.success) onChange(parsed.data);
  };
  return (
    <div className="fields">
      <Field label={say('window.distribution')} error={error}>
        <Select
          label={say('window.distribution')}
          value={value.type}
          choices={distributionTypes.map((type) => ({ value: type, label: say(`window.distribution.${type}`) }))}
          onChange={(type) => onChange(asType(value, type))}
        />
      </Field>
      <Field label={say('window.unit')}>
        <Select label={say('window.unit')} value={unit} choices={timeUnits.map((one) => ({ value: one, label: say(`window.unit.${one}`) }))} onChange={(next) => set('unit', next)} />
      </Field>
      {distributionParameters[value.type].map((parameter) => (
        <Field key={parameter.key} label={say(parameter.label)}>
          <ParameterField parameter={parameter} value={(value as Readonly<Record<string, unknown>>)[parameter.key]} unit={unit} onChange={(next) => set(parameter.key, next)} />
        </Field>
      ))}
      {(['shift', 'lowest', 'highest'] as const).map((key) => (
        <Field key={key} label={say(`window.${key}`)}>
          <NumberField value={value[key]} least={Number.NEGATIVE_INFINITY} onChange={(next) => set(key, next)} />
          <span className="unit">{unit}</span>
        </Field>
      ))}
      <Field label={say('window.plusMinus')}>
        <NumberField value={value.spread} times={100} most={100} placeholder={String(100 * defaults.spread[value.provenance ?? 'estimated'])} onChange={(next) => set('spread', next)} />
        <span className="unit">%</span>
      </Field>
    </div>
  );
}
