import { widenAll } from './widen.ts';

export const SCOPE = { fork: 0, subprocess: 1, instances: 2 } as const;

/** Open forks, sub-processes and multi-instances, with what their parent token was when it entered. */
export class Scopes {
  private firstFree = -1;
  private used = 0;
  kind: Uint8Array = new Uint8Array(16);
  parent: Int32Array = new Int32Array(16);
  node: Int32Array = new Int32Array(16);
  /** Branches alive in it, a nested scope counting as one. */
  live: Int32Array = new Int32Array(16);
  head: Int32Array = new Int32Array(16);
  tail: Int32Array = new Int32Array(16);
  pending: Int32Array = new Int32Array(16);
  prefixOwner: Int32Array = new Int32Array(16);
  loop: Uint8Array = new Uint8Array(16);
  loopOwner: Int32Array = new Int32Array(16);
  loopNode: Int32Array = new Int32Array(16);
  lineage: Int32Array = new Int32Array(16);
  instance: Int32Array = new Int32Array(16);
  visit: Int32Array = new Int32Array(16);
  /** Instances still to come, one after the other. */
  rest: Int32Array = new Int32Array(16);
  /** Events attached to the sub-process, linked by `tokens.attached`. */
  attached: Int32Array = new Int32Array(16);

  allocate(): number {
    let scope = this.firstFree;
    if (scope >= 0) {
      this.firstFree = this.parent[scope]!;
      return scope;
    }
    scope = this.used;
    if (scope === this.parent.length) widenAll(this);
    this.used = scope + 1;
    return scope;
  }

  release(scope: number): void {
    this.parent[scope] = this.firstFree;
    this.firstFree = scope;
  }
}
