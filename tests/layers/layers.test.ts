import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { breachesIn, codeIn, reachedFrom } from './breaches.ts';
import { specifiersOf } from './specifiers.ts';

const root = path.resolve(import.meta.dirname, '../..');
const planted = path.join(import.meta.dirname, 'planted');

describe('who may import whom', () => {
  it('finds the code that it watches over', () => {
    expect(codeIn(root).length).toBeGreaterThan(50);
  });

  it('holds in every room', () => {
    expect(breachesIn(root)).toEqual([]);
  });

  it("keeps the engine and the readers out of the window's thread", () => {
    const reached = [...reachedFrom(root, 'renderer/app/main.tsx')];
    expect(reached.filter((file) => /^shared\/(simulation\/engine\/|jobs\/run-job)/.test(file))).toEqual([]);
  });

  it.each([
    ['shared/interchange/imports-layout.ts:1', 'shared/interchange may not import it'],
    ['shared/document/model/imports-operations.ts:1', 'a folder imports only those listed above it'],
    ['shared/simulation/kernel/imports-language.ts:1', 'shared/simulation/kernel may not import it'],
    ['electron/cli/imports-electron.ts:1', 'only electron/main, electron/preload may import it'],
    ['electron/cli/imports-main.ts:1', 'electron/cli may not import it'],
    ['renderer/app/runs-jobs.ts:1', 'only shells of workers'],
    ['renderer/app/imports-node.ts:1', 'only electron may import it'],
    ['renderer/features/compare/imports-draw.ts:1', 'features never import each other'],
    ['renderer/features/draw/pen.ts:1', 'only renderer/canvas may import it'],
    ['renderer/store/imports-react.ts:1', 'may import it'],
    ['renderer/ui/imports-store.ts:1', 'renderer/ui may not import it'],
  ])('reports the breach planted in %s', (place, why) => {
    const reported = breachesIn(planted).filter((breach) => breach.startsWith(`${place} `));
    expect(reported).toHaveLength(1);
    expect(reported[0]).toContain(why);
  });

  it('follows values, not types and not workers, into the thread', () => {
    expect(reachedFrom(planted, 'renderer/app/runs-jobs.ts')).toEqual(new Set(['renderer/app/runs-jobs.ts', 'shared/jobs/run-job.ts']));
    expect(reachedFrom(planted, 'shared/document/model/imports-operations.ts').size).toBe(1);
  });
});

describe('specifiersOf', () => {
  it('reads every way to import, on its line, and none that stands in a comment', () => {
    const source = [
      "import a from './a.ts';",
      "// import './no.ts';",
      "import type { B } from './b.ts'; /* import './neither.ts' */",
      'export {',
      '  c,',
      "} from './c.ts';",
      "const d = await import('./d.ts');",
      "new Worker(new URL('./e.ts', import.meta.url), { type: 'module' });",
      "import './f.css';",
      "const text = 'see https://example.org/from';",
    ].join('\n');
    expect(specifiersOf(source).map(({ name, line, typeOnly }) => [name, line, typeOnly])).toEqual([
      ['./a.ts', 1, false],
      ['./b.ts', 3, true],
      ['./c.ts', 6, false],
      ['./d.ts', 7, false],
      ['./e.ts', 8, false],
      ['./f.css', 9, false],
    ]);
  });
});
