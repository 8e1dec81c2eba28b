import type { CDPSession, Page } from '@playwright/test';

/** What a gesture took. */
export interface Taken {
  /** The 95th percentile of the time between two frames, ms. */
  readonly frame: number;
  /** Processor time of the page's own thread for one event of the gesture, ms: it hardly depends on what else the machine does. */
  readonly work: number;
}

/** Asks a page for the processor time that its own thread has used, in ms. */
export type Clock = () => Promise<number>;

export const clockOf = async (page: Page): Promise<Clock> => {
  const session: CDPSession = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000;
  };
};

/** Frames and work of a page while something is done with so many events. */
export const takenBy = async (page: Page, clock: Clock, events: number, act: () => Promise<void>): Promise<Taken> => {
  await page.evaluate(() => {
    const frames: number[] = [];
    Object.assign(window, { benchFrames: frames, benchGoing: true });
    const frame = (now: number) => {
      frames.push(now);
      if ((window as unknown as { benchGoing: boolean }).benchGoing) requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
  const before = await clock();
  await act();
  const after = await clock();
  const frames = await page.evaluate(() => {
    Object.assign(window, { benchGoing: false });
    return (window as unknown as { benchFrames: number[] }).benchFrames;
  });
  const gaps = frames.slice(1).map((now, index) => now - (frames[index] ?? now)).toSorted((one, other) => one - other);
  return { frame: gaps[Math.floor((gaps.length - 1) * 0.95)] ?? Number.NaN, work: (after - before) / events };
};

/**
 * Ends when something that a selector names stands in the page and what is around it has not changed for a quarter of a
 * second. Gives the moment at which the last change had been painted, in milliseconds since 1970.
 */
export const atRest = (page: Page, selector: string, around: string): Promise<number> =>
  page.evaluate(
    ([wanted, within]) =>
      new Promise<number>((resolve) => {
        const quiet = 250;
        let timer: number | undefined;
        let painted = Date.now();
        const changed = () => {
          if (document.querySelector(wanted) === null) return;
          window.clearTimeout(timer);
          timer = undefined;
          requestAnimationFrame(() =>
            setTimeout(() => {
              painted = Date.now();
              window.clearTimeout(timer);
              timer = window.setTimeout(() => {
                watch.disconnect();
                resolve(painted);
              }, quiet);
            }),
          );
        };
        const holds = (added: Node): boolean => added instanceof Element && (added.matches(wanted) || added.querySelector(wanted) !== null);
        const watch = new MutationObserver((changes) => {
          if (changes.some(({ target, addedNodes }) => (target instanceof Element && target.closest(within) !== null) || [...addedNodes].some(holds))) changed();
        });
        watch.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
        changed();
      }),
    [selector, around] as const,
  );
