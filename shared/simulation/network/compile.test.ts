import { describe, expect, it } from 'vitest';
import type { Model } from '../../document/model/model.ts';
import { say } from '../../language/say.ts';
import { arrivingEvery, exponential, fixed, line, ModelBuilder } from '../../../tests/validation/model-builder.ts';
import { compileNetwork } from './compile.ts';
import { faultOfSettings, resolveRunSettings } from './run-settings.ts';

const good = (): Model => line(arrivingEvery(exponential(1)), [{ service: exponential(0.5) }]);

/** Code, element and sentence with which a model is refused. */
function refusal(change: (model: Model) => void, model = good()): readonly [code: string, element: string | undefined, sentence: string] {
  change(model);
  const outcome = compileNetwork(model);
  if (outcome.ok) throw new Error('The model was not refused.');
  return [outcome.failure.code, outcome.failure.element, say(outcome.failure.message)];
}

describe('refusals name the element and the remedy in one sentence', () => {
  it('no volume', () => {
    expect(refusal((model) => delete model.demandClasses['demand']!.arrivals)).toEqual(['simulation.noVolume', 'demand', '"demand" has no volume: say how many come.']);
  });
  it('unknown team', () => {
    expect(refusal((model) => delete model.teams['team-1'])).toEqual(['simulation.unknownTeam', 'step-1', '"step-1" is done by team "team-1", which does not exist: choose another team.']);
  });
  it('zero capacity', () => {
    expect(refusal((model) => delete model.teams['team-1']!.capacity)).toEqual(['simulation.noCapacity', 'team-1', 'Team "team-1" has no capacity: give it at least one person.']);
    expect(refusal((model) => (model.teams['team-1']!.capacity = { value: 0 }))[0]).toBe('simulation.noCapacity');
  });
  it('a team that no calendar ever opens', () => {
    const closed = (model: Model): void => {
      model.calendars['never'] = { id: 'never', name: 'Never', weekly: [] };
      model.teams['team-1']!.calendar = 'never';
    };
    expect(refusal(closed)).toEqual(['simulation.neverOpens', 'team-1', 'Team "team-1" never opens in calendar "Never": give it working hours.']);
  });
  it('no service time', () => {
    const without = (model: Model): void => {
      const step = model.nodes['step-1']!;
      if (step.kind === 'step') delete step.serviceTime;
    };
    expect(refusal(without)[0]).toBe('simulation.noServiceTime');
  });
  it('a circle without exit', () => {
    const builder = new ModelBuilder().start('start').team('A', 1).step('a', 'A', fixed(1)).step('b', 'A', fixed(1)).path('start', 'a', 'b', 'a').demand('demand', 'start', arrivingEvery(fixed(1)));
    expect(refusal(() => undefined, builder.build())).toEqual(['simulation.noWayOut', 'start', '"start" never comes to an end: draw a way from it to an end.']);
  });
  it('a circle whose only exit nothing takes', () => {
    const circle = (again: number | undefined, out: number | undefined, fields: object = {}) =>
      new ModelBuilder().start('start').gateway('done').end('end').team('A', 1).step('a', 'A', fixed(1)).path('start', 'a', 'done')
        .flow('done', 'a', again === undefined ? {} : { probability: { value: again } }).flow('done', 'end', { ...fields, ...(out === undefined ? {} : { probability: { value: out } }) })
        .demand('demand', 'start', arrivingEvery(fixed(1))).build();
    const sentence = 'Nothing that comes to "done" ever comes to an end: give a way from it to an end a probability above 0.';
    expect(refusal(() => undefined, circle(1, 0))).toEqual(['simulation.noChanceOut', 'done', sentence]);
    expect(refusal(() => undefined, circle(1, undefined))[0]).toBe('simulation.noChanceOut');
    for (const fine of [circle(0.9, 0.1), circle(0.9, undefined), circle(undefined, undefined), circle(0, 1), circle(1, undefined, { otherwise: true })]) expect(compileNetwork(fine).ok).toBe(true);
  });
  it('a way that nothing takes only where there is no other', () => {
    const model = new ModelBuilder().start('start').gateway('choice').end('end').end('never').flow('start', 'choice').branch('choice', 'end', 1).branch('choice', 'never', 0).demand('demand', 'start', arrivingEvery(fixed(1))).build();
    expect(compileNetwork(model).ok).toBe(true);
  });
  it('what is done again without end', () => {
    const handoff = (value: object) => (model: Model): void => {
      Object.values(model.flows).find(({ to }) => to === 'step-1')!.handoff = value;
    };
    expect(refusal((model) => Object.assign(model.nodes['step-1']!, { rework: { value: 1 } }))).toEqual(['simulation.endlessRepeat', 'step-1', '"step-1" is done again without end: give a probability below 1.']);
    expect(refusal(handoff({ rejection: { value: 1 } }))[2]).toBe('"start → step-1" is done again without end: give a probability below 1.');
    expect(refusal(handoff({ clarification: { probability: { value: 1 } } }))[0]).toBe('simulation.endlessRepeat');
    const often = good();
    handoff({ clarification: { probability: { value: 0.99 } }, rejection: { value: 0.99 } })(often);
    expect(compileNetwork(often).ok).toBe(true);
  });
  it('a list of dates that are all over when the run starts', () => {
    const listed = (...at: string[]) => line({ type: 'list', at }, [{ service: fixed(1) }]);
    expect(refusal(() => undefined, listed('2023-12-31T23:59', '2020-01-01T00:00'))[0]).toBe('simulation.datesBeforeStart');
    expect(compileNetwork(listed('2023-12-31T23:59', '2024-01-01T00:00')).ok).toBe(true);
  });
  it('probabilities that do not sum to 1', () => {
    const model = (first: number, second: number): Model =>
      new ModelBuilder().start('start').gateway('choice').end('end').end('other').flow('start', 'choice').branch('choice', 'end', first).branch('choice', 'other', second)
        .demand('demand', 'start', arrivingEvery(fixed(1))).build();
    expect(refusal(() => undefined, model(0.5, 0.6))).toEqual(['simulation.probabilitiesDoNotSum', 'choice', 'The probabilities after "choice" sum to 1.1: make them sum to 1.']);
    expect(refusal(() => undefined, model(0.5, 0.4))[0]).toBe('simulation.probabilitiesDoNotSum');
    expect(compileNetwork(model(0.5, 0.5 + 5e-7)).ok).toBe(true);
  });
  it('a distribution without meaning', () => {
    expect(refusal((model) => (model.nodes['step-1'] = { ...model.nodes['step-1']!, serviceTime: { type: 'uniform', min: 3, max: 1, unit: 'h' } } as never))[0]).toBe('simulation.badDistribution');
    expect(refusal((model) => (model.nodes['step-1'] = { ...model.nodes['step-1']!, serviceTime: { type: 'uniform', min: -3, max: 1, unit: 'h' } } as never))[0]).toBe('simulation.negativeTime');
  });
  it('unknown start, flow end, calendar, zone and date', () => {
    expect(refusal((model) => (model.demandClasses['demand']!.start = 'nowhere'))[0]).toBe('simulation.unknownStart');
    expect(refusal((model) => (model.flows['flow-1']!.to = 'nowhere'))[0]).toBe('simulation.looseFlow');
    expect(refusal((model) => (model.teams['team-1']!.calendar = 'nowhere'))[0]).toBe('simulation.unknownCalendar');
    const outcome = compileNetwork(good(), { timeZone: 'Mars/Olympus' });
    expect(outcome.ok ? '' : outcome.failure.code).toBe('simulation.unknownTimeZone');
    const start = compileNetwork(good(), { start: 'tomorrow' });
    expect(start.ok ? '' : start.failure.code).toBe('simulation.badInstant');
  });
  it('more people at once than there are', () => {
    const both = (model: Model): void => {
      model.nodes['step-1'] = { ...model.nodes['step-1']!, requirements: [{ anyOf: [{ team: 'team-1' }], units: 2 }] } as never;
    };
    expect(refusal(both)).toEqual(['simulation.tooFewUnits', 'step-1', 'Step "step-1" needs 2 people at once and there is 1: ask for fewer or add people.']);
  });
});

it('says why settings make no run', () => {
  const fault = (horizon: number, warmUp: number) => faultOfSettings({ horizon, warmUp })?.id;
  expect([fault(0, 0), fault(NaN, 0), fault(10, 10), fault(10, 11)]).toEqual(['simulation.noHorizon', 'simulation.noHorizon', 'simulation.warmUpTooLong', 'simulation.warmUpTooLong']);
  expect([fault(10, 9), fault(Infinity, 0)]).toEqual([undefined, undefined]);
});

it('leaves out what no item can come to', () => {
  const model = good();
  model.nodes['alone'] = { kind: 'step', id: 'alone', process: 'page', position: { x: 0, y: 0 } };
  const outcome = compileNetwork(model);
  expect(outcome.ok && outcome.value.nodes.id).toEqual(['start', 'end', 'step-1']);
});

it('gives units of one need one pool, and steps of one need one queue', () => {
  const model = new ModelBuilder().start('start').end('end').team('A', 3).team('B', 2).step('a', 'A', fixed(1)).step('again', 'A', fixed(1))
    .step('either', 'A', fixed(1), { requirements: [{ anyOf: [{ team: 'A' }, { team: 'B' }] }] }).path('start', 'a', 'again', 'either', 'end').demand('demand', 'start', arrivingEvery(fixed(1))).build();
  const outcome = compileNetwork(model);
  if (!outcome.ok) throw new Error('refused');
  const { atoms, queues, steps, sets } = outcome.value;
  expect([atoms.count, [...atoms.firstUnit]]).toEqual([2, [0, 3, 5]]);
  expect(steps.queue[0]).toBe(steps.queue[1]);
  expect(steps.queue[2]).not.toBe(steps.queue[0]);
  expect([queues.count, sets.count]).toEqual([3, 3]);
});

it('runs finite demand until it is drained, and everything else to its horizon', () => {
  const network = (model: Model) => {
    const outcome = compileNetwork(model);
    if (!outcome.ok) throw new Error('refused');
    return outcome.value;
  };
  expect(resolveRunSettings(network(good()))).toMatchObject({ mode: 'steady', horizon: 180 * 86_400, replications: 30, seed: 1, confidence: 0.95 });
  expect(resolveRunSettings(network(good()), { items: 7 })).toMatchObject({ mode: 'terminating', horizon: Infinity, items: 7, warmUp: 0 });
  expect(resolveRunSettings(network(line({ type: 'list', at: ['2024-01-02T00:00'] }, [{ service: fixed(1) }])))).toMatchObject({ mode: 'terminating', horizon: Infinity });
});
