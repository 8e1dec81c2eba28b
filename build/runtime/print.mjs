// `npm run runtime`: makes sure that there is an Electron and prints where it is.
import { electronExecutable } from './resolve.mjs';

try {
  console.log(await electronExecutable());
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
