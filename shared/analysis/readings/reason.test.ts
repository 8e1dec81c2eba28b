import { describe, expect, it } from 'vitest';
import type { Distribution } from '../../document/model/distribution.ts';
import type { Handoff } from '../../document/model/flow.ts';
import type { Model } from '../../document/model/model.ts';
import type { Approval } from '../../document/model/organisation.ts';
import { say } from '../../language/say.ts';
import { dominatingCause, reasonOf } from './reason.ts';
import { type BoundaryResult, type Cause, causes } from './measures.ts';
import { attributionOf, sampleModel, sampleResult, sure } from './sample-evidence.ts';

/** The boundary Security → Change board, made of the given seconds; in the sample flows f2 and f3 lead across it to "approve". */
const boundaryOf = (given: Partial<Record<Cause, number>>, bothClosed = 0): BoundaryResult => {
  const [, boundary] = sampleResult().boundaries;
  if (boundary === undefined) throw new Error('The sample has it.');
  return { ...boundary, attribution: attributionOf(given), bothClosed: sure(bothClosed) };
};

const withHandoff = (handoff: Handoff, flow = 'f3'): Model => {
  const model = sampleModel();
  const changed = model.flows[flow];
  if (changed === undefined) throw new Error('The sample has it.');
  return { ...model, flows: { ...model.flows, [flow]: { ...changed, handoff } } };
};

const withApproval = (approval: Approval | undefined): Model => {
  const model = sampleModel();
  const step = model.nodes['approve'];
  if (step?.kind !== 'step') throw new Error('The sample has it.');
  const { approval: _, ...rest } = step;
  const requirements = [{ anyOf: [{ team: 'cab' }] }];
  return { ...model, nodes: { ...model.nodes, approve: approval === undefined ? { ...rest, requirements } : { ...rest, approval, requirements } } };
};

const reason = (cause: Cause, model: Model = sampleModel()): readonly [string, readonly string[]] => {
  const { clause, elements, cause: named } = reasonOf(model, sampleResult(), boundaryOf({ [cause]: 10 }));
  expect(named).toBe(cause);
  return [say(clause), elements];
};

describe('the cause behind a boundary', () => {
  it('is the one with the most time', () => {
    expect(dominatingCause(boundaryOf({ transfer: 3, setup: 5, queue: 4 }))).toEqual({ cause: 'setup', seconds: 5 });
  });

  it('is the first in the order of the table where two are equal', () => {
    expect(dominatingCause(boundaryOf({ decision: 5, transfer: 5 })).cause).toBe('transfer');
  });

  it('is neither work nor a planned wait', () => {
    expect(dominatingCause(boundaryOf({ service: 9, timer: 8, queue: 1 })).cause).toBe('queue');
  });

  it('does not count time in which both sides are closed', () => {
    expect(dominatingCause(boundaryOf({ calendar: 10, transfer: 4 }, 7))).toEqual({ cause: 'transfer', seconds: 4 });
    expect(dominatingCause(boundaryOf({ calendar: 10, transfer: 4 }, 5))).toEqual({ cause: 'calendar', seconds: 5 });
    expect(dominatingCause(boundaryOf({ transfer: 4 }, 5))).toEqual({ cause: 'transfer', seconds: 4 });
  });

  it('is the queue where nothing is lost', () => {
    expect(dominatingCause(boundaryOf({}))).toEqual({ cause: 'queue', seconds: 0 });
  });
});

describe('the reason in words', () => {
  it('names the receiver where its own state is the cause', () => {
    const told = (['calendar', 'blocking', 'interrupt', 'priority'] as const).map((cause) => reason(cause));
    expect(told).toEqual([
      ['because work reaches Change board outside working hours', ['cab']],
      ['because only so much at a time is let in at Change board', ['cab']],
      ['because unplanned and other work keeps Change board busy', ['cab']],
      ['because other work goes first at Change board', ['cab']],
    ]);
  });

  it('says how busy the receiver is from a half on', () => {
    const busy = (utilisation: number): string => {
      const teams = sampleResult().teams.map((team) => (team.id === 'cab' ? { ...team, utilisation: sure(utilisation) } : team));
      return say(reasonOf(sampleModel(), { ...sampleResult(), teams }, boundaryOf({ queue: 1 })).clause);
    };
    expect([busy(0.49), busy(0.5), busy(0.9)]).toEqual(['because of the queue at Change board', 'because 50 % of the time of Change board is taken', 'because 90 % of the time of Change board is taken']);
    expect(say(reasonOf(sampleModel(), { ...sampleResult(), teams: [] }, boundaryOf({ queue: 1 })).clause)).toBe('because of the queue at Change board');
    expect(reasonOf(sampleModel(), sampleResult(), boundaryOf({ queue: 1 })).elements).toEqual(['cab']);
  });

  it('leads to the flows or the steps where something on the way is the cause', () => {
    expect(reason('transfer')).toEqual(['because passing it on takes long', ['f2', 'f3']]);
    expect(reason('setup')).toEqual(['because Change board must get into it anew', ['f2', 'f3']]);
    expect(reason('information')).toEqual(['because information is missing at Change board', ['approve']]);
  });
});

describe('waiting for a decision', () => {
  const decides = (when: Approval['when'], decider: string | undefined = 'cab'): readonly [string, readonly string[]] =>
    reason('decision', withApproval(decider === '' ? { when } : { decider, when }));

  it('comes from a meeting and how often there is one', () => {
    const weekly = (days: readonly ('mon' | 'tue' | 'wed')[], everyWeeks?: number): string =>
      decides({ type: 'meeting', cadence: { type: 'weekly', days: [...days], at: '10:00', ...(everyWeeks === undefined ? {} : { everyWeeks }) } })[0];
    expect([weekly(['tue']), weekly(['tue'], 1), weekly(['mon', 'wed']), weekly(['tue'], 2), weekly(['mon', 'wed'], 2)]).toEqual([
      'because Change board meets weekly', 'because Change board meets weekly', 'because Change board meets 2 times a week', 'because Change board meets every 2 weeks', 'because Change board meets every 2 weeks',
    ]);
    expect(decides({ type: 'meeting', cadence: { type: 'interval', hours: 36 } })).toEqual(['because Change board meets every 36 hours', ['approve']]);
  });

  it('names the decider, else the receiver', () => {
    expect(decides({ type: 'anyTime' }, 'security')[0]).toBe('because Security must decide first');
    expect(decides({ type: 'anyTime' }, '')[0]).toBe('because Change board must decide first');
  });

  const after = (distribution: Distribution): string => decides({ type: 'anyTime', after: distribution })[0];
  it.each<[Distribution, string]>([
    [{ type: 'fixed', value: 2, unit: 'd' }, '2 days'], [{ type: 'uniform', min: 1, max: 4, unit: 'd' }, '2.5 days'], [{ type: 'triangular', min: 1, mode: 3, max: 9, unit: 'h' }, '3 hours'],
    [{ type: 'pert', min: 1, mode: 4, max: 9, unit: 'h' }, '4 hours'], [{ type: 'normal', mean: 5, sd: 1, unit: 'd' }, '5 days'], [{ type: 'exponential', mean: 6, unit: 'd' }, '6 days'],
    [{ type: 'gamma', mean: 7, sd: 1, unit: 'd' }, '7 days'], [{ type: 'erlang', k: 2, mean: 8, unit: 'd' }, '8 days'], [{ type: 'lognormal', mean: 9, sd: 1, unit: 'd' }, '9 days'],
    [{ type: 'fixed', value: 100 }, '1.7 minutes'],
  ])('takes as long as people would say: %o', (distribution, time) => expect(after(distribution)).toBe(`because a decision of Change board takes ${time}`));

  it.each<Distribution>([
    { type: 'weibull', shape: 2, scale: 3, unit: 'd' }, { type: 'empirical', values: [1, 2], unit: 'd' }, { type: 'histogram', edges: [1, 2], weights: [1], unit: 'd' }, { type: 'fixed', value: 0, unit: 'd' },
  ])('says no time where there is no single one: %o', (distribution) => expect(after(distribution)).toBe('because Change board must decide first'));

  it('leads to the steps where no approval stands behind it', () => {
    expect(reason('decision', withApproval(undefined))).toEqual(['because Change board must decide first', ['approve']]);
  });
});

describe('waiting that a handoff makes', () => {
  it('comes from a batch by its size, a cadence, or batches of a step', () => {
    expect(reason('batch', withHandoff({ batch: { size: 5 }, cadence: { type: 'interval', hours: 8 } }))).toEqual(['because it waits until 5 are together', ['f3']]);
    expect(reason('batch', withHandoff({ cadence: { type: 'interval', hours: 8 } }, 'f2'))).toEqual(['because it is passed on only at fixed times', ['f2']]);
    expect(reason('batch')).toEqual(['because work is passed on in batches', ['approve', 'f2', 'f3']]);
  });

  it('comes from questions, so many in ten', () => {
    const asks = (value: number) => reason('clarification', withHandoff({ clarification: { probability: { value } } }));
    expect(asks(0.3)).toEqual(['because of questions from Change board 3 times in 10', ['f3']]);
    expect(asks(0.25)).toEqual(['because of questions from Change board in 25 % of cases', ['f3']]);
    expect(asks(0.04)[0]).toBe('because of questions from Change board in 4 % of cases');
    expect(asks(0)).toEqual(['because Change board must ask back', ['f2', 'f3']]);
    expect(reason('clarification')).toEqual(['because Change board must ask back', ['f2', 'f3']]);
  });

  it('comes from what is sent back, one in so many', () => {
    expect(reason('rework', withHandoff({ rejection: { value: 0.2 } }))).toEqual(['because 1 in 5 is sent back by Change board', ['f3']]);
    expect(reason('rework', withHandoff({ rejection: { value: 0.3 } }))[0]).toBe('because 1 in 3 is sent back by Change board');
    expect(reason('rework', withHandoff({ rejection: { value: 0 } }))).toEqual(['because it is sent back by Change board', ['approve', 'f2', 'f3']]);
    expect(reason('rework')).toEqual(['because it is sent back by Change board', ['approve', 'f2', 'f3']]);
  });

  it('says something of every cause', () => {
    for (const cause of causes) expect(say(reasonOf(sampleModel(), sampleResult(), boundaryOf({ [cause]: 1 })).clause)).toMatch(/^because .*\w/);
  });
});
