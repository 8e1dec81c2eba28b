import { useReactFlow, useStoreApi } from '@xyflow/react';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ElementId, Point } from '../../shared/document/model/fields.ts';
import { throughBends } from '../../shared/drawing/layout/routing/ports.ts';
import { perform, select } from '../store/edit.ts';
import { lineOf, reroute, segmentAt } from './bend-acts.ts';
import { cutSegment, moveSegment, segmentsOf, snapSegment, type Segment } from './bending.ts';
import { chooseSegment } from './chosen-segment.ts';
import type { PageView } from './page-view.ts';

/** What of a line is taken hold of: one of its parts, half of one, or whichever lies under the pointer. */
export interface Grip {
  readonly index?: number;
  readonly half?: 'first' | 'last';
}

export interface Bending {
  /** The line as it is being bent, by flow. */
  readonly bent: ReadonlyMap<ElementId, readonly Point[]>;
  readonly grab: (id: ElementId, event: { readonly clientX: number; readonly clientY: number; readonly button: number }, grip?: Grip) => void;
}

const nothing: ReadonlyMap<ElementId, readonly Point[]> = new Map();

const gapTo = ({ from, to }: Segment, { x, y }: Point): number => {
  const dx = Math.max(Math.min(from.x, to.x) - x, 0, x - Math.max(from.x, to.x));
  const dy = Math.max(Math.min(from.y, to.y) - y, 0, y - Math.max(from.y, to.y));
  return Math.hypot(dx, dy);
};

/** Before a press counts as a drag, in pixels of the screen. */
const threshold = 3;

/** Bends lines with the pointer: shown while it moves, one change when it is let go, none after Esc. */
export function useBending(view: PageView): Bending {
  const flow = useReactFlow();
  const api = useStoreApi();
  const [bent, setBent] = useState(nothing);
  const stop = useRef<(() => void) | undefined>(undefined);
  useEffect(() => () => stop.current?.(), []);

  const grab = useCallback<Bending['grab']>((id, event, grip = {}) => {
    const whole = lineOf(view, id);
    if (whole === undefined || event.button !== 0) return;
    const { ends } = whole;
    const start = { x: event.clientX, y: event.clientY };
    const startAt = flow.screenToFlowPosition(start);
    const parts = segmentsOf(whole.line);
    const held = grip.index === undefined ? parts.toSorted((a, b) => gapTo(a, startAt) - gapTo(b, startAt))[0] : parts.find((one) => one.index === grip.index);
    if (held === undefined) return;
    const cut = grip.half === undefined ? undefined : cutSegment(whole.line, held, grip.half);
    const { line, segment } = cut ?? { line: whole.line, segment: held };
    const axis = segment.level ? 'y' : 'x';
    let bends: readonly Point[] | undefined;
    let at = segment.from[axis];

    const onMove = (next: PointerEvent): void => {
      if (bends === undefined && Math.hypot(next.clientX - start.x, next.clientY - start.y) < threshold) return;
      const value = segment.from[axis] + flow.screenToFlowPosition({ x: next.clientX, y: next.clientY })[axis] - startAt[axis];
      at = snapSegment(whole.line, segment, value, ends, 6 / api.getState().transform[2]);
      bends = moveSegment(line, segment, at, ends);
      setBent(new Map([[id, throughBends(ends.from, ends.to, bends)]]));
    };
    const end = (): void => {
      window.removeEventListener('pointermove', onMove);
      window.removeEventListener('pointerup', onUp);
      window.removeEventListener('pointercancel', end);
      window.removeEventListener('keydown', onKey, true);
      stop.current = undefined;
      setBent(nothing);
    };
    const onUp = (): void => {
      end();
      if (bends === undefined) return;
      if (at !== segment.from[axis] && perform(reroute(id, bends))) {
        const middle = { x: (segment.from.x + segment.to.x) / 2, y: (segment.from.y + segment.to.y) / 2 };
        const moved = segmentAt(throughBends(ends.from, ends.to, bends), segment.level, at, middle);
        chooseSegment(moved === undefined ? undefined : { flow: id, index: moved.index });
      }
      select([id]);
    };
    const onKey = (key: KeyboardEvent): void => {
      if (key.key !== 'Escape') return;
      key.stopPropagation();
      end();
    };
    stop.current?.();
    stop.current = end;
    window.addEventListener('pointermove', onMove);
    window.addEventListener('pointerup', onUp);
    window.addEventListener('pointercancel', end);
    window.addEventListener('keydown', onKey, true);
  }, [view, flow, api]);

  return { bent, grab };
}
