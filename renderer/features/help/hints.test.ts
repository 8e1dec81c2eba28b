import { describe, expect, it } from 'vitest';
import { startHistory } from '../../../shared/document/editing/history.ts';
import { sampleDocument } from '../../../shared/document/testing/sample.ts';
import { noRuns } from '../../store/runs.ts';
import type { DocumentTab } from '../../store/state.ts';
import { hintNow, hints } from './hints.ts';

const tab: DocumentTab = { id: 'tab', name: 'A', history: startHistory(sampleDocument()), scenario: 'today', process: 'change', mode: 'draw', selection: [], drawer: false, runs: noRuns };

describe('hints', () => {
  it('are told one after the other, each once', () => {
    const told: string[] = [];
    for (let hint = hintNow(tab, told); hint !== undefined; hint = hintNow(tab, told)) told.push(hint.id);
    expect(told).toContain('handoff');
    expect(new Set(told).size).toBe(told.length);
    expect(hintNow({ ...tab, selection: ['build'] }, told)?.id).toBe('help');
    expect(hintNow({ ...tab, selection: ['build'] }, [...told, 'help'])).toBeUndefined();
  });

  it('wait for their moment, and never speak while something is presented', () => {
    expect(hintNow({ ...tab, mode: 'compare' }, [])?.id).toBe('proposal');
    expect(hintNow({ ...tab, mode: 'simulate' }, [])).toBeUndefined();
    expect(hints.some((hint) => hint.when({ ...tab, mode: 'present', selection: ['build'] }))).toBe(false);
  });
});
