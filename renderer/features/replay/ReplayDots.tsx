import { useEffect, useMemo, useRef, type ReactNode } from 'react';
import { useStore } from 'zustand';
import type { PageView } from '../../canvas/page-view.ts';
import { goTo, replayStore } from '../../store/replay.ts';
import { frameAt, waysOnPage, type Ground } from './frame.ts';
import { useShown } from './shown.ts';

const name = 'http://www.w3.org/2000/svg';
const radius = 4;
/** Real seconds that a move is shown for at least. */
const hopSeconds = 0.4;

/** The items of a replay over the page, in its coordinates. Drawn by hand: a frame must not wait for React. */
export function ReplayDots({ view }: { readonly view: PageView }): ReactNode {
  const replay = useStore(replayStore, (state) => state.replay);
  const shown = useShown();
  const playing = useStore(replayStore, (state) => state.playing);
  const layer = useRef<SVGSVGElement>(null);
  const ground = useMemo<Ground>(() => ({ boxes: view.boxes, lines: new Map(view.plan.flows.map(({ flow, points }) => [flow.id, points])) }), [view]);
  const ways = useMemo(() => (replay === undefined ? [] : waysOnPage(replay, ground)), [replay, ground]);

  useEffect(() => {
    if (replay === undefined || !shown) return undefined;
    const draw = (): void => {
      const { time, speed } = replayStore.getState();
      if (layer.current !== null) drawFrame(layer.current, frameAt(replay, ways, ground, time, hopSeconds * speed));
    };
    draw();
    return replayStore.subscribe((state) => state.time, draw);
  }, [replay, ways, ground, shown]);

  useEffect(() => {
    if (!playing || !shown) return undefined;
    let request = 0;
    let before: number | undefined;
    const next = (now: number): void => {
      const { time, speed } = replayStore.getState();
      // A window that was hidden goes on where it was.
      if (before !== undefined) goTo(time + Math.min(0.1, (now - before) / 1000) * speed);
      before = now;
      request = requestAnimationFrame(next);
    };
    request = requestAnimationFrame(next);
    return () => cancelAnimationFrame(request);
  }, [playing, shown]);

  return replay === undefined || !shown ? null : <svg ref={layer} className="replay-dots" aria-hidden="true" />;
}

/** Makes as many circles and numbers as a frame needs, and moves those that are there. */
function drawFrame(layer: SVGSVGElement, { dots, more }: ReturnType<typeof frameAt>): void {
  const [circles, numbers] = [parts(layer, 'circle', dots.length), parts(layer, 'text', more.length)];
  for (const [index, { x, y, state }] of dots.entries()) {
    const circle = circles[index];
    if (circle === undefined) continue;
    circle.setAttribute('cx', x.toFixed(1));
    circle.setAttribute('cy', y.toFixed(1));
    circle.setAttribute('r', String(radius));
    circle.setAttribute('data-state', state);
  }
  for (const [index, { x, y, count }] of more.entries()) {
    const number = numbers[index];
    if (number === undefined) continue;
    number.setAttribute('x', x.toFixed(1));
    number.setAttribute('y', (y + radius).toFixed(1));
    number.textContent = `+${count}`;
  }
}

function parts(layer: SVGSVGElement, kind: 'circle' | 'text', count: number): readonly Element[] {
  const there = [...layer.querySelectorAll(kind)];
  for (const extra of there.splice(count)) extra.remove();
  while (there.length < count) there.push(layer.appendChild(document.createElementNS(name, kind)));
  return there;
}
