// `npm run test:e2e [-- FILE…]`: the end-to-end tests, in a real Electron window.
import { inRoot, root } from './paths.mjs';
import { orSay, ready, runToEnd } from './ready.mjs';
import { onSomeScreen, testPackages } from './system.mjs';

await orSay(async () => {
  await ready(testPackages);
  const playwright = inRoot('node_modules', '@playwright', 'test', 'cli.js');
  const [command, given] = onSomeScreen(process.execPath, [playwright, 'test', ...process.argv.slice(2)]);
  runToEnd(command, given, { cwd: root });
});
