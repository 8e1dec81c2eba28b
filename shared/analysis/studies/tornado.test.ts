import { describe, expect, it } from 'vitest';
import { defaults } from '../../document/model/defaults.ts';
import type { Model } from '../../document/model/model.ts';
import { message } from '../../language/message.ts';
import { fail } from '../../language/outcome.ts';
import { say } from '../../language/say.ts';
import type { Guess } from '../readings/guesses.ts';
import { sampleModel, sampleResult } from '../readings/sample-evidence.ts';
import type { Measure } from './measure.ts';
import { interval, measuring } from './testing.ts';
import { tornadoModels, tornadoStudy, withInputScaled } from './tornado.ts';

const guess = (path: Guess['path'], provenance: Guess['provenance'] = 'estimated'): Guess => ({ element: String(path[1]), path, provenance });
const branch = (model: Model, flow: string): number => model.flows[flow]?.probability?.value ?? Number.NaN;
/** The sample with something more in its flows, nodes or teams. */
const withFlow = (id: string, change: object): Model => ({ ...sampleModel(), flows: { ...sampleModel().flows, [id]: { ...sampleModel().flows[id]!, ...change } } });
const withTeam = (change: object): Model => ({ ...sampleModel(), teams: { ...sampleModel().teams, security: { ...sampleModel().teams['security']!, ...change } } });

describe('one input times a factor', () => {
  it('is a whole distribution', () => {
    const scaled = withInputScaled(sampleModel(), guess(['nodes', 'assess', 'serviceTime']), 1.5);
    expect(scaled.nodes['assess']).toMatchObject({ serviceTime: { type: 'exponential', mean: 3, unit: 'h', provenance: 'estimated' } });
    expect({ ...scaled, nodes: { ...scaled.nodes, assess: sampleModel().nodes['assess'] } }).toEqual(sampleModel());
  });

  it('is a volume, though it has a type of its own', () => {
    expect(withInputScaled(sampleModel(), guess(['demandClasses', 'normal', 'arrivals']), 1.25).demandClasses['normal']?.arrivals).toMatchObject({ type: 'rate', value: 25, per: 'w' });
  });

  it('is a share, up to 1; other numbers have no such end', () => {
    const scaled = (field: string, value: number, factor: number): unknown =>
      Reflect.get(withInputScaled(withTeam({ [field]: { value } }), guess(['teams', 'security', field]), factor).teams['security'] ?? {}, field);
    for (const field of ['probability', 'rework', 'rejection', 'share', 'protectedShare', 'switchCost']) {
      expect([scaled(field, 0.6, 1.5), scaled(field, 0.8, 1.5), scaled(field, 0.8, 0.5)]).toEqual([{ value: expect.closeTo(0.9, 12) }, { value: 1 }, { value: 0.4 }]);
    }
    expect(scaled('costPerHour', 0.8, 1.5)).toEqual({ value: expect.closeTo(1.2, 12) });
  });

  it('is no number of people, nor anything that holds no number', () => {
    const population = { ...sampleModel(), demandClasses: { normal: { id: 'normal', name: 'N', start: 'start', arrivals: { type: 'closed' as const, population: { value: 9 } } } } };
    expect(withInputScaled(sampleModel(), guess(['teams', 'security', 'capacity']), 1.5)).toEqual(sampleModel());
    expect(withInputScaled(population, guess(['demandClasses', 'normal', 'arrivals', 'population']), 1.5)).toEqual(population);
    for (const path of [['nodes', 'assess', 'name'], ['nodes', 'assess', 'position'], ['processes', 'change', 'lanes', 0]] as const) expect(withInputScaled(sampleModel(), guess(path), 1.5)).toEqual(sampleModel());
    const odd = withTeam({ odd: { value: 'two' }, none: null });
    expect(withInputScaled(odd, guess(['teams', 'security', 'odd']), 2)).toEqual(odd);
    expect(withInputScaled(odd, guess(['teams', 'security', 'none']), 2)).toEqual(odd);
  });

  it('is found in a list by its place', () => {
    const every = { type: 'fixed', value: 2 } as const;
    const interrupts = [{ id: 'i', name: 'I', every, length: every }, { id: 'j', name: 'J', every, length: every }];
    expect(withInputScaled(withTeam({ interrupts }), guess(['teams', 'security', 'interrupts', 1, 'length']), 2).teams['security']?.interrupts).toEqual([
      interrupts[0], { ...interrupts[1], length: { type: 'fixed', value: 4 } },
    ]);
  });
});

describe('one branch of a decision', () => {
  const scaled = (model: Model, factor: number, flow = 'f3'): Model => withInputScaled(model, guess(['flows', flow, 'probability']), factor);

  it('leaves the rest to its siblings in their old proportions', () => {
    const extra = { id: 'f6', process: 'change', from: 'check', to: 'assess', probability: { value: 0.15, provenance: 'estimated' as const } };
    const model = { ...withFlow('f4', { probability: { value: 0.05 } }), flows: { ...withFlow('f4', { probability: { value: 0.05 } }).flows, f6: extra } };
    const moved = scaled(model, 0.5);
    expect([branch(moved, 'f3'), branch(moved, 'f4'), branch(moved, 'f6')]).toEqual([0.4, expect.closeTo(0.15, 12), expect.closeTo(0.45, 12)]);
    expect(moved.flows['f6']?.probability?.provenance).toBe('estimated');
    const full = scaled(model, 1.5);
    expect([branch(full, 'f3'), branch(full, 'f4'), branch(full, 'f6')]).toEqual([1, 0, 0]);
  });

  it('stays as it is where nothing else could take what it leaves', () => {
    const alone = withFlow('f4', { probability: { value: 0 } });
    expect(scaled(alone, 0.5)).toBe(alone);
    const { probability: _, ...bare } = sampleModel().flows['f4']!;
    const only = { ...sampleModel(), flows: { ...sampleModel().flows, f4: bare } };
    expect(scaled(only, 0.5)).toBe(only);
  });

  it('is by itself where several branches may be taken, or none is chosen among', () => {
    const check = sampleModel().nodes['check'];
    if (check?.kind !== 'gateway') throw new Error('The sample has it.');
    const someOf = { ...sampleModel(), nodes: { ...sampleModel().nodes, check: { ...check, decides: 'someOf' as const } } };
    expect([branch(scaled(someOf, 0.5), 'f3'), branch(scaled(someOf, 0.5), 'f4')]).toEqual([0.4, 0.2]);
    const afterStep = withFlow('f2', { probability: { value: 0.5 } });
    expect([branch(scaled(afterStep, 0.5, 'f2'), 'f2'), branch(scaled(afterStep, 0.5, 'f2'), 'f3')]).toEqual([0.25, 0.8]);
  });

  it('keeps to its own decision, and to its probability', () => {
    const other = withFlow('f5', { probability: { value: 0.7 } });
    expect(branch(scaled(other, 0.5), 'f5')).toBe(0.7);
    const carrying = withFlow('f3', { handoff: { rejection: { value: 0.5 } } });
    const moved = withInputScaled(carrying, guess(['flows', 'f3', 'handoff', 'rejection']), 0.5);
    expect([moved.flows['f3']?.handoff?.rejection?.value, branch(moved, 'f3'), branch(moved, 'f4')]).toEqual([0.25, 0.8, 0.2]);
  });
});

describe('what the answer depends on', () => {
  const meanOf = (model: Model): number => {
    const step = model.nodes['assess'];
    return step?.kind === 'step' && step.serviceTime?.type === 'exponential' ? step.serviceTime.mean : 0;
  };
  const study = async (measure: Measure, model = sampleModel()) => {
    const told = await tornadoStudy(model, sampleResult(), measure, interval);
    if (!told.ok) throw new Error(told.failure.code);
    return told.value;
  };

  it('is told by both ends of each input, the widest first, with its name', async () => {
    const { inputs, base, study: name } = await study(measuring((model, noise) => 10 + noise + meanOf(model) + 20 * branch(model, 'f3')));
    expect(name).toBe('tornado');
    expect(base.mean).toBeCloseTo(10 + 2 + 16, 9);
    // f3 is assumed, so it moves by a half, up to 1: 8 to 20. Its sibling f4 moves from 0.1 to 0.3, and f3 with it: 18 to 14.
    expect(inputs.map(({ element, spread, low, high }) => [element, spread, low?.mean, high?.mean])).toEqual([
      ['f3', defaults.spread.default, expect.closeTo(20, 9), expect.closeTo(32, 9)], ['f4', 0.5, expect.closeTo(30, 9), expect.closeTo(26, 9)], ['assess', 0.25, expect.closeTo(27.5, 9), expect.closeTo(28.5, 9)],
    ]);
    expect(inputs.map(({ name: input }) => say(input))).toEqual(['share of IT → Approve', 'share of IT → end', 'time for Assess']);
  });

  it('goes by the input\'s own spread', async () => {
    const assess = sampleModel().nodes['assess'];
    if (assess?.kind !== 'step' || assess.serviceTime === undefined) throw new Error('The sample has it.');
    const model = { ...sampleModel(), flows: {}, nodes: { ...sampleModel().nodes, assess: { ...assess, serviceTime: { ...assess.serviceTime, spread: 0.1 } } } };
    const { inputs } = await study(measuring((changed) => meanOf(changed)), model);
    expect(inputs.map(({ spread, low, high }) => [spread, low?.mean, high?.mean])).toEqual([[0.1, expect.closeTo(1.8, 12), expect.closeTo(2.2, 12)]]);
  });

  it('tries eight inputs at most, which is known beforehand', async () => {
    const nodes = Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`s${at}`, { ...sampleModel().nodes['assess']!, id: `s${at}` }]));
    let runs = 0;
    const counting: Measure = (model, options) => {
      runs += 1;
      // Chance calls hardly any of 17 models unstable.
      expect(options?.tests).toBe(17);
      return measuring(() => 1)(model, options);
    };
    const { inputs } = await study(counting, { ...sampleModel(), nodes, flows: {} });
    expect([inputs.length, runs, tornadoModels({ ...sampleModel(), nodes, flows: {} })]).toEqual([8, 17, 17]);
    expect(tornadoModels(sampleModel())).toBe(7);
  });

  it('has no time at an end where work piles up', async () => {
    const { inputs } = await study(measuring((model) => meanOf(model), (model) => meanOf(model) > 2));
    expect(inputs[0]).toMatchObject({ element: 'assess', low: { mean: 1.5 }, high: null });
    const other = await study(measuring((model) => 100 * branch(model, 'f3'), (model) => meanOf(model) < 2));
    expect(other.inputs[0]).toMatchObject({ element: 'assess', low: null });
  });

  it('hands on a run that is refused, whichever it is', async () => {
    for (const nth of [1, 2, 3]) {
      let runs = 0;
      const refusing: Measure = (model, options) => ((runs += 1) === nth ? Promise.resolve(fail(`refused-${nth}`, message('analysis.noLoss'))) : measuring(() => 1)(model, options));
      const told = await tornadoStudy(sampleModel(), sampleResult(), refusing, interval);
      expect(told.ok ? '' : told.failure.code).toBe(`refused-${nth}`);
    }
  });
});
