import { useSyncExternalStore } from 'react';
import type { ElementId } from '../../shared/document/model/fields.ts';

/** The part of the selected flow that arrow keys move. */
export interface ChosenSegment {
  readonly flow: ElementId;
  readonly index: number;
}

let chosen: ChosenSegment | undefined;
const listeners = new Set<() => void>();

export const chosenSegment = (): ChosenSegment | undefined => chosen;

export function chooseSegment(next: ChosenSegment | undefined): void {
  if (next?.flow === chosen?.flow && next?.index === chosen?.index) return;
  chosen = next;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The chosen part of a flow; undefined where none of it was chosen. */
export function useChosenSegment(flow: ElementId): number | undefined {
  const now = useSyncExternalStore(subscribe, chosenSegment);
  return now?.flow === flow ? now.index : undefined;
}
