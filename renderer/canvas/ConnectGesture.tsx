import { useReactFlow } from '@xyflow/react';
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import type { ElementId, Point } from '../../shared/document/model/fields.ts';
import { endOf } from '../../shared/drawing/layout/page.ts';
import { throughBends, type RouteEnd } from '../../shared/drawing/layout/routing/ports.ts';
import { routeFlows } from '../../shared/drawing/layout/routing/route.ts';
import { flowLine } from '../../shared/drawing/shapes/flow.ts';
import { SceneShapes } from '../ui/SceneShapes.tsx';
import { OnPage } from './OnPage.tsx';
import { nodeAtPoint, readingOrder, type PageView } from './page-view.ts';

export interface Connecting {
  readonly from: ElementId;
  /** Begun with the pointer down: letting go ends it. */
  readonly dragging: boolean;
}

export interface ConnectGestureProps {
  readonly view: PageView;
  readonly connecting: Connecting;
  readonly onConnect: (to: ElementId) => void;
  /** Let go over nothing: what should come there? */
  readonly onDropped: (at: Point) => void;
  readonly onCancel: () => void;
}

/** A line that follows the pointer, or the arrow keys, to the node that it will lead to. */
export function ConnectGesture({ view, connecting, onConnect, onDropped, onCancel }: ConnectGestureProps): ReactNode {
  const flow = useReactFlow();
  const [at, setAt] = useState<Point>();
  const [target, setTarget] = useState<ElementId>();
  const from = view.model.nodes[connecting.from];

  useEffect(() => {
    const place = (event: PointerEvent): Point => flow.screenToFlowPosition({ x: event.clientX, y: event.clientY });
    const over = (point: Point): ElementId | undefined => {
      const node = nodeAtPoint(view, point, 6);
      return node === undefined || node.id === connecting.from || node.kind === 'note' || node.kind === 'group' ? undefined : node.id;
    };
    const onMove = (event: PointerEvent): void => {
      const point = place(event);
      setAt(point);
      setTarget(over(point));
    };
    const onUp = (event: PointerEvent): void => {
      const point = place(event);
      const hit = over(point);
      if (hit !== undefined) onConnect(hit);
      else if (nodeAtPoint(view, point)?.id === connecting.from) return;
      else if (connecting.dragging) onDropped(point);
      else onCancel();
    };
    const onKey = (event: KeyboardEvent): void => {
      const order = readingOrder(view).filter((node) => node.id !== connecting.from && node.kind !== 'note' && node.kind !== 'group' && node.kind !== 'start');
      if (event.key === 'Escape') onCancel();
      else if (event.key === 'Enter' && target !== undefined) onConnect(target);
      else if (event.key.startsWith('Arrow') || event.key === 'Tab') {
        const back = event.key === 'ArrowLeft' || event.key === 'ArrowUp' || event.shiftKey;
        const now = order.findIndex((node) => node.id === target);
        setTarget(order[(now + (back ? -1 : 1) + order.length) % order.length]?.id);
      } else return;
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener('pointermove', onMove);
    window.addEventListener('pointerup', onUp);
    window.addEventListener('keydown', onKey, true);
    return () => {
      window.removeEventListener('pointermove', onMove);
      window.removeEventListener('pointerup', onUp);
      window.removeEventListener('keydown', onKey, true);
    };
  }, [view, connecting, target, flow, onConnect, onDropped, onCancel]);

  const line = useMemo(() => {
    if (from === undefined) return [];
    const start = endOf(view.model, from);
    const node = target === undefined ? undefined : view.model.nodes[target];
    if (node !== undefined) return routeFlows([{ id: 'new', from: start, to: endOf(view.model, node) }], []).get('new') ?? [];
    if (at === undefined) return [];
    const end: RouteEnd = { id: 'pointer', box: { x: at.x - 1, y: at.y - 1, width: 2, height: 2 }, outline: 'round' };
    return throughBends(start, end, []);
  }, [view, from, target, at]);
  const box = target === undefined ? undefined : view.boxes.get(target);
  return (
    <OnPage>
      <svg className="canvas-layer connect-layer">
        {line.length < 2 ? null : <SceneShapes shapes={[flowLine('execution', line, { stroke: 'accent' })]} />}
        {box === undefined ? null : <rect className="node-frame" x={box.x - 5} y={box.y - 5} width={box.width + 10} height={box.height + 10} rx={10} />}
      </svg>
    </OnPage>
  );
}
