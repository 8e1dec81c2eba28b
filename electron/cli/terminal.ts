import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { buffer } from 'node:stream/consumers';
import pc from 'picocolors';
import type { Locale } from '../../shared/language/say.ts';
import { windowCommand } from './window-command.ts';

/** What a command sees of the outside: its two streams, its input, and whether somebody watches. */
export interface Terminal {
  readonly locale: Locale;
  /** Somebody reads standard error as it comes: progress makes sense. */
  readonly watched: boolean;
  readonly colours: boolean;
  out(content: string | Uint8Array): Promise<void>;
  err(text: string): void;
  input(): Promise<Uint8Array>;
  /** Standard input line by line, as the lines come. */
  lines(): AsyncIterable<string>;
  /** Milliseconds that only go up. */
  clock(): number;
  /** Today as the person's own calendar says, "2024-01-31". */
  today(): string;
  /** Opens files, by their whole paths, in the window; false where there is no window to be had. */
  openWindow(files: readonly string[]): boolean;
}

/** Sentences are German where the environment is, else English. */
export const localeOf = (environment: Readonly<Record<string, string | undefined>>): Locale =>
  /^de/i.test(environment['LC_ALL'] ?? environment['LC_MESSAGES'] ?? environment['LANG'] ?? '') ? 'de' : 'en';

/** The process's own streams. Whoever closes one early, as `head` does, ends nothing: files are still written. */
export const processTerminal = (): Terminal => {
  // A failed write is told twice: to its own callback, and to whoever listens to the stream.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', throwUnlessClosed);
  return processStreams();
};

const processStreams = (): Terminal => ({
  locale: localeOf(process.env),
  watched: process.stderr.isTTY === true,
  colours: pc.isColorSupported && process.stdout.isTTY === true,
  out: (content) =>
    new Promise((resolve, reject) => {
      process.stdout.write(typeof content === 'string' ? Buffer.from(content) : content, (error) => (error === null || error === undefined || isClosedPipe(error) ? resolve() : reject(error)));
    }),
  err: (text) => void process.stderr.write(text),
  input: () => buffer(process.stdin),
  lines: () => createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY }),
  clock: () => performance.now(),
  today: () => {
    const now = new Date();
    const two = (value: number): string => String(value).padStart(2, '0');
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  },
  openWindow: (files) => {
    const [command, ...words] = windowCommand({ script: process.argv[1] ?? '', executable: process.execPath, isWindow: 'electron' in process.versions }) ?? [];
    if (command === undefined) return false;
    const { ELECTRON_RUN_AS_NODE: _asNode, ...environment } = process.env;
    // The window outlives the command that opened it.
    spawn(command, [...words, ...files], { detached: true, stdio: 'ignore', env: environment }).unref();
    return true;
  },
});

const isClosedPipe = (error: Error): boolean => 'code' in error && error.code === 'EPIPE';

function throwUnlessClosed(error: Error): void {
  if (!isClosedPipe(error)) throw error;
}
