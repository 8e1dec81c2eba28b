import { useEffect, type RefObject } from 'react';

/**
 * A drawer that opens takes the focus to what is to be read or typed first in it, and gives it back when it closes. The
 * first may come a little later than the drawer: it is looked for until it is there.
 */
export function useDrawerFocus(root: RefObject<HTMLElement | null>, first: string): void {
  useEffect(() => {
    const before = document.activeElement;
    let frame = 0;
    const find = (tries: number): void => {
      const wanted = root.current?.querySelector<HTMLElement>(first);
      if (wanted !== null && wanted !== undefined) wanted.focus({ preventScroll: true });
      else if (tries > 0) frame = requestAnimationFrame(() => find(tries - 1));
    };
    // Its tabs know themselves only once they were drawn.
    frame = requestAnimationFrame(() => find(60));
    return () => {
      cancelAnimationFrame(frame);
      // Where the person went on elsewhere, the focus stays there.
      requestAnimationFrame(() => {
        const now = document.activeElement;
        if ((now === null || now === document.body) && before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
      });
    };
  }, [root, first]);
}
