import { MiniMap, useStore } from '@xyflow/react';
import type { ReactNode } from 'react';
import type { Box } from '../../shared/drawing/scene.ts';
import { useSay } from '../ui/locale.tsx';

export interface OverviewProps {
  readonly bounds: Box | undefined;
  /** How many nodes the page has. */
  readonly count: number;
}

/** A page of fewer nodes is known by heart. */
const fewest = 8;
/** In a lower place it would cover what it is to lead to, px. */
const lowest = 480;

/** The whole page in small at the lower right, where only a part of it is seen: a drag there moves the view. */
export function Overview({ bounds, count }: OverviewProps): ReactNode {
  const say = useSay();
  const partly = useStore(({ transform: [x, y, zoom], width, height }) => {
    if (bounds === undefined || height < lowest) return false;
    const [left, top] = [x + bounds.x * zoom, y + bounds.y * zoom];
    return left < -1 || top < -1 || left + bounds.width * zoom > width + 1 || top + bounds.height * zoom > height + 1;
  });
  if (!partly || count < fewest) return null;
  return (
    <MiniMap
      className="minimap"
      pannable
      zoomable
      style={{ width: 168, height: 104 }}
      nodeBorderRadius={4}
      nodeColor="var(--neutral)"
      maskColor="color-mix(in srgb, var(--canvas) 70%, transparent)"
      maskStrokeColor="var(--accent)"
      maskStrokeWidth={1.5}
      ariaLabel={say('canvas.minimap')}
    />
  );
}
