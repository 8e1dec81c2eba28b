// Lines with a fixed number of items, lines that block, and the flow rules of process redesign.
import { closed, exponential, fixed, line, ModelBuilder, arrivingEvery, type Station } from '../model-builder.ts';
import { type Case, leadTime, perReplication, throughput, throughputInWindow } from './case.ts';

const fab = (w: number, stations: readonly Station[]) => () => line(closed(w), stations);

const fabOne = (w: number, TH: number, CT: number, best: { TH: number; CT: number }): Case[] => {
  const named = { name: `Penny Fab One exp. (PWC exact) w=${w}`, inputs: '4x exp mean 2h CONWIP' };
  return [
    {
      ...named, hours: 80_000, replications: 20,
      model: fab(w, Array.from({ length: 4 }, () => ({ service: exponential(2) }))),
      expected: [throughput(TH), throughput(TH, 'TH_pwc'), leadTime(CT, 'CT')],
    },
    {
      ...named, hours: 4_800, warmUp: 480, replications: 2,
      model: fab(w, Array.from({ length: 4 }, () => ({ service: fixed(2) }))),
      expected: [throughputInWindow(best.TH, 'TH_best'), leadTime(best.CT, 'CT_best')],
    },
  ];
};

/** Stations of 1, 2, 6 and 2 machines at best; eight equal ones with random times; one batch that moves as a whole at worst. */
const fabTwo = (w: number, best: readonly [TH: number, CT: number], practical: readonly [TH: number, CT: number], worstCT: number): Case[] => {
  const named = { name: `Penny Fab Two w=${w}`, inputs: 'rb=.4 T0=20 W0=8' };
  return [
    {
      ...named, hours: 30_000, warmUp: 3_000, replications: 2,
      model: fab(w, [{ service: fixed(2) }, { service: fixed(5), servers: 2 }, { service: fixed(10), servers: 6 }, { service: fixed(3), servers: 2 }]),
      expected: [throughputInWindow(best[0], 'TH_best'), leadTime(best[1], 'CT_best')],
    },
    {
      ...named, hours: 120_000, replications: 20,
      model: fab(w, Array.from({ length: 8 }, () => ({ service: exponential(2.5) }))),
      expected: [throughput(practical[0], 'TH_pwc'), leadTime(practical[1], 'CT_pwc')],
    },
    {
      ...named, hours: 30 * worstCT, warmUp: 3 * worstCT, replications: 2,
      model: () => {
        const model = line(closed(w), Array.from({ length: 8 }, () => ({ service: fixed(2.5) })));
        for (const flow of Object.values(model.flows)) if (flow.from !== 'start') model.flows[flow.id] = { ...flow, handoff: { batch: { size: w } } };
        return model;
      },
      expected: [throughputInWindow(0.05, 'TH_worst'), leadTime(worstCT, 'CT_worst')],
    },
  ];
};

/** The first station always has work and keeps what it has done until the second one takes it. */
const blocking = (buffer: number, TH: number): Case => ({
  name: `2-station exp line, blocking after service, saturated, buffer ${buffer}`, inputs: 'mu=1', hours: 60_000, replications: 20,
  model: () => line(closed(buffer + 4), [{ service: exponential(1) }, { service: exponential(1), team: { wipLimit: { limit: buffer + 1, whenFull: 'hold' } } }]),
  expected: [throughput(TH)],
});

const everyHour = arrivingEvery(exponential(1));
const crowd = { unlimited: true };

const redesign: readonly Case[] = [
  {
    name: 'Dumas XOR', inputs: '10 then .9*20+.1*10', hours: 20_000, replications: 20,
    model: () =>
      new ModelBuilder()
        .start('start').gateway('choice').end('end').team('team', 1, crowd)
        .step('first', 'team', fixed(10)).step('often', 'team', fixed(20)).step('seldom', 'team', fixed(10))
        .path('start', 'first', 'choice').branch('choice', 'often', 0.9).branch('choice', 'seldom', 0.1).path('often', 'end').path('seldom', 'end')
        .demand('demand', 'start', everyHour)
        .build(),
    expected: [leadTime(29, 'CT')],
  },
  // Long enough for the last of those who repeat a hundred times on average.
  ...([[0.2, 35, 'CT', 20_000, 1], [0.99, 2010, 'CT99', 40_000, 5]] as const).map(([again, value, key, hours, gap]): Case => ({
    name: 'Dumas rework', inputs: '10 + 20/(1-.2)', hours, replications: 20,
    model: () => line(arrivingEvery(exponential(gap)), [{ service: fixed(10), team: crowd }, { service: fixed(20), team: crowd, step: { rework: { value: again } } }]),
    expected: [leadTime(value, key)],
  })),
  {
    // Days of 8 h, each activity a wait by plan and then its touch time; the repetition is a plain way back, so it counts as service.
    name: 'Dumas credit application', inputs: '1/(1-.2)+max(1,3)+3+.6*1+.4*2 days; TCT 2/.8+max(.5,3)+2+.6*2+.4*.5 h; 8h days', hours: 20_000, replications: 20,
    model: () => {
      const builder = new ModelBuilder().start('start').end('end').team('team', 1, crowd);
      const activity = (id: string, days: number, touch: number): void => {
        builder.node({ kind: 'event', id: `${id}-wait`, process: 'page', position: { x: 0, y: 0 }, trigger: 'timer', wait: fixed(days * 8 - touch) });
        builder.step(id, 'team', fixed(touch)).flow(`${id}-wait`, id);
      };
      activity('complete', 1, 2);
      activity('history', 1, 0.5);
      activity('income', 3, 3);
      activity('assess', 3, 2);
      activity('offer', 1, 2);
      activity('refusal', 2, 0.5);
      builder.gateway('again').gateway('checked').fork('fork').join('join').gateway('decision');
      builder.path('start', 'again', 'complete-wait').path('complete', 'checked').branch('checked', 'again', 0.2).branch('checked', 'fork', 0.8);
      builder.path('fork', 'history-wait').path('fork', 'income-wait').path('history', 'join').path('income', 'join', 'assess-wait').path('assess', 'decision');
      builder.branch('decision', 'offer-wait', 0.6).branch('decision', 'refusal-wait', 0.4).path('offer', 'end').path('refusal', 'end');
      return builder.demand('demand', 'start', everyHour).build();
    },
    expected: [
      perReplication('CT_days', 8.65, ({ leadTime: seconds, items }) => seconds / items.counted / 3600 / 8),
      perReplication('TCT_h', 8.9, ({ causes: [service], items }) => (service ?? 0) / items.counted / 3600),
      perReplication('CTE', 0.128613, ({ causes: [service], leadTime: seconds }) => (service ?? 0) / seconds),
    ],
  },
];

export const lines: readonly Case[] = [
  ...fabOne(1, 0.125, 8, { TH: 0.125, CT: 8 }),
  ...fabOne(2, 0.2, 10, { TH: 0.25, CT: 8 }),
  ...fabOne(4, 0.285714, 14, { TH: 0.5, CT: 8 }),
  ...fabOne(8, 0.363636, 22, { TH: 0.5, CT: 16 }),
  ...fabOne(12, 0.4, 30, { TH: 0.5, CT: 24 }),
  ...fabTwo(4, [0.2, 20], [0.145455, 27.5], 80),
  ...fabTwo(8, [0.4, 20], [0.213333, 37.5], 160),
  ...fabTwo(12, [0.4, 30], [0.252632, 47.5], 240),
  ...fabTwo(20, [0.4, 50], [0.296296, 67.5], 400),
  blocking(0, 0.666667),
  blocking(1, 0.75),
  ...redesign,
];
