import { defineConfig } from 'vitest/config';
import react from '@vitejs/plugin-react';

const node = { environment: 'node', testTimeout: 20_000, hookTimeout: 60_000 } as const;

export default defineConfig({
  test: {
    passWithNoTests: true,
    reporters: ['default'],
    projects: [
      { test: { ...node, name: 'shared', include: ['shared/**/*.test.ts'] } },
      { test: { ...node, name: 'electron', include: ['electron/**/*.test.ts', 'build/**/*.test.ts'] } },
      {
        plugins: [react()],
        test: { name: 'renderer', environment: 'happy-dom', testTimeout: 20_000, include: ['renderer/**/*.test.ts', 'renderer/**/*.test.tsx'] },
      },
      { test: { ...node, name: 'layers', include: ['tests/layers/**/*.test.ts'], testTimeout: 120_000 } },
      { test: { ...node, name: 'validation', include: ['tests/validation/**/*.test.ts', 'tests/golden/**/*.test.ts'], testTimeout: 300_000 } },
    ],
  },
});
