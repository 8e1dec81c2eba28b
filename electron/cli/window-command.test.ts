import path from 'node:path';
import { expect, it } from 'vitest';
import { windowCommand } from './window-command.ts';

it('opens the installed program by itself, the checkout by its start, and nothing where there is only the command line', () => {
  const root = path.resolve(import.meta.dirname, '../..');
  const installed = { script: '/opt/Crossflow/resources/app.asar.unpacked/out/cli/crossflow.mjs', executable: '/opt/Crossflow/crossflow' };
  expect(windowCommand({ ...installed, isWindow: true })).toEqual(['/opt/Crossflow/crossflow']);
  expect(windowCommand({ script: path.join(root, 'out/cli/crossflow.mjs'), executable: '/usr/bin/node', isWindow: false })).toEqual(['/usr/bin/node', path.join(root, 'build/start.mjs')]);
  expect(windowCommand({ ...installed, executable: '/usr/bin/node', isWindow: false })).toBeUndefined();
});
