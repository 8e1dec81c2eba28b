import { useStore, useStoreApi, type ReactFlowState } from '@xyflow/react';
import { useMemo } from 'react';
import type { Box, Point } from '../../shared/drawing/scene.ts';

/** Names the tile that the view is in: it changes only when the view has moved by half its size, or zoomed by half. */
const tileOf = ({ transform: [x, y, zoom], width, height }: ReactFlowState): string => {
  const scale = 2 ** Math.round(Math.log2(zoom));
  return [Math.round((-x / zoom / Math.max(1, width)) * scale * 2), Math.round((-y / zoom / Math.max(1, height)) * scale * 2), scale, width, height].join(' ');
};

/** A box on the page that holds what can be seen and as much again on every side. */
export function useNearBox(): Box {
  const tile = useStore(tileOf);
  const api = useStoreApi();
  return useMemo(() => {
    const { transform: [x, y, zoom], width, height } = api.getState();
    return tile === '' ? { x: 0, y: 0, width: 0, height: 0 } : { x: (-x - width) / zoom, y: (-y - height) / zoom, width: (3 * width) / zoom, height: (3 * height) / zoom };
  }, [tile, api]);
}

/** Whether a line may be seen in a box. */
export function isNear(points: readonly Point[], box: Box): boolean {
  let [left, right, top, bottom] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { x, y } of points) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return left < box.x + box.width && right > box.x && top < box.y + box.height && bottom > box.y;
}
