import type { Progress } from '../../shared/jobs/job.ts';
import { message } from '../../shared/language/message.ts';
import { say } from '../../shared/language/say.ts';
import { formatDuration } from '../../shared/language/units.ts';
import type { Terminal } from './terminal.ts';

/** Milliseconds between two drawings of the line. */
const pause = 100;

/** Progress on one line of standard error, with the remaining time; silent unless somebody watches. */
export class ProgressLine {
  readonly #terminal: Terminal;
  readonly #started: number;
  #drawn = Number.NEGATIVE_INFINITY;
  #shown = false;

  constructor(terminal: Terminal) {
    this.#terminal = terminal;
    this.#started = terminal.clock();
  }

  show({ done, total }: Progress): void {
    const now = this.#terminal.clock();
    if (!this.#terminal.watched || total === 0 || (done < total && now - this.#drawn < pause)) return;
    this.#drawn = now;
    this.#shown = true;
    const left = done === 0 ? undefined : ((now - this.#started) / 1000) * ((total - done) / done);
    const { locale } = this.#terminal;
    const text =
      left === undefined
        ? say(message('jobs.progress', { done, total }), locale)
        : say(message('jobs.progressLeft', { done, total, left: formatDuration(Math.ceil(left), { locale, style: 'short' }) }), locale);
    this.#terminal.err(`\r\u001B[2K${text}`);
  }

  clear(): void {
    if (this.#shown) this.#terminal.err('\r\u001B[2K');
    this.#shown = false;
  }
}
