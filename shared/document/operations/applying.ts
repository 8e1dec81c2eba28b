import { applyPatches, current, enablePatches, isDraft, type Patch, produceWithPatches } from 'immer';

enablePatches();

export type { Patch };
export { applyPatches, produceWithPatches };

/** What a draft stands for at the moment, as plain data to search in: reading through a draft wraps all that it meets. */
export const plain = <T>(value: T): T => (isDraft(value) ? (current(value as object) as T) : value);
