import { describe, expect, it } from 'vitest';
import { say } from '../../language/say.ts';
import { lossFindings, rankedBoundaries } from './losses.ts';
import type { BoundaryResult, RunResult } from './measures.ts';
import { attributionOf, sampleEvidence, sampleModel, sampleResult, sure } from './sample-evidence.ts';
import { suggestions } from './suggestions.ts';

const day = 86_400;
const [, template] = sampleResult().boundaries;
/** A boundary that loses the given seconds, by default in the queue of the receiver. */
const losing = (from: string, to: string, seconds: number, attribution = attributionOf({ queue: seconds })): BoundaryResult => {
  if (template === undefined) throw new Error('The sample has it.');
  return { ...template, from, to, friction: sure(seconds), bothClosed: sure(0), attribution };
};
const resultOf = (...boundaries: readonly BoundaryResult[]): RunResult => ({ ...sampleResult(), leadTime: { ...sampleResult().leadTime, ...sure(100 * day) }, teams: [], boundaries: [...boundaries] });
const evidence = sampleEvidence();

describe('losses', () => {
  it('come by size, at most three, the first as the most', () => {
    const findings = lossFindings(evidence, resultOf(losing('cab', 'security', 3 * day), losing('security', 'cab', 5 * day), losing('outside', 'cab', 4 * day), losing('outside', 'security', 3.5 * day)));
    expect(findings.map(({ sentence }) => say(sentence))).toEqual([
      'Most is lost Security → Change board: 5 days, because of the queue at Change board.', 'Outside → Change board: 4 days lost, because of the queue at Change board.',
      'Outside → Security: 3.5 days lost, because of the queue at Security.',
    ]);
    expect({ ...findings[0], sentence: '' }).toEqual({ id: 'loss:security>cab', kind: 'loss', sentence: '', elements: ['cab'], size: 5 * day });
    expect(lossFindings(evidence, resultOf(losing('cab', 'security', 3 * day), losing('security', 'cab', 5 * day)), 1)).toHaveLength(1);
  });

  it('below a fiftieth of the lead time are left unsaid', () => {
    expect(lossFindings(evidence, resultOf(losing('security', 'cab', 2 * day)))).toEqual([{ id: 'loss', kind: 'loss', sentence: { id: 'analysis.noLoss' }, elements: [] }]);
    expect(lossFindings(evidence, resultOf(losing('security', 'cab', 2 * day + 1)))[0]?.id).toBe('loss:security>cab');
  });

  it('that are equal keep the order of the result, which itself stays as it was', () => {
    const result = resultOf(losing('a', 'b', 1), losing('c', 'd', 2), losing('e', 'f', 1));
    expect(rankedBoundaries(result).map(({ from }) => from)).toEqual(['c', 'a', 'e']);
    expect(result.boundaries.map(({ from }) => from)).toEqual(['a', 'c', 'e']);
  });
});

describe('suggestions', () => {
  const shortOf = (...boundaries: readonly BoundaryResult[]): RunResult => ({ ...resultOf(...boundaries), leadTime: { ...sampleResult().leadTime, ...sure(100) } });
  const told = (...boundaries: readonly BoundaryResult[]): readonly string[] => suggestions(evidence, shortOf(...boundaries)).map(({ sentence }) => say(sentence));

  it('come one per loss, by what is at stake, at most three, for losses of something only', () => {
    const many = [losing('outside', 'security', 1), losing('security', 'cab', 5), losing('outside', 'assess', 3), losing('cab', 'approve', 4)];
    expect(told(...many)).toEqual(['Give Change board one more person', 'Give Approve one more person', 'Give Assess one more person']);
    expect(suggestions(evidence, shortOf(...many), 4)).toHaveLength(4);
    expect(told(losing('security', 'cab', 0))).toEqual([]);
    expect(told(losing('security', 'cab', -1))).toEqual([]);
  });

  it('are not made against what is lost in the thousandth part of the lead time', () => {
    expect(told(losing('security', 'cab', 0.1))).toEqual([]);
    expect(told(losing('security', 'cab', 0.11))).toEqual(['Give Change board one more person']);
  });

  it('are made once for the same cause at the same place', () => {
    expect(told(losing('security', 'cab', 5), losing('outside', 'cab', 4), losing('outside', 'security', 3))).toEqual(['Give Change board one more person', 'Give Security one more person']);
  });

  it('carry what they rest on', () => {
    const [first] = suggestions(evidence, shortOf(losing('security', 'cab', 5 * day)));
    expect({ ...first, sentence: '', reason: first && say(first.reason) }).toEqual({ id: 'suggest:queue:cab', sentence: '', elements: ['cab'], cause: 'queue', atStake: 5 * day, reason: 'because of the queue at Change board' });
    const nowhere = suggestions(evidence, shortOf(losing('cab', 'outside', 5, attributionOf({ transfer: 5 }))));
    expect(nowhere[0]?.id).toBe('suggest:transfer:f5');
    const unknown = suggestions(evidence, shortOf(losing('outside', 'cab', 5, attributionOf({ transfer: 5 }))));
    expect(unknown[0]).toMatchObject({ id: 'suggest:transfer:cab', elements: [] });
  });

  it.each([
    ['batch', 'Pass work on at once instead of together, Security → Change board'], ['transfer', 'Find a quicker channel Security → Change board'],
    ['calendar', 'Let the hours of Security and Change board overlap more'], ['blocking', 'Widen the limit at Change board, or start less'],
    ['interrupt', 'Shield Change board from unplanned work for part of the day'], ['priority', 'Let work at Change board go in the order in which it came'],
    ['queue', 'Give Change board one more person'], ['decision', 'Decide small cases at Change board without waiting for the meeting'],
    ['information', 'Give Change board the information with the work'], ['setup', 'Hand over with context Security → Change board, so that nobody starts anew'],
    ['clarification', 'Agree with Change board what has to be there at the handoff'], ['rework', 'Check before handing over to Change board what comes back most'],
  ] as const)('against %s: %s', (cause, sentence) => expect(told(losing('security', 'cab', 5, attributionOf({ [cause]: 5 })))).toEqual([sentence]));

  it('speak of a meeting only where there is one', () => {
    const model = sampleModel();
    const approve = model.nodes['approve'];
    if (approve?.kind !== 'step') throw new Error('The sample has it.');
    const changed = { ...evidence, scenario: { ...evidence.scenario, model: { ...model, nodes: { ...model.nodes, approve: { ...approve, approval: { decider: 'cab', when: { type: 'anyTime' as const } } } } } } };
    const result = shortOf(losing('security', 'cab', 5, attributionOf({ decision: 5 })));
    expect(suggestions(changed, result).map(({ sentence }) => say(sentence))).toEqual(['Let Change board decide sooner, or decide less']);
    // A batch before a meeting is not the meeting's doing.
    expect(told(losing('security', 'cab', 5, attributionOf({ batch: 5 })))).toEqual(['Pass work on at once instead of together, Security → Change board']);
  });
});
