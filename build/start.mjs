// `npm start [-- FILE…]`: makes sure of everything the window needs, and opens it.
import { root } from './paths.mjs';
import { orSay, ready, runToEnd } from './ready.mjs';
import { hasScreen, isRoot, onSomeScreen } from './system.mjs';

/** Chromium's sandbox cannot run as root; a virtual screen has no graphics card worth a try. */
const switches = () => {
  if (isRoot()) console.error("Running as root: Chromium's sandbox is off (--no-sandbox). Start as an ordinary user to have it.");
  return [...(isRoot() ? ['--no-sandbox'] : []), ...(hasScreen() ? [] : ['--disable-gpu'])];
};

await orSay(async () => {
  const electron = await ready();
  const [command, given] = onSomeScreen(electron, [...switches(), root, ...process.argv.slice(2)]);
  // Chromium's own remarks (no D-Bus, no graphics card) say nothing to the person who starts the program.
  const errors = process.env['CROSSFLOW_VERBOSE'] ? 'inherit' : 'ignore';
  runToEnd(command, given, { stdio: ['ignore', 'inherit', errors], cwd: process.env['INIT_CWD'] ?? root });
});
