import { badgeHalves, badgeHeight, badgeSize } from '../layout/label-size.ts';
import { textAt } from '../layout/wrap.ts';
import type { BadgePaint } from '../paint.ts';
import { cornerSteps } from '../path.ts';
import { type Point, type Shape, ellipse, group, path, rect } from '../scene.ts';
import { textOn } from '../theme.ts';
import { icon } from './icons.ts';

export { badgeSize } from '../layout/label-size.ts';

const height = badgeHeight;
const r = height / 2;

/**
 * The handoff on its crossing, centred at a point: two halves after a run (made by the handoff, the receiver's load),
 * an outline with the channel before one, a dot when zoomed out.
 */
export function drawBadge(paint: BadgePaint, at: Point, title?: string): Shape {
  const size = badgeSize(paint);
  const x = at.x - size.width / 2;
  const y = at.y - size.height / 2;
  const colour = paint.colour ?? 'muted';
  const rest = { role: 'badge' as const, ...(title === undefined ? {} : { title }) };
  if (paint.size === 'dot') return group([ellipse({ x, y, ...size }, { fill: colour, stroke: 'surface', width: 1.5 })], rest);
  const channel = paint.channel ?? 'handoff';
  if (!paint.numbers) {
    return group([rect({ x, y, ...size }, { fill: 'surface', stroke: colour, width: 1.25 }, r), icon(channel, at.x - 8, at.y - 8, 16, colour)], rest);
  }
  const { left, right } = badgeHalves(paint);
  const leftFill = paint.numbers.handoffFill ?? 'surface';
  const rightFill = paint.numbers.loadFill ?? 'surface';
  return group(
    [
      path(cornerSteps({ x, y, width: left, height }, [r, 0, 0, r]), { fill: leftFill }),
      path(cornerSteps({ x: x + left, y, width: right, height }, [0, r, r, 0]), { fill: rightFill }),
      rect({ x, y, ...size }, { stroke: colour, width: 1.25 }, r),
      path([['M', x + left, y + 1], ['L', x + left, y + height - 1]], { stroke: colour }),
      icon(channel, x + 9, at.y - 7.5, 15, textOn(leftFill)),
      textAt(x + 27, at.y + 4.3, paint.numbers.handoff, { size: 12, weight: 'bold', colour: textOn(leftFill) }),
      textAt(x + left + right / 2 - 1.5, at.y + 4.3, paint.numbers.load, { size: 12, weight: 'bold', anchor: 'middle', colour: textOn(rightFill) }),
    ],
    rest,
  );
}
