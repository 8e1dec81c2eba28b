import type { Locale } from '../../shared/language/say.ts';
import { runCli } from './run-cli.ts';
import type { Terminal } from './terminal.ts';

/** What a person at the terminal would have seen. */
export interface Seen {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  /** Files that were opened in the window, where some were. */
  readonly opened?: readonly string[];
}

/** Runs a command line in this process, with its streams caught. */
export async function crossflow(words: readonly string[], given: { readonly input?: string; readonly locale?: Locale } = {}): Promise<Seen> {
  const out: Uint8Array[] = [];
  let err = '';
  const opened: string[] = [];
  const terminal: Terminal = {
    locale: given.locale ?? 'en',
    watched: false,
    colours: false,
    out: (content) => {
      out.push(typeof content === 'string' ? new TextEncoder().encode(content) : content);
      return Promise.resolve();
    },
    err: (text) => {
      err += text;
    },
    input: () => Promise.resolve(new TextEncoder().encode(given.input ?? '')),
    lines: async function* lines() {
      yield* (given.input ?? '').split('\n');
    },
    clock: () => 0,
    today: () => '2024-05-06',
    openWindow: (files) => opened.push(...files) > 0,
  };
  const code = await runCli(words, terminal);
  return { code, out: Buffer.concat(out).toString('utf8'), err, ...(opened.length === 0 ? {} : { opened }) };
}
