import { describe, expect, it } from 'vitest';
import { type Document, emptyDocument } from '../../document/scenarios/document.ts';
import { say } from '../../language/say.ts';
import { sampleModel, sampleResult, sampleStudies } from '../readings/sample-evidence.ts';
import { comparisonEvidence, runEvidence, scenarioEvidence, scenarioIdOf } from './evidence.ts';
import type { ComparisonStudy } from './results.ts';

/** Today and a proposal "Daily" that gives Security a third person; "broken" asks for a team that is not there. */
const document: Document = {
  ...emptyDocument('Change'),
  model: sampleModel(),
  scenarios: {
    ...emptyDocument('Change').scenarios,
    s1: { id: 's1', name: 'Daily', parent: 'today', status: 'draft', changes: [{ id: 'c', on: true, operation: { type: 'team.setCapacity', team: 'security', capacity: { value: 3 } } }] },
    broken: { id: 'broken', name: 'Broken', parent: 'today', status: 'draft', changes: [{ id: 'c', on: true, operation: { type: 'team.setCapacity', team: 'gone', capacity: { value: 3 } } }] },
  },
};
const study = (...ids: readonly string[]): ComparisonStudy => ({
  comparison: { base: 'today', family: 1, scenarios: [] }, plausible: [{ id: 's1', leadTime: { low: 1, high: 2 } }], results: ids.map((id) => ({ id, result: { ...sampleResult(), scenario: id } })),
});

describe('a scenario by what people type', () => {
  it('is found by id or name; none typed is today', () => {
    expect([scenarioIdOf(document, undefined), scenarioIdOf(document, 's1'), scenarioIdOf(document, 'Daily')]).toEqual(['today', 's1', 's1'].map((value) => ({ ok: true, value })));
  });

  it('that is not there is answered with those that are', () => {
    const found = scenarioIdOf(document, 'Weekly');
    expect(found.ok ? '' : [found.failure.code, say(found.failure.message)]).toEqual(['scenario-missing', 'There is no scenario “Weekly”: the document has Today, Broken, Daily.']);
  });
});

describe('evidence', () => {
  it('of a scenario is its model with its changes, and its result once there is one', () => {
    const bare = scenarioEvidence(document, 's1');
    if (!bare.ok) throw new Error(bare.failure.code);
    expect(bare.value).toMatchObject({ id: 's1', name: 'Daily', model: { teams: { security: { capacity: { value: 3 } } } } });
    expect(bare.value).not.toHaveProperty('result');
    const result = sampleResult();
    expect(scenarioEvidence(document, 's1', result)).toMatchObject({ ok: true, value: { result } });
  });

  it('of a run is the scenario with the settings of the document', () => {
    const result = sampleResult();
    expect(runEvidence(document, 'today', result)).toEqual({ ok: true, value: { settings: document.settings, scenario: { id: 'today', name: 'Today', model: sampleModel(), result } } });
    const studies = sampleStudies();
    expect(runEvidence(document, 'today', result, studies)).toMatchObject({ ok: true, value: { studies } });
    const bare = runEvidence(document, 'today', result);
    expect(bare.ok && bare.value).not.toHaveProperty('studies');
  });

  it('of a comparison looks at the base, the others being its proposals', () => {
    const told = comparisonEvidence(document, study('today', 's1'));
    if (!told.ok) throw new Error(told.failure.code);
    const { scenario, base, proposals, comparison, plausible, settings } = told.value;
    expect([scenario.id, base?.id, proposals?.map(({ id, result }) => [id, result?.scenario])]).toEqual(['today', 'today', [['s1', 's1']]]);
    expect([settings, comparison, plausible]).toEqual([document.settings, study().comparison, study().plausible]);
  });

  it('is refused where a scenario no longer fits, or is not there', () => {
    expect([scenarioEvidence(document, 'broken').ok, runEvidence(document, 'broken').ok, comparisonEvidence(document, study('today', 'broken')).ok, runEvidence(document, 'gone').ok]).toEqual([false, false, false, false]);
  });

  it('of a comparison needs a base', () => expect(() => comparisonEvidence(document, study())).toThrow('A comparison has a base.'));
});
