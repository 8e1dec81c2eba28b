import { describe, expect, it } from 'vitest';
import { say } from '../../language/say.ts';
import { sampleEvidence, sampleModel } from './sample-evidence.ts';
import { selectionFinding } from './selection.ts';

const evidence = {
  ...sampleEvidence(),
  base: sampleEvidence().scenario,
  proposals: [{ id: 'daily', name: 'Meeting daily', model: sampleModel() }, { id: 'twice', name: 'Meeting twice', model: sampleModel() }],
};
const selection = { measure: 'leadTime' as const, confidence: 0.95, indifference: 36_000, best: 'daily', decided: true, asGood: [], replications: 12 };

describe('which of those compared is best', () => {
  it('is one sentence, with certainty and indifference under why', () => {
    const { sentence, why } = selectionFinding(evidence, selection);
    expect(say(sentence, 'en')).toBe('Meeting daily is the quickest of those compared.');
    expect(why?.map((reason) => say(reason, 'en'))).toEqual(['Selected with 95 % certainty where it is quicker by 10 hours or more, in 12 paired runs (Kim and Nelson 2001).']);
  });

  it('names those that cannot be told apart, Today among them', () => {
    expect(say(selectionFinding(evidence, { ...selection, asGood: ['today', 'twice'] }).sentence, 'en')).toBe('Meeting daily comes out quickest, but cannot be told apart from Today, Meeting twice.');
  });

  it('says so where the runs did not decide', () => {
    expect(selectionFinding(evidence, { ...selection, decided: false }).why?.map((reason) => say(reason, 'en'))).toEqual([
      'Not decided in 12 paired runs at 95 % certainty; a difference of 10 hours nobody minds (Kim and Nelson 2001).',
    ]);
  });

  it('speaks of the whole, and names by its id what is no longer there', () => {
    const finding = selectionFinding(evidence, { ...selection, best: 'gone' });
    expect([finding.id, finding.kind, finding.elements, say(finding.sentence, 'en')]).toEqual(['best', 'effect', [], 'gone is the quickest of those compared.']);
  });

  it('knows the scenario that is looked at, where there are no proposals too', () => {
    const { base: _, proposals: __, ...alone } = evidence;
    expect(say(selectionFinding(alone, { ...selection, best: 'today' }).sentence, 'en')).toBe('Today is the quickest of those compared.');
    const { proposals: ___, ...based } = { ...evidence, base: { ...evidence.base, id: 'base', name: 'Last year' } };
    expect(say(selectionFinding(based, { ...selection, best: 'base' }).sentence, 'en')).toBe('Last year is the quickest of those compared.');
  });
});
