import { describe, expect, it } from 'vitest';
import { sampleEvidence } from '../analysis/readings/sample-evidence.ts';
import { say } from '../language/say.ts';
import { figuresOf } from './figures.ts';

const told = (id: string): readonly string[] =>
  figuresOf(sampleEvidence(), id).flatMap(({ title, figures }) => [say(title, 'en'), ...figures.map(({ label, value, range }) => `${say(label, 'en')}: ${say(value, 'en')}${range === undefined ? '' : ` (${say(range, 'en')})`}`)]);

describe('the numbers of an element', () => {
  it('are those of its step, with where they lie', () => {
    expect(told('assess')).toEqual([
      'Assess', 'Waiting: 2 days', 'Work: 2 hours', 'Waiting there: 5', 'How often: 1', 'Load on Security: 71 % (70 % to 72 %)',
    ]);
  });

  it('say of an approval how long it is waited for, and not what it does not do', () => {
    const nothing = { mean: 0, low: 0, high: 0, sd: 0, n: 30 };
    const evidence = sampleEvidence((result) => ({ ...result, steps: [...result.steps, ...result.steps.map((step) => ({ ...step, id: 'approve', name: 'Approve', team: 'cab', waiting: nothing, service: nothing, queueLength: nothing }))] }));
    const lines = figuresOf(evidence, 'approve').flatMap(({ figures }) => figures.map(({ label, value }) => `${say(label, 'en')}: ${say(value, 'en')}`));
    expect(lines).toEqual(['Waiting for a decision: 3.2 days', 'How often: 1']);
  });

  it('are those of the boundary that a handoff crosses, through gateways too', () => {
    const handoff = told('f2');
    expect(handoff).toEqual(told('f3'));
    expect(handoff).toEqual([
      'Security → Change board', 'Friction: 3.9 days (3.5 to 4.3 days)', 'Made by the handoff: 14 hours', 'Made by load: 3.3 days', 'Mostly: Waiting for a decision', 'How often: 1',
    ]);
  });

  it('say what a boundary costs where it costs something', () => {
    const evidence = sampleEvidence((result) => ({ ...result, boundaries: result.boundaries.map((one) => ({ ...one, cost: { mean: 120, low: 100, high: 140, sd: 1, n: 30 } })) }));
    const cost = figuresOf(evidence, 'f3')[0]?.figures.at(-1);
    expect([cost?.value, cost?.range].map((text) => (text === undefined ? '' : say(text, 'en')))).toEqual(['120 EUR', '100 to 140']);
  });

  it('are those of the teams of a lane; a team without limit is never busy', () => {
    expect(told('it')).toEqual(['Security', 'How busy: 71 % (70 % to 72 %)', 'Waiting there: 5', 'Waiting: 2 days']);
    expect(told('board').join(' ')).not.toContain('How busy');
  });

  it('are none where nothing ran and for what the run does not tell of', () => {
    expect(told('end')).toEqual([]);
    const { scenario: { result: _result, ...scenario }, ...evidence } = sampleEvidence();
    expect(figuresOf({ ...evidence, scenario }, 'assess')).toEqual([]);
  });
});
