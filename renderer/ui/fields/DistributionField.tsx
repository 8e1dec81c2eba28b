import { type ReactNode, useState } from 'react';
import { defaults, serviceTimeOfSize, type WorkSize } from '../../../shared/document/model/defaults.ts';
import type { Distribution } from '../../../shared/document/model/distribution.ts';
import { distributionOfPoints, pointsOf, sizeOf, type ThreePoints } from '../../../shared/document/model/three-points.ts';
import type { DayMeaning, TimeUnit } from '../../../shared/language/units.ts';
import { useSay } from '../locale.tsx';
import { DurationField } from './DurationField.tsx';
import { ExactDistribution } from './ExactDistribution.tsx';
import { Sureness, withSure } from './Sureness.tsx';

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
      {value === undefined ? null : <Sureness value={value} onChange={(next) => change(withSure(value, next))} />}
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
        <details className="more">
          <summary>{say('window.moreDistribution')}</summary>
          <ExactDistribution value={value} onChange={change} />
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
