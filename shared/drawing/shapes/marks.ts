import { circleSteps, polygonSteps } from '../path.ts';
import { type Shape, group, path } from '../scene.ts';
import type { ColourRole } from '../theme.ts';

/** Where a number comes from. */
export type Sureness = 'measured' | 'estimated' | 'default';

/** The same marks as letters, where a drawing has no room for one. */
export const sureSign: Readonly<Record<Sureness, string>> = { measured: '●', estimated: '◐', default: '○' };

/** ● measured, ◐ estimated, ○ assumed, centred at (x, y). */
export function sureMark(sureness: Sureness, x: number, y: number, radius = 4, colour: ColourRole = 'muted'): Shape {
  const ring = path(circleSteps(x, y, radius - 0.6), { stroke: colour, width: 1.2, ...(sureness === 'measured' ? { fill: colour } : {}) });
  if (sureness !== 'estimated') return group([ring], { role: 'mark' });
  const r = radius - 0.6;
  const k = r * 0.5522847498;
  const half = path(
    [['M', x, y - r], ['C', x - k, y - r, x - r, y - k, x - r, y], ['C', x - r, y + k, x - k, y + r, x, y + r], ['Z']],
    { fill: colour },
  );
  return group([ring, half], { role: 'mark' });
}

/** ▼ faster or ▲ slower, centred at (x, y). */
export function effectMark(effect: 'better' | 'worse', x: number, y: number, size = 9): Shape {
  const h = size * 0.43;
  const sign = effect === 'better' ? 1 : -1;
  return path(polygonSteps([{ x: x - size / 2, y: y - h * sign }, { x: x + size / 2, y: y - h * sign }, { x, y: y + h * sign }]), { fill: effect });
}
