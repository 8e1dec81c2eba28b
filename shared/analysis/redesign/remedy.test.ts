import { describe, expect, it } from 'vitest';
import type { Distribution } from '../../document/model/distribution.ts';
import type { Handoff } from '../../document/model/flow.ts';
import type { Model } from '../../document/model/model.ts';
import type { Approval, Team } from '../../document/model/organisation.ts';
import { applyOperation, type Operation } from '../../document/operations/all.ts';
import { message } from '../../language/message.ts';
import type { Cause } from '../readings/measures.ts';
import { sampleModel } from '../readings/sample-evidence.ts';
import { remedyOf } from './remedy.ts';

const fixed = (value: number): Distribution => ({ type: 'fixed', value, unit: 'h' });
const remedy = (cause: Cause, elements: readonly string[], model: Model = sampleModel()): readonly Operation[] =>
  remedyOf(model, { id: 's', sentence: message('analysis.noLoss'), reason: message('analysis.noLoss'), atStake: 1, cause, elements });

const withTeam = (change: Partial<Team>): Model => ({ ...sampleModel(), teams: { ...sampleModel().teams, security: { ...sampleModel().teams['security']!, ...change } } });
const withHandoff = (handoff: Handoff): Model => ({ ...sampleModel(), flows: { ...sampleModel().flows, f3: { ...sampleModel().flows['f3']!, handoff } } });
const withWhen = (when: Approval['when']): Model => {
  const approve = sampleModel().nodes['approve'];
  if (approve?.kind !== 'step') throw new Error('The sample has it.');
  return { ...sampleModel(), nodes: { ...sampleModel().nodes, approve: { ...approve, approval: { decider: 'cab', when } } } };
};

describe('a remedy for a team', () => {
  it('is one more person where work queues', () => {
    const model = withTeam({ capacity: { value: 2, provenance: 'measured' } });
    expect(remedy('queue', ['security'], model)).toEqual([{ type: 'team.setCapacity', team: 'security', capacity: { value: 3, provenance: 'measured' } }]);
    const { capacity: _, ...open } = sampleModel().teams['security']!;
    expect(remedy('queue', ['security', 'gone'], { ...sampleModel(), teams: { security: open } })).toEqual([]);
  });

  it('is half as many interrupts, each as long as before', () => {
    const interrupts = [{ id: 'i', name: 'Calls', every: fixed(3), length: fixed(1) }, { id: 'j', name: 'Visits', every: fixed(5), length: fixed(2) }];
    expect(remedy('interrupt', ['security'], withTeam({ interrupts }))).toEqual([
      { type: 'interrupt.set', team: 'security', interrupt: { ...interrupts[0], every: fixed(6) } }, { type: 'interrupt.set', team: 'security', interrupt: { ...interrupts[1], every: fixed(10) } },
    ]);
    expect(remedy('interrupt', ['security', 'gone'])).toEqual([]);
  });

  it('is the order of arrival, or no limit', () => {
    expect(remedy('priority', ['security', 'gone'])).toEqual([{ type: 'team.setDiscipline', team: 'security', discipline: 'fifo' }]);
    expect(remedy('blocking', ['security'], withTeam({ wipLimit: { limit: 3 } }))).toEqual([{ type: 'team.setWipLimit', team: 'security' }]);
    expect(remedy('blocking', ['security', 'gone'])).toEqual([]);
  });

  it('is a step that takes a quarter less', () => {
    expect(remedy('service', ['assess', 'check', 'gone'])).toEqual([{ type: 'step.scaleDuration', step: 'assess', factor: 0.75 }]);
  });
});

describe('a remedy for a decision', () => {
  const workdays = ['mon', 'tue', 'wed', 'thu', 'fri'];

  it('is a meeting every working day at its time of day, as many cases as before', () => {
    const weekly = withWhen({ type: 'meeting', atMost: 12, cadence: { type: 'weekly', days: ['tue'], at: '14:30', everyWeeks: 2 } });
    expect(remedy('decision', ['approve'], weekly)).toEqual([{ type: 'approval.setWhen', step: 'approve', when: { type: 'meeting', atMost: 12, cadence: { type: 'weekly', days: workdays, at: '14:30' } } }]);
    const interval = withWhen({ type: 'meeting', cadence: { type: 'interval', hours: 80 } });
    expect(remedy('decision', ['approve'], interval)).toEqual([{ type: 'approval.setWhen', step: 'approve', when: { type: 'meeting', cadence: { type: 'weekly', days: workdays, at: '10:00' } } }]);
  });

  it('is an answer in half the time', () => {
    expect(remedy('decision', ['approve'], withWhen({ type: 'anyTime', counts: 'elapsed', after: fixed(8) }))).toEqual([
      { type: 'approval.setWhen', step: 'approve', when: { type: 'anyTime', counts: 'elapsed', after: fixed(4) } },
    ]);
  });

  it('is none where nobody waits for it, or nothing is decided', () => {
    expect(remedy('decision', ['approve'], withWhen({ type: 'anyTime' }))).toEqual([]);
    expect(remedy('decision', ['assess', 'check', 'gone'])).toEqual([]);
  });
});

describe('a remedy for a handoff', () => {
  const rich: Handoff = {
    channel: 'email', batch: { size: 5 }, cadence: { type: 'interval', hours: 8 }, transfer: { time: fixed(4), counts: 'working' }, setup: fixed(2),
    clarification: { probability: { value: 0.4, provenance: 'estimated' }, answer: fixed(1) }, rejection: { value: 0.2, provenance: 'measured' },
  };

  it('is to pass on at once', () => {
    expect(remedy('batch', ['f3'], withHandoff(rich))).toEqual([{ type: 'handoff.setBatch', flow: 'f3' }, { type: 'handoff.setCadence', flow: 'f3' }]);
    expect(remedy('batch', ['f3'], withHandoff({ batch: { size: 2 } }))).toEqual([{ type: 'handoff.setBatch', flow: 'f3' }]);
    expect(remedy('batch', ['f3'], withHandoff({ cadence: { type: 'interval', hours: 8 } }))).toEqual([{ type: 'handoff.setCadence', flow: 'f3' }]);
  });

  it.each([
    ['transfer', { transfer: { time: fixed(2), counts: 'working' } }], ['setup', { setup: fixed(1) }],
    ['clarification', { clarification: { probability: { value: 0.2, provenance: 'estimated' }, answer: fixed(1) } }], ['rework', { rejection: { value: 0.1, provenance: 'measured' } }],
  ] as const)('against %s is half of it', (cause, set) => {
    expect(remedy(cause, ['f3'], withHandoff(rich))).toEqual([{ type: 'handoff.edit', flow: 'f3', set }]);
  });

  it('is none where the flow has nothing of it', () => {
    for (const cause of ['batch', 'transfer', 'setup', 'clarification', 'rework'] as const) {
      expect(remedy(cause, ['f3', 'gone'])).toEqual([]);
      expect(remedy(cause, ['f3'], withHandoff({}))).toEqual([]);
    }
  });
});

describe('remedies', () => {
  it('are left to people where they need an idea', () => {
    for (const cause of ['calendar', 'information', 'timer'] as const) expect(remedy(cause, ['security', 'approve', 'f3'])).toEqual([]);
  });

  it('come for every element of a suggestion, and fit the model', () => {
    const operations = remedy('queue', ['security', 'cab']);
    expect(operations).toHaveLength(2);
    const left = operations.reduce<Model>((model, operation) => {
      const applied = applyOperation(model, operation);
      if (!applied.ok) throw new Error(applied.failure.code);
      return applied.value.model;
    }, sampleModel());
    expect([left.teams['security']?.capacity?.value, left.teams['cab']?.capacity?.value]).toEqual([3, 2]);
  });
});
