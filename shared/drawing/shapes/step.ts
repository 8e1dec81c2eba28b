import { textAt, textIn, wordsFit } from '../layout/wrap.ts';
import type { NodePaint } from '../paint.ts';
import { type Shape, path, rect } from '../scene.ts';
import { type ColourRole, textOn } from '../theme.ts';
import { type IconName, icon } from './icons.ts';
import { sureMark } from './marks.ts';

export interface StepFacts {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly variant: 'step' | 'approval' | 'subprocess';
  /** Small signs at the lower right, for example several at once, or repeats. */
  readonly signs?: readonly IconName[];
  readonly valueAdding?: boolean;
}

/** Fill, ink and outline of a box that an overlay may colour: pale classes get an outline of their own. */
export function boxColours(paint: NodePaint, outline: ColourRole): { readonly fill: ColourRole; readonly ink: ColourRole; readonly quiet: ColourRole; readonly stroke: ColourRole } {
  const fill = paint.fill ?? 'surface';
  const ink = paint.fill ? textOn(paint.fill) : 'text';
  return { fill, ink, quiet: paint.fill ? ink : 'muted', stroke: paint.stroke ?? outline };
}

/** Narrower than this a box shows no words: each line of them would hold a letter. */
const leastForWords = 48;

/** A step, approval or folded sub-process as a card: name, then one line for a number or a team. */
export function stepShapes(facts: StepFacts, paint: NodePaint): readonly Shape[] {
  const { width, height, variant } = facts;
  const approval = variant === 'approval';
  const { fill, ink, quiet, stroke } = boxColours(paint, approval ? 'decision' : 'neutral');
  const strokeWidth = paint.strokeWidth ?? (approval ? 1.75 : 1.25);
  const shapes: Shape[] = [rect({ x: 0, y: 0, width, height }, { fill, stroke, width: strokeWidth }, 6)];
  if (variant === 'subprocess') shapes.push(rect({ x: 3, y: 3, width: width - 6, height: height - 6 }, { stroke, width: 1 }, 4));
  if (facts.valueAdding) shapes.push(path([['M', 2.6, 7], ['L', 2.6, height - 7]], { stroke: paint.fill ? ink : 'valueAdding', width: 3, roundCap: true }));

  // In an upright lane that is folded there is no room for words.
  if (width < leastForWords) {
    if (approval) shapes.push(icon('approval', width / 2 - 9, height / 2 - 9, 18, paint.fill ? ink : 'decision'));
    return shapes;
  }
  const side = (variant === 'subprocess' ? 12 : 10) - (width < 120 ? 2 : 0);
  const left = approval ? 32 : side;
  if (approval) shapes.push(icon('approval', 9, height / 2 - 9, 18, paint.fill ? ink : 'decision'));

  const signs = [...(facts.signs ?? []), ...(variant === 'subprocess' ? (['plus'] as const) : [])];
  const marks = signs.length * 16 + (paint.sureness ? 12 : 0);
  // In a folded lane there is room for the name alone.
  const foot = height >= 44 && (paint.detail !== undefined || marks > 0);
  const lower = foot ? 19 : 0;
  const lines = foot ? 2 : 3;
  const box = { x: left, y: 6, width: width - left - side, height: height - 12 - lower };
  // Long words in a narrow step are set smaller rather than cut.
  const size = [13, 12, 11].find((candidate) => wordsFit(facts.name, box.width, candidate)) ?? 12;
  shapes.push(textIn(box, facts.name, { size, lineHeight: size + 3, anchor: 'start', maxLines: Math.max(lines, Math.floor(box.height / (size + 3))), colour: ink }));
  if (foot) {
    const base = height - 10;
    if (paint.detail !== undefined) shapes.push(textAt(left, base, paint.detail, { size: 12, colour: quiet, width: width - left - side - marks, ...(paint.fill ? { weight: 'bold' as const } : {}) }));
    let x = width - side;
    if (paint.sureness) {
      shapes.push(sureMark(paint.sureness, x - 4, base - 4.2, 4, quiet));
      x -= 12;
    }
    for (const sign of signs.toReversed()) {
      if (sign === 'plus') shapes.push(rect({ x: x - 14, y: base - 11, width: 14, height: 14 }, { stroke: quiet }, 2), icon(sign, x - 12, base - 9, 10, quiet));
      else shapes.push(icon(sign, x - 14, base - 11, 14, quiet));
      x -= 16;
    }
  }
  return shapes;
}
