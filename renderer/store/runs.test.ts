import { describe, expect, it } from 'vitest';
import { emptyDocument, type Document } from '../../shared/document/scenarios/document.ts';
import { isStale } from './runs.ts';

const document: Document = {
  ...emptyDocument('Change'),
  scenarios: { ...emptyDocument('Change').scenarios, daily: { id: 'daily', name: 'Daily', parent: 'today', changes: [], status: 'draft' } },
};
const daily = document.scenarios['daily'];
if (daily === undefined) throw new Error('The document has a proposal.');
const staleAfter = (scenarios: Document['scenarios']): boolean => isStale({ document, result: undefined }, { ...document, scenarios });

describe('a result', () => {
  it('still speaks for a proposal whose reason was typed', () => {
    expect(staleAfter({ ...document.scenarios, daily: { ...daily, reason: 'Decide daily.' } })).toBe(false);
  });

  it('no longer speaks for a document whose proposals change other things', () => {
    expect(staleAfter({ ...document.scenarios, daily: { ...daily, changes: [...daily.changes] } })).toBe(true);
    expect(staleAfter({ ...document.scenarios, other: { ...daily, id: 'other' } })).toBe(true);
  });
});
