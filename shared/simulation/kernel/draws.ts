import { philox, philoxUniforms, toUniform } from './philox.ts';
import { mix } from './keys.ts';

const BUFFER = 1024;

/**
 * Source of uniforms for one replication. *Keyed*: `begin` names a purpose and `next` gives its uniforms in turn, two
 * to a Philox block. *Sequential*: one fast stream (sfc32), `begin` does nothing; for benchmarks and plain sampling.
 * One class for both, so that call sites stay monomorphic.
 */
export class Draws {
  readonly sequential: boolean;
  private readonly key0: number;
  private readonly key1: number;
  private item = 0;
  private element = 0;
  private visit = 0;
  /** Purpose in the top byte, block index below. */
  private last = 0;
  /** Position in the buffer; at its end a new block or a new stretch of the stream is due. */
  private position: number;
  private readonly end: number;
  private readonly buffer: Float64Array;
  private readonly words: Uint32Array = new Uint32Array(4);

  constructor(seed: number, replication: number, sequential: boolean) {
    this.sequential = sequential;
    this.key0 = seed | 0;
    this.key1 = replication | 0;
    this.end = sequential ? BUFFER : 2;
    this.position = this.end;
    this.buffer = new Float64Array(this.end);
    if (sequential) this.seedStream();
  }

  /** Names the draws that follow: item word, element hash, visit word (see keys.ts) and purpose code. */
  begin(item: number, elementHash: number, visit: number, purpose: number): void {
    if (this.sequential) return;
    this.item = item | 0;
    this.element = elementHash | 0;
    this.visit = visit | 0;
    this.last = purpose << 24;
    this.position = 2;
  }

  /** The next uniform in (0, 1) of the purpose named last. */
  next(): number {
    const position = this.position;
    if (position < this.end) {
      this.position = position + 1;
      return this.buffer[position]!;
    }
    if (this.sequential) this.fillStream();
    else this.fillBlock();
    this.position = 1;
    return this.buffer[0]!;
  }

  /**
   * The first uniform of each of an even number of keyed draws that differ in the item's word alone, which rises by one
   * from `item` on: what `begin` and `next` would give for each, written to `out` from `offset` on.
   */
  firstOfMany(out: Float64Array, offset: number, count: number, item: number, elementHash: number, visit: number, purpose: number): void {
    philoxUniforms(out, offset, count, item, elementHash, visit, purpose << 24, this.key0, this.key1);
  }

  private fillBlock(): void {
    const words = this.words;
    philox(words, this.item, this.element, this.visit, this.last, this.key0, this.key1);
    this.last = (this.last + 1) | 0;
    this.buffer[0] = toUniform(words[0]!, words[1]!);
    this.buffer[1] = toUniform(words[2]!, words[3]!);
  }

  private seedStream(): void {
    this.words[0] = mix(this.key0);
    this.words[1] = mix(this.key1 ^ 0x9e3779b9);
    this.words[2] = mix(this.key0 ^ 0x243f6a88);
    this.words[3] = 1;
    // Twelve rounds, as sfc32's author advises, are drawn and dropped with the first stretch.
    this.fillStream();
  }

  /** sfc32 (Doty-Humphrey, PractRand): 128 bits of state, a period of at least 2^32 per seed. */
  private fillStream(): void {
    const { words, buffer } = this;
    let a = words[0]! | 0;
    let b = words[1]! | 0;
    let c = words[2]! | 0;
    let counter = words[3]! | 0;
    for (let index = 0; index < BUFFER; index += 1) {
      const high = (((a + b) | 0) + counter) | 0;
      counter = (counter + 1) | 0;
      a = b ^ (b >>> 9);
      b = (c + (c << 3)) | 0;
      c = (((c << 21) | (c >>> 11)) + high) | 0;
      const low = (((a + b) | 0) + counter) | 0;
      counter = (counter + 1) | 0;
      a = b ^ (b >>> 9);
      b = (c + (c << 3)) | 0;
      c = (((c << 21) | (c >>> 11)) + low) | 0;
      buffer[index] = toUniform(high, low);
    }
    words[0] = a;
    words[1] = b;
    words[2] = c;
    words[3] = counter;
  }
}

/** Draws keyed by seed and replication (32-bit words). */
export function keyedDraws(seed: number, replication: number): Draws {
  return new Draws(seed, replication, false);
}

/** One sequential stream for seed and replication. */
export function sequentialDraws(seed: number, replication: number): Draws {
  return new Draws(seed, replication, true);
}
