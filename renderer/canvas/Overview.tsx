import { MiniMap, useStore } from '@xyflow/react';
import { useMemo, type ReactNode } from 'react';
import { useWindow } from '../hooks/use-window.ts';
import { useSay } from '../ui/locale.tsx';
import { overviewPlace, overviewSize } from './overview-place.ts';
import { inTheWay } from './pad-place.ts';
import type { PageView } from './page-view.ts';

/** A page of fewer nodes is known by heart. */
const fewest = 8;

/**
 * The whole page in small at the lower right, where only a part of it is seen: a drag there moves the view. It steps
 * aside where it would cover something, unless the status line asks for it.
 */
export function Overview({ view }: { readonly view: PageView }): ReactNode {
  const say = useSay();
  const wanted = useWindow((all) => all.overview);
  const taken = useMemo(() => inTheWay(view, ''), [view]);
  const place = useStore(({ transform: [x, y, zoom], width, height }) => overviewPlace({ x, y, zoom }, { width, height }, view.bounds, taken));
  if (place === 'needless' || (place === 'covers' && !wanted) || view.page.nodes.length < fewest) return null;
  return (
    <MiniMap
      className="minimap"
      pannable
      zoomable
      style={overviewSize}
      nodeBorderRadius={4}
      nodeColor="var(--neutral)"
      maskColor="color-mix(in srgb, var(--canvas) 70%, transparent)"
      maskStrokeColor="var(--accent)"
      maskStrokeWidth={1.5}
      ariaLabel={say('canvas.minimap')}
    />
  );
}
