import type { BadgePaint } from '../paint.ts';
import { textWidth } from './text-width.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Size of the words at a flow. */
export const flowLabelText = 12;

/** What a flow's label says, and whether its parts stand one below the other, where there is no room beside each other. */
export interface FlowLabelFacts {
  readonly label?: string;
  readonly rework?: boolean;
  readonly stacked?: boolean;
}

/** Between the parts of a label: its name, its share. */
export const labelJoint = ' · ';

/** The lines of a flow's label. */
export const flowLabelLines = ({ label = '', stacked }: FlowLabelFacts): readonly string[] => (stacked ? label.split(labelJoint) : [label]);

/** Height of a line of a stacked label. */
export const flowLabelLine = 14;

/** Width and height of a flow's label. */
export function flowLabelSize(facts: FlowLabelFacts): Size {
  const lines = flowLabelLines(facts);
  const widest = Math.max(...lines.map((line) => textWidth(line, flowLabelText)));
  return { width: Math.min(160, Math.ceil(widest)) + 8 + (facts.rework ? 16 : 0), height: 18 + (lines.length - 1) * flowLabelLine };
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
