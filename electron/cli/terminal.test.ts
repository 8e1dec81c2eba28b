import { afterEach, expect, it } from 'vitest';
import { processTerminal } from './terminal.ts';

const streams = [process.stdout, process.stderr];
const before = streams.map((stream) => stream.listeners('error'));
afterEach(() => {
  for (const [at, stream] of streams.entries()) for (const listener of stream.listeners('error')) if (before[at]?.includes(listener) !== true) stream.off('error', listener as () => void);
});

it('goes on where whoever reads a stream closes it early, and hides no other failure', () => {
  processTerminal();
  for (const stream of streams) {
    expect(() => stream.emit('error', Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }))).not.toThrow();
    expect(() => stream.emit('error', Object.assign(new Error('write ENOSPC'), { code: 'ENOSPC' }))).toThrow('ENOSPC');
  }
});
