import { describe, expect, it } from 'vitest';
import { sampleModel } from '../../shared/analysis/readings/sample-evidence.ts';
import { emptyDocument } from '../../shared/document/scenarios/document.ts';
import { crossflow } from './test-terminal.ts';

const document = { ...emptyDocument('Software change'), model: sampleModel(), runSettings: { horizon: { value: 10, unit: 'd' }, replications: 2 } };

interface Answer {
  readonly id: unknown;
  readonly ok: boolean;
  readonly code?: string;
  readonly message?: string;
  readonly result?: Record<string, unknown>;
}

async function answers(...lines: readonly (object | string)[]): Promise<readonly Answer[]> {
  const { code, out, err } = await crossflow(['worker'], { input: lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n') });
  expect([code, err]).toEqual([0, '']);
  return out.trim().split('\n').map((line) => JSON.parse(line) as Answer);
}

describe('worker', () => {
  it('does one job a line and answers in their order', async () => {
    const [check, run, svg] = await answers(
      { id: 'a', job: { type: 'check', document } },
      { id: 2, job: { type: 'run', document, gain: 'none' } },
      '',
      { id: 'c', job: { type: 'export', document, format: 'svg', what: 'diagram', locale: 'en', theme: 'light', paper: 'A4', scale: 1, date: '2024-01-01', include: { costs: false, names: false, comments: false } } },
    );
    expect([check?.id, check?.ok, Array.isArray(check?.result?.['findings'])]).toEqual(['a', true, true]);
    expect([run?.id, run?.result?.['replicationsRun']]).toEqual([2, 2]);
    expect([svg?.id, atob(String(svg?.result?.['bytes'])).slice(0, 5)]).toEqual(['c', '<?xml']);
  });

  it('goes on after a line that is no job, or that is refused', async () => {
    const all = await answers(
      'hello', { id: 1, job: { type: 'fly' } }, { id: 2, job: { type: 'check', document: { format: 'crossflow', version: 999 } } },
      { id: 3, job: { type: 'run', document, scenario: 'Daily' } }, { id: 4, job: { type: 'check', document } },
    );
    expect(all.map(({ id, ok, code }) => [id, ok, code])).toEqual([
      [null, false, 'no-job'], [1, false, 'no-job'], [2, false, 'newer-version'], [3, false, 'scenario-missing'], [4, true, undefined],
    ]);
    expect(all[3]?.message).toContain('“Daily”');
  });
});
