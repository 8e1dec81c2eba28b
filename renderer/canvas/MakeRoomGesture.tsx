import { useReactFlow } from '@xyflow/react';
import { useEffect, useState, type PointerEvent, type ReactNode } from 'react';
import type { Point } from '../../shared/document/model/fields.ts';
import type { Box } from '../../shared/drawing/scene.ts';
import { grid, onGrid } from './guides.ts';
import { OnPage } from './OnPage.tsx';

export interface MakeRoomGestureProps {
  readonly bounds: Box | undefined;
  /** Where arrow keys begin to push: the chosen node; undefined where none is chosen. */
  readonly from: Point | undefined;
  readonly onMade: (axis: 'x' | 'y', from: number, by: number) => void;
  readonly onKey: (axis: 'x' | 'y', from: number, by: number) => void;
  readonly onDone: () => void;
}

const keys: Readonly<Record<string, readonly ['x' | 'y', 1 | -1]>> = { ArrowRight: ['x', 1], ArrowLeft: ['x', -1], ArrowDown: ['y', 1], ArrowUp: ['y', -1] };

/** Pushes everything beyond the pointer along: press, drag right or down, let go. Arrow keys push from the chosen node on. */
export function MakeRoomGesture({ bounds, from, onMade, onKey, onDone }: MakeRoomGestureProps): ReactNode {
  const flow = useReactFlow();
  const [start, setStart] = useState<Point>();
  const [now, setNow] = useState<Point>();
  useEffect(() => {
    const push = (event: KeyboardEvent): void => {
      const arrow = keys[event.key];
      if (arrow === undefined || from === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      const [along, direction] = arrow;
      onKey(along, from[along], direction * (event.shiftKey ? 5 : 1) * grid);
    };
    window.addEventListener('keydown', push, true);
    return () => window.removeEventListener('keydown', push, true);
  }, [from, onKey]);
  const place = (event: PointerEvent): Point => flow.screenToFlowPosition({ x: event.clientX, y: event.clientY });
  const axis = start === undefined || now === undefined || Math.abs(now.x - start.x) >= Math.abs(now.y - start.y) ? 'x' : 'y';
  const end = (): void => {
    if (start !== undefined && now !== undefined) {
      const by = onGrid(now[axis] - start[axis]);
      if (by !== 0) onMade(axis, start[axis], by);
    }
    setStart(undefined);
    onDone();
  };
  const box = bounds ?? { x: -2000, y: -2000, width: 4000, height: 4000 };
  return (
    <>
      <div
        className="make-room"
        data-axis={axis}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          setStart(place(event));
        }}
        onPointerMove={(event) => setNow(place(event))}
        onPointerUp={end}
      />
      {now === undefined ? null : (
        <OnPage>
          <svg className="canvas-layer guide-layer">
            {axis === 'x' ? (
              <>
                {start === undefined ? null : <rect x={Math.min(start.x, now.x)} y={box.y} width={Math.abs(now.x - start.x)} height={box.height} />}
                <line x1={now.x} x2={now.x} y1={box.y} y2={box.y + box.height} />
              </>
            ) : (
              <>
                {start === undefined ? null : <rect y={Math.min(start.y, now.y)} x={box.x} height={Math.abs(now.y - start.y)} width={box.width} />}
                <line y1={now.y} y2={now.y} x1={box.x} x2={box.x + box.width} />
              </>
            )}
          </svg>
        </OnPage>
      )}
    </>
  );
}
