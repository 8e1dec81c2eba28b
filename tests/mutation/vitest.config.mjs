import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** The tests beside the mutated files, and no others: a mutant counts as found only if its own folder's tests find it. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    environment: 'node',
    include: ['shared/simulation/statistics/**/*.test.ts', 'shared/analysis/**/*.test.ts'],
    testTimeout: 20_000,
  },
});
