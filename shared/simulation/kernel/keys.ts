/**
 * How a random number gets its name. A draw depends on seed, replication and four words: the item; a hash of element
 * path, class and branch lineage; visit and instance; purpose and index. So an edit elsewhere shifts no draw here.
 */

/**
 * Published purpose codes, 1…255. A code is never reused or renumbered: that would change every stored result.
 */
export const PURPOSE = {
  arrival: 1,
  thinning: 2,
  batchSize: 3,
  attribute: 4,
  patience: 5,
  dueDate: 6,
  priority: 7,
  service: 10,
  alternative: 11,
  routing: 12,
  race: 13,
  rework: 14,
  instances: 15,
  clarification: 20,
  answer: 21,
  rejection: 22,
  transfer: 23,
  batch: 24,
  query: 25,
  decision: 26,
  setup: 27,
  response: 28,
  timer: 30,
  message: 31,
  interrupt: 40,
  interruptLength: 41,
  otherWork: 42,
  otherWorkLength: 43,
  input: 50,
  estimate: 51,
} as const;

export type Purpose = (typeof PURPOSE)[keyof typeof PURPOSE];

/** Finaliser of MurmurHash3 (Appleby 2011): every input bit reaches every output bit. Returns an unsigned word. */
export function mix(word: number): number {
  let h = word | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/**
 * 32-bit hash of a text: FNV-1a (Fowler, Noll and Vo 1991) over its UTF-16 units, low byte first, then {@link mix}. `salt` changes the start.
 */
export function hashText(text: string, salt = 0): number {
  let h = 0x811c9dc5 ^ mix(salt);
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    h = Math.imul(h ^ (unit & 0xff), 0x01000193);
    h = Math.imul(h ^ (unit >>> 8), 0x01000193);
  }
  return mix(h);
}

/** Hash of a word in the context of another, for branch lineages and classes: order matters. */
export function combine(hash: number, word: number): number {
  return mix((Math.imul(hash, 0x9e3779b1) + mix(word ^ 0x7f4a7c15)) | 0);
}

/**
 * Distinct hashes for distinct ids. Ids are taken in code-unit order; one whose hash is taken is hashed again with
 * salt 1, 2, … So the result depends on the set of ids alone, and only colliding ids are touched by a new one.
 */
export function hashIds(ids: Iterable<string>): Map<string, number> {
  const result = new Map<string, number>();
  const taken = new Set<number>();
  for (const id of [...new Set(ids)].sort(byCodeUnit)) {
    let salt = 0;
    let hash = hashText(id);
    while (taken.has(hash)) {
      salt += 1;
      hash = hashText(id, salt);
    }
    taken.add(hash);
    result.set(id, hash);
  }
  return result;
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The item's word: layer 0…15 above, candidate 0…2^28 − 1 below. Its class goes into the element hash. */
export function itemWord(layer: number, candidate: number): number {
  return ((layer << 28) | candidate) >>> 0;
}

/** The word of visit 0…65535 (repeats of the element by this item) and instance 0…65535 (of a multi-instance step). */
export function visitWord(visit: number, instance: number): number {
  return ((visit << 16) | (instance & 0xffff)) >>> 0;
}
