import { defineConfig } from 'vitest/config';
import react from '@vitejs/plugin-react';
import { nodeAssets } from './build/node-assets.mjs';

const node = { environment: 'node', testTimeout: 20_000, hookTimeout: 60_000 } as const;

export default defineConfig({
  test: {
    passWithNoTests: true,
    reporters: ['default'],
    projects: [
      { plugins: [nodeAssets()], test: { ...node, name: 'shared', include: ['shared/**/*.test.ts'] } },
      { plugins: [nodeAssets()], test: { ...node, name: 'electron', include: ['electron/**/*.test.ts', 'build/**/*.test.ts'] } },
      {
        plugins: [react()],
        test: { name: 'renderer', environment: 'happy-dom', testTimeout: 20_000, include: ['renderer/**/*.test.ts', 'renderer/**/*.test.tsx'] },
      },
      { plugins: [nodeAssets()], test: { ...node, name: 'layers', include: ['tests/layers/**/*.test.ts'], testTimeout: 120_000 } },
      { plugins: [nodeAssets()], test: { ...node, name: 'validation', include: ['tests/validation/**/*.test.ts', 'tests/golden/**/*.test.ts'], testTimeout: 300_000 } },
    ],
  },
});
