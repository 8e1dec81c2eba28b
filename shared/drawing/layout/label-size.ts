import type { BadgePaint } from '../paint.ts';
import { textWidth } from './text-width.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Size of the words at a flow. */
export const flowLabelText = 12;

/** Width and height of a flow's label. */
export function flowLabelSize(facts: { readonly label?: string; readonly rework?: boolean }): Size {
  return { width: Math.min(160, Math.ceil(textWidth(facts.label ?? '', flowLabelText))) + 8 + (facts.rework ? 16 : 0), height: 18 };
}

export const badgeHeight = 24;

/** Widths of the two halves of a badge with numbers. */
export function badgeHalves(paint: BadgePaint): { readonly left: number; readonly right: number } {
  const handoff = paint.numbers ? textWidth(paint.numbers.handoff, 12, 'bold') : 0;
  const load = paint.numbers ? textWidth(paint.numbers.load, 12, 'bold') : 0;
  return { left: Math.ceil(handoff) + 36, right: Math.ceil(load) + 18 };
}

/** Width and height that a badge takes on its crossing. */
export function badgeSize(paint: BadgePaint): Size {
  if (paint.size === 'dot') return { width: 10, height: 10 };
  if (!paint.numbers) return { width: 36, height: badgeHeight };
  const { left, right } = badgeHalves(paint);
  return { width: left + right, height: badgeHeight };
}
