import type { ReactNode } from 'react';
import type { Distribution } from '../../../shared/document/model/distribution.ts';
import { formatAmount, type TimeUnit } from '../../../shared/language/units.ts';
import { compileDistribution, mean as meanOf } from '../../../shared/simulation/kernel/distributions.ts';
import { useLocale, useSay } from '../locale.tsx';
import { outlineOf } from './density.ts';

/** Minutes and seconds of which there are many read better as hours; a day may be a working day, and stays. */
function unitFor(unit: TimeUnit | undefined, most: number): readonly [unit: string, size: number] {
  if (unit === 's' && most >= 90) return most >= 5400 ? [' h', 3600] : [' min', 60];
  if (unit === 'min' && most >= 90) return [' h', 60];
  return [unit === undefined ? '' : ` ${unit}`, 1];
}

const width = 240;
const height = 56;

/** How a distribution lies: where most values are, how far they reach, and their mean. */
export function DistributionCurve({ value }: { readonly value: Distribution }): ReactNode {
  const say = useSay();
  const locale = useLocale();
  const outline = outlineOf(value);
  if (outline === undefined) return <p className="muted small">{say('forms.nothingLeft')}</p>;
  const { points, least, most, single } = outline;
  const compiled = compileDistribution(value);
  const mean = typeof compiled === 'string' ? outline.mean : meanOf(compiled);
  const span = most - least || 1;
  const x = (at: number): number => (most === least ? width / 2 : ((at - least) / span) * width);
  const y = (high: number): number => height - high * (height - 4);
  const [unit, size] = unitFor(value.unit, most);
  const shown = (amount: number): string => `${formatAmount(amount / size, locale)}${unit}`;
  const line = points.map(({ at, height: high }) => `${x(at).toFixed(1)},${y(high).toFixed(1)}`).join(' L');
  return (
    <figure className="curve">
      <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" role="img" aria-label={say('forms.curve', { from: shown(least), to: shown(most), mean: shown(mean) })}>
        {single ? points.map(({ at, height: high }) => <rect key={at} className="curve-bar" x={Math.max(0, Math.min(width - 3, x(at) - 1.5))} y={y(high)} width={3} height={height - y(high)} />) : (
          <>
            <path className="curve-fill" d={`M${x(least)},${height} L${line} L${x(most)},${height} Z`} />
            <path className="curve-line" d={`M${line}`} vectorEffect="non-scaling-stroke" />
          </>
        )}
        <line className="curve-mean" x1={x(Math.min(most, mean))} x2={x(Math.min(most, mean))} y1={0} y2={height} vectorEffect="non-scaling-stroke" />
      </svg>
      <figcaption aria-hidden="true"><span>{shown(least)}</span><span>{say('forms.onAverage', { mean: shown(mean) })}</span><span>{shown(most)}</span></figcaption>
    </figure>
  );
}
