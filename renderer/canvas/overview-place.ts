import type { Box } from '../../shared/drawing/scene.ts';
import type { Viewport } from './fitting.ts';

/** Size of the overview and its distance to the lower right corner, in pixels of the screen. */
export const overviewSize = { width: 168, height: 104 } as const;
const margin = 12;

/**
 * Whether the overview is needed and what it would do: `needless` where the whole page is seen, `covers` where
 * something stands beneath it, else `free`.
 */
export function overviewPlace({ x, y, zoom }: Viewport, seen: { readonly width: number; readonly height: number }, bounds: Box | undefined, taken: readonly Box[]): 'needless' | 'covers' | 'free' {
  if (bounds === undefined) return 'needless';
  const right = (box: Box): number => x + (box.x + box.width) * zoom;
  const bottom = (box: Box): number => y + (box.y + box.height) * zoom;
  const partly = x + bounds.x * zoom < -1 || y + bounds.y * zoom < -1 || right(bounds) > seen.width + 1 || bottom(bounds) > seen.height + 1;
  if (!partly) return 'needless';
  const left = seen.width - overviewSize.width - margin;
  const top = seen.height - overviewSize.height - margin;
  const covers = taken.some((box) => right(box) > left && bottom(box) > top && x + box.x * zoom < seen.width - margin && y + box.y * zoom < seen.height - margin);
  return covers ? 'covers' : 'free';
}
