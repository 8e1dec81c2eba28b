/**
 * What is mutated and how: one change of an operator, a condition, a call or a string at a time, each against the tests
 * that reach it. Everything is mutated, messages' names included; nothing is left out but code that is no logic:
 * test files, and the worked evidence and measures that tests read.
 */
export default {
  packageManager: 'npm',
  testRunner: 'vitest',
  vitest: { configFile: 'tests/mutation/vitest.config.mjs' },
  coverageAnalysis: 'perTest',
  // What is evaluated once at loading (tables of names, a function as such, not what it does) would need every test anew,
  // two thirds of the time. A wrong name in such a table is an error of types already: catalogue keys are a union.
  ignoreStatic: true,
  mutate: [
    'shared/simulation/statistics/**/*.ts',
    'shared/analysis/**/*.ts',
    '!shared/**/*.test.ts',
    '!shared/analysis/readings/sample-evidence.ts',
    '!shared/analysis/studies/testing.ts',
  ],
  // The sandbox needs the core alone.
  ignorePatterns: ['**', '!shared/**', '!tests/mutation/**', '!package.json', '!types/**', '!tsconfig*.json'],
  // TypeScript 7 offers no program to rewrite its configuration with, and nothing here reads it.
  tsconfigFile: 'none',
  tempDirName: 'test-results/mutation',
  reporters: ['json', 'html', 'progress-append-only'],
  jsonReporter: { fileName: 'test-results/mutants.json' },
  htmlReporter: { fileName: 'test-results/mutants.html' },
  concurrency: 2,
  // A changed loop may never end.
  timeoutMS: 1500,
  timeoutFactor: 2,
};
