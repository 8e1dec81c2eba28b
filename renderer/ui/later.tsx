import { use, type ComponentType, type ReactNode } from 'react';

const parts: (() => Promise<unknown>)[] = [];

/**
 * A part of the window whose program is read when it is first shown, or before that by `fetchLaterParts`.
 * One that is there already is drawn at once, without the moment of nothing that waiting would leave.
 */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  let there: ComponentType<Props> | undefined;
  let coming: Promise<ComponentType<Props>> | undefined;
  const fetch = (): Promise<ComponentType<Props>> => {
    coming ??= load().then((part) => (there = part));
    return coming;
  };
  parts.push(fetch);
  return function Later(props: Props): ReactNode {
    const Part = there ?? use(fetch());
    return <Part {...props} />;
  };
}

/** Reads every part that can be shown later, one after the other in the order in which they were declared. */
export async function fetchLaterParts(): Promise<void> {
  for (const fetch of parts) await fetch();
}
