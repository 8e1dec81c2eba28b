import { Panel, useReactFlow, useStore, useStoreApi } from '@xyflow/react';
import { memo, useMemo, useRef, type PointerEvent, type ReactNode } from 'react';
import { around, type Box } from '../../shared/drawing/scene.ts';
import { useWindow } from '../hooks/use-window.ts';
import { useSay } from '../ui/locale.tsx';
import { overviewPlace, overviewSize } from './overview-place.ts';
import { inTheWay } from './pad-place.ts';
import type { PageView } from './page-view.ts';

/** A page of fewer nodes is known by heart. */
const fewest = 8;
/** What is kept free around the page, and how strongly the part in view is framed, in pixels of the screen. */
const air = 5;
const frame = 1.5;

const rect = ({ x, y, width, height }: Box): string => `M${x} ${y}h${width}v${height}h${-width}z`;

/** All nodes as one shape: a page of thousands is as quick to show as one of ten. */
const Steps = memo(function Steps({ boxes }: { readonly boxes: readonly Box[] }): ReactNode {
  return <path className="minimap-steps" d={boxes.map(rect).join('')} />;
});

function Small({ boxes }: { readonly boxes: readonly Box[] }): ReactNode {
  const say = useSay();
  const flow = useReactFlow();
  const api = useStoreApi();
  const [x, y, zoom] = useStore((all) => all.transform);
  const width = useStore((all) => all.width);
  const height = useStore((all) => all.height);
  const from = useRef<{ readonly x: number; readonly y: number } | undefined>(undefined);
  const page = useMemo(() => around(boxes), [boxes]);
  const seen = { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom };
  const whole = around(page === undefined ? [seen] : [page, seen]) ?? seen;
  const scale = Math.max(whole.width / (overviewSize.width - 2 * air), whole.height / (overviewSize.height - 2 * air));
  const shown = {
    x: whole.x + whole.width / 2 - (overviewSize.width / 2) * scale,
    y: whole.y + whole.height / 2 - (overviewSize.height / 2) * scale,
    width: overviewSize.width * scale,
    height: overviewSize.height * scale,
  };

  const onPointerMove = (event: PointerEvent): void => {
    if (from.current === undefined) return;
    const by = { x: event.clientX - from.current.x, y: event.clientY - from.current.y };
    from.current = { x: event.clientX, y: event.clientY };
    const [left, top, now] = api.getState().transform;
    void flow.setViewport({ x: left - by.x * scale * now, y: top - by.y * scale * now, zoom: now });
  };
  return (
    <Panel position="bottom-right" className="minimap react-flow__minimap nopan nowheel" style={overviewSize}>
      <svg
        {...overviewSize}
        viewBox={`${shown.x} ${shown.y} ${shown.width} ${shown.height}`}
        role="img"
        aria-label={say('canvas.minimap')}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          from.current = { x: event.clientX, y: event.clientY };
        }}
        onPointerMove={onPointerMove}
        onPointerUp={() => (from.current = undefined)}
        onPointerCancel={() => (from.current = undefined)}
        onWheel={({ deltaY }) => void flow.zoomTo(flow.getZoom() * 2 ** (-deltaY * 0.002))}
      >
        <Steps boxes={boxes} />
        <path className="minimap-mask" d={`${rect(shown)}${rect(seen)}`} fillRule="evenodd" />
        <path className="minimap-frame" d={rect(seen)} strokeWidth={frame * scale} />
      </svg>
    </Panel>
  );
}

/**
 * The whole page in small at the lower right, where only a part of it is seen: a drag there moves the view. It steps
 * aside where it would cover something, unless the status line asks for it.
 */
export function Overview({ view }: { readonly view: PageView }): ReactNode {
  const wanted = useWindow((all) => all.overview);
  const taken = useMemo(() => inTheWay(view, ''), [view]);
  const boxes = useMemo(() => [...view.boxes.values()], [view]);
  const place = useStore(({ transform: [x, y, zoom], width, height }) => overviewPlace({ x, y, zoom }, { width, height }, view.bounds, taken));
  if (place === 'needless' || (place === 'covers' && !wanted) || boxes.length < fewest) return null;
  return <Small boxes={boxes} />;
}
