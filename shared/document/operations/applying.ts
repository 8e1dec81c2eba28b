import { applyPatches, enablePatches, type Patch, produceWithPatches } from 'immer';

enablePatches();

export type { Patch };
export { applyPatches, produceWithPatches };
