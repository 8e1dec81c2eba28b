import { useLayoutEffect, useState, type RefObject } from 'react';

/** Rows that are drawn: from the first up to but without `end`. */
export interface WindowOfRows {
  readonly first: number;
  readonly end: number;
  /** Height of one row, in pixels. */
  readonly height: number;
}

/** Up to so many rows are drawn whole. */
const few = 60;
/** Rows drawn beyond each edge, so that scrolling meets no empty place. */
const beyond = 12;
const usualHeight = 28;

/** Which rows of a long table are in sight of what scrolls it: its parent. A short one is drawn whole. */
export function useWindowOfRows(table: RefObject<HTMLTableElement | null>, rows: number): WindowOfRows {
  const [seen, setSeen] = useState<WindowOfRows>({ first: 0, end: few, height: usualHeight });
  useLayoutEffect(() => {
    const scroller = table.current?.parentElement;
    if (rows <= few || scroller === null || scroller === undefined) return undefined;
    const look = (): void => {
      const height = table.current?.querySelector<HTMLElement>('tbody tr[data-row]')?.offsetHeight ?? usualHeight;
      const first = Math.max(0, Math.floor(scroller.scrollTop / height) - beyond);
      const end = Math.min(rows, Math.ceil((scroller.scrollTop + scroller.clientHeight) / height) + beyond);
      setSeen((old) => (old.first === first && old.end === end && old.height === height ? old : { first, end, height }));
    };
    look();
    const watch = new ResizeObserver(look);
    watch.observe(scroller);
    scroller.addEventListener('scroll', look, { passive: true });
    return () => {
      watch.disconnect();
      scroller.removeEventListener('scroll', look);
    };
  }, [table, rows]);
  return rows <= few ? { first: 0, end: rows, height: usualHeight } : { ...seen, end: Math.min(rows, seen.end) };
}
