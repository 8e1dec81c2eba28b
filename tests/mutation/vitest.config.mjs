import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/**
 * The quick tests beside the mutated files, and no others: a change counts as found only if those find it that state
 * exact values, not the long rounds of chance in promises.test.ts.
 */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    environment: 'node',
    include: ['shared/simulation/statistics/**/*.test.ts', 'shared/analysis/**/*.test.ts'],
    exclude: ['**/promises.test.ts'],
    testTimeout: 20_000,
    // The rooms keep no state between files: loading them anew for each test file would take most of the time.
    isolate: false,
  },
});
