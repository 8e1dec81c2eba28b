import type { Message } from '../../language/message.ts';
import type { Model } from '../model/model.ts';
import { applyOperation, type Operation, sentenceOf } from '../operations/all.ts';

/**
 * Changes in words, in their order: each is told in the words of what those before it have made, so that new elements
 * have names. `model` is the one that the first is made on.
 */
export function tellChanges(model: Model, changes: readonly { readonly operation: Operation }[]): readonly Message[] {
  let now = model;
  return changes.map(({ operation }) => {
    const told = sentenceOf(operation, now);
    const applied = applyOperation(now, operation);
    if (applied.ok) now = applied.value.model;
    return told;
  });
}
