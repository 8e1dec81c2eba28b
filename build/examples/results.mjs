// `npm run examples`: simulates the example of the start screen and stores what was found, which ships with it.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { inRoot } from '../paths.mjs';

const text = execFileSync(process.execPath, [inRoot('out', 'cli', 'crossflow.mjs'), 'simulate', inRoot('shared', 'examples', 'software-change.crossflow'), '--json', '-'], {
  encoding: 'utf8', maxBuffer: 64e6, stdio: ['ignore', 'pipe', 'inherit'],
});
writeFileSync(inRoot('shared', 'examples', 'results', 'software-change.json'), `${JSON.stringify(JSON.parse(text))}\n`);
