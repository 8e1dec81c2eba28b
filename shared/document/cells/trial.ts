import type { Message } from '../../language/message.ts';
import type { Model } from '../model/model.ts';
import { applyOperation, type Operation } from '../operations/all.ts';
import { isComplaint, type Reading } from './table.ts';

/** A model on which readings are tried one after the other: each on what those before it left. */
export interface Trial {
  readonly model: () => Model;
  /** All that was taken so far, in order. */
  readonly operations: readonly Operation[];
  /** Takes a reading whole, or not at all and says why. */
  readonly take: (reading: Reading) => Message | undefined;
}

export function tryOn(start: Model): Trial {
  const operations: Operation[] = [];
  let model = start;
  const take = (reading: Reading): Message | undefined => {
    if (isComplaint(reading)) return reading;
    let next = model;
    for (const operation of reading) {
      const applied = applyOperation(next, operation);
      if (!applied.ok) return applied.failure.message;
      next = applied.value.model;
    }
    model = next;
    operations.push(...reading);
    return undefined;
  };
  return { model: () => model, operations, take };
}
