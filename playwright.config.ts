import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'tests/e2e/specs',
  outputDir: 'test-results/e2e',
  // One window at a time: windows compete for focus, and two cores are enough for one.
  workers: 1,
  fullyParallel: false,
  forbidOnly: Boolean(process.env['CI']),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  snapshotPathTemplate: 'tests/golden/looks/{arg}{ext}',
  reporter: [['list']],
  use: { trace: 'retain-on-failure', screenshot: 'only-on-failure' },
});
