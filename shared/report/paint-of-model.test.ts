import { describe, expect, it } from 'vitest';
import { sampleModel } from '../analysis/readings/sample-evidence.ts';
import { paintOfEffects } from './paint-of-effects.ts';
import { kindsOf, paintOfKinds, paintOfSureness } from './paint-of-model.ts';

const model = sampleModel();
const [flow] = Object.values(model.flows);
const [step] = Object.values(model.nodes).filter(({ kind }) => kind === 'step');
const [team] = Object.values(model.teams);
if (flow === undefined || step === undefined || team === undefined) throw new Error('The sample has a flow, a step and a team.');

describe('how sure the numbers are', () => {
  it('shows the least sure number of a step and how many are guessed, and what a team rests on at its lane', () => {
    const guessed = { ...model, nodes: { ...model.nodes, [step.id]: { ...step, rework: { value: 0.1, provenance: 'default' as const }, serviceTime: { type: 'fixed' as const, value: 1, unit: 'h' as const, provenance: 'estimated' as const } } }, teams: { ...model.teams, [team.id]: { ...team, capacity: { value: 3, provenance: 'estimated' as const } } } } as typeof model;
    const paint = paintOfSureness(guessed, 'en');
    expect(paint.nodes?.[step.id]).toMatchObject({ sureness: 'default', detail: '2 guesses', fill: 'heat2' });
    expect(paint.lanes?.[team.party]?.number).toMatch(/^◐ \d+ guess/);
  });

  it('calls what nobody marked as guessed measured', () => {
    const plain = JSON.parse(JSON.stringify(model).replaceAll(/"provenance":"(estimated|default)"/g, '"provenance":"measured"')) as typeof model;
    expect(paintOfSureness(plain, 'en').nodes?.[step.id]).toMatchObject({ sureness: 'measured', detail: 'measured' });
  });
});

describe('kinds of flow', () => {
  it('counts every flow once', () => {
    const { execution, information, decision } = kindsOf(model);
    expect(execution + information + decision).toBe(Object.keys(model.flows).length);
  });

  it('lets flows of the other kinds step back, with their handoffs', () => {
    expect(paintOfKinds(model, ['execution', 'information', 'decision']).flows).toEqual({});
    const back = paintOfKinds(model, []).flows ?? {};
    expect(Object.keys(back)).toHaveLength(Object.keys(model.flows).length);
    expect(back[flow.id]).toEqual({ dimmed: true, badge: false });
  });
});

describe('effects elsewhere', () => {
  it('marks only what moved for sure and was not touched', () => {
    const difference = (change: object) => ({ measure: 'waiting' as const, element: step.id, mean: -7200, low: -8000, high: -6000, verdict: 'better' as const, secondOrder: true, ...change });
    const paint = (differences: readonly ReturnType<typeof difference>[]) => paintOfEffects({ base: 'today', family: 1, scenarios: [{ id: 'p', differences: [...differences] }] }, 'p', model, 'en');
    expect(paint([difference({})]).nodes?.[step.id]?.chip).toEqual({ effect: 'better', text: '−2 hours' });
    expect(paint([difference({ secondOrder: false })]).nodes).toEqual({});
    expect(paint([difference({ verdict: 'unclear' })]).nodes).toEqual({});
    expect(paint([difference({ measure: 'utilisation', element: team.id, mean: 0.05, verdict: 'worse' })]).lanes?.[team.party]?.chip?.text).toBe('+5 %');
  });
});
