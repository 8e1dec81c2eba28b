import type { ReactNode } from 'react';
import { formatDuration, readableUnit, secondsPer } from '../../shared/language/units.ts';
import { useLocale } from './locale.tsx';

/** A lead time by formula, as roughly as it is known: "≈ 9 days". */
export function EstimateText({ seconds }: { readonly seconds: number }): ReactNode {
  const locale = useLocale();
  return <>≈ {formatDuration(rounded(seconds), { locale })}</>;
}

/** A formula knows no tenths: whole hours or days, halves below three. */
function rounded(seconds: number): number {
  const unit = secondsPer(readableUnit(seconds), 'elapsed', 24);
  const grain = seconds < 3 * unit ? unit / 2 : unit;
  return Math.round(seconds / grain) * grain;
}
