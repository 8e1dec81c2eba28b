import { useEffect, useState, type ComponentType, type ReactNode } from 'react';

const parts: (() => Promise<unknown>)[] = [];

/**
 * A part of the window whose program is read when it is first shown, or before that by `fetchLaterParts`.
 * One that is there already is drawn at once; one that is not, as soon as it is: React's own way of waiting would hold
 * it back for up to 0.3 s. Until then `meanwhile` keeps its place.
 */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>, meanwhile: ReactNode = null): ComponentType<Props> {
  let there: ComponentType<Props> | undefined;
  let coming: Promise<ComponentType<Props>> | undefined;
  const fetch = (): Promise<ComponentType<Props>> => {
    coming ??= load().then((part) => (there = part));
    return coming;
  };
  parts.push(fetch);
  return function Later(props: Props): ReactNode {
    const [, setRead] = useState(false);
    const waits = there === undefined;
    // Asked for while it is drawn, a moment earlier than after that; whoever waits below hears of a failure.
    if (waits) fetch().catch(() => undefined);
    useEffect(() => {
      if (!waits) return undefined;
      let shown = true;
      fetch().then(
        () => (shown ? setRead(true) : undefined),
        (error: unknown) => {
          // What cannot be read is a failure of drawing, told where those are.
          if (shown) setRead(() => { throw error; });
        },
      );
      return () => {
        shown = false;
      };
    }, [waits]);
    const Part = there;
    return Part === undefined ? meanwhile : <Part {...props} />;
  };
}

/** Reads every part that can be shown later, one after the other in the order in which they were declared. */
export async function fetchLaterParts(): Promise<void> {
  for (const fetch of parts) await fetch();
}
