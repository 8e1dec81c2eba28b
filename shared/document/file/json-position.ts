/** Where JSON text stops being JSON. Line and column count from one. */
export interface JsonFault {
  readonly line: number;
  readonly column: number;
  readonly kind: 'syntax' | 'truncated' | 'duplicate';
  /** The name that one object has twice. */
  readonly key?: string;
}

/**
 * Finds the first place at which a text is no JSON, the same on every platform (engines word and place their errors
 * differently), or names a field twice, of which readers would silently drop one. Undefined where all is well.
 */
export function findJsonFault(text: string): JsonFault | undefined {
  const fault = new Scanner(text).firstFault();
  if (fault === undefined) return undefined;
  const before = text.slice(0, fault.position);
  const place = { line: before.split('\n').length, column: fault.position - before.lastIndexOf('\n') };
  if (fault.key !== undefined) return { ...place, kind: 'duplicate', key: fault.key };
  return { ...place, kind: text.slice(fault.position).trim() === '' ? 'truncated' : 'syntax' };
}

class Fault extends Error {
  readonly position: number;
  readonly key: string | undefined;
  constructor(position: number, key?: string) {
    super('not JSON');
    this.position = position;
    this.key = key;
  }
}

class Scanner {
  readonly #text: string;
  #at = 0;
  constructor(text: string) {
    this.#text = text;
  }

  firstFault(): Fault | undefined {
    try {
      this.#value(0);
      this.#space();
      return this.#at === this.#text.length ? undefined : new Fault(this.#at);
    } catch (error) {
      if (error instanceof Fault) return error;
      throw error;
    }
  }

  #value(depth: number): void {
    this.#space();
    const next = this.#text[this.#at];
    if (depth > 2000) throw new Fault(this.#at);
    if (next === '{') this.#members('}', depth, true);
    else if (next === '[') this.#members(']', depth, false);
    else if (next === '"') this.#string();
    else this.#match(/true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y);
  }

  #members(close: string, depth: number, named: boolean): void {
    this.#at += 1;
    this.#space();
    if (this.#text[this.#at] === close) {
      this.#at += 1;
      return;
    }
    const names = new Set<string>();
    for (;;) {
      if (named) {
        this.#space();
        const start = this.#at;
        const name = this.#string();
        if (names.has(name)) throw new Fault(start, name);
        names.add(name);
        this.#space();
        this.#match(/:/y);
      }
      this.#value(depth + 1);
      this.#space();
      if (this.#text[this.#at] === close) break;
      this.#match(/,/y);
    }
    this.#at += 1;
  }

  /** A string without control characters, a piece at a time: one pattern over a whole picture would overflow its stack. */
  #string(): string {
    const start = this.#at;
    this.#match(/"/y);
    while (this.#text[this.#at] !== '"') this.#match(/[^"\\\u0000-\u001f]{1,5000}|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y);
    this.#at += 1;
    return this.#text.slice(start + 1, this.#at - 1);
  }

  #match(pattern: RegExp): void {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text);
    if (found === null) throw new Fault(this.#at);
    this.#at += found[0].length;
  }

  #space(): void {
    for (;;) {
      const code = this.#text.charCodeAt(this.#at);
      if (code !== 32 && code !== 10 && code !== 13 && code !== 9) return;
      this.#at += 1;
    }
  }
}
