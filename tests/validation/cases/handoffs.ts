// Handoffs, batches, cadences and calendars of theory.
import type { Arrivals } from '../../../shared/document/model/demand.ts';
import type { Handoff } from '../../../shared/document/model/flow.ts';
import { arrivingEvery, exponential, fixed, ModelBuilder } from '../model-builder.ts';
import { leaving, waitsAt } from '../watches.ts';
import { type Case, cause, leadTime, watched } from './case.ts';

const poisson = (rate: number) => arrivingEvery(exponential(1 / rate));
const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri'] as const;
const officeWeek = (from: string, to: string) => weekdays.map((day) => ({ day, from, to }));

/** Work at A hands over to B; both have as many people as needed, so only the handoff takes time. */
const handingOver = (rate: number, handoff: Handoff, service = fixed(0)) =>
  new ModelBuilder()
    .start('start').end('end')
    .team('a', 1, { unlimited: true }).team('b', 1, { unlimited: true })
    .step('send', 'a', fixed(0)).step('receive', 'b', service)
    .path('start', 'send').flow('send', 'receive', { handoff }).path('receive', 'end')
    .demand('demand', 'start', poisson(rate))
    .build();

/** A step whose team works Monday to Friday, 9 to 17, with as many people as needed. */
const officeStep = (hours: number, arrivals: Arrivals = poisson(1)) =>
  new ModelBuilder()
    .with((model) => (model.calendars['office'] = { id: 'office', name: 'Office', weekly: officeWeek('09:00', '17:00') }))
    .start('start').end('end')
    .team('team-1', 1, { unlimited: true, calendar: 'office' })
    .step('step-1', 'team-1', fixed(hours))
    .path('start', 'step-1', 'end')
    .demand('demand', 'start', arrivals)
    .build();

export const handoffs: readonly Case[] = [
  {
    name: 'Batch-forming delay', inputs: 'Poisson lam=2/h, batch k=10', hours: 20_000, replications: 20, quick: true,
    model: () => handingOver(2, { batch: { size: 10 } }),
    watch: leaving,
    expected: [cause(2.25, 'batch', 'mean_wait'), watched('wait_first', 4.5, 'first'), watched('wait_last', 0, 'last')],
  },
  {
    name: 'Periodic dispatch (courier/ETL every T)', inputs: 'Poisson arrivals, T=24h', hours: 20_000, replications: 20, quick: true,
    model: () => handingOver(2, { cadence: { type: 'interval', hours: 24, from: '00:00' } }),
    watch: leaving,
    expected: [cause(12, 'batch', 'mean_wait'), watched('var', 48, 'variance')],
  },
  {
    name: 'Size-or-timeout batch', inputs: 'Poisson lam=2/h, k=10 or T=3h since first item', hours: 20_000, replications: 20,
    model: () => handingOver(2, { batch: { size: 10, timeout: { value: 3, unit: 'h' } } }),
    watch: leaving,
    expected: [leadTime(1.626881, 'mean_wait'), watched('E_batch', 6.838741, 'size')],
  },
  {
    name: 'Calendar wait', inputs: 'Poisson 24/7 arrivals, inf servers, office Mon-Fri 9-17, zero service', hours: 168 * 200, replications: 20, quick: true,
    model: () => officeStep(0),
    watch: waitsAt('step-1'),
    expected: [cause(15.238095, 'calendar', 'mean_wait_h'), watched('P_wait', 0.761905)],
  },
  {
    // The longest wait: an item that comes as the office closes for the weekend.
    name: 'Calendar wait', inputs: 'Poisson 24/7 arrivals, inf servers, office Mon-Fri 9-17, zero service', hours: 168, replications: 2, mode: 'terminating',
    model: () => officeStep(0, { type: 'list', at: ['2024-01-05T17:00'] }),
    expected: [leadTime(64, 'max_wait')],
  },
  {
    name: 'Calendar task 4 work-hours', inputs: 'same, suspend/resume', hours: 168 * 200, replications: 20,
    model: () => officeStep(4),
    expected: [leadTime(22.285714, 'mean_elapsed_h')],
  },
  {
    name: 'Time zones, no overlap', inputs: 'A sends uniformly Mon-Fri 9-17 UTC, B works Mon-Fri 1-9 UTC', hours: 168 * 200, replications: 20,
    model: () =>
      new ModelBuilder()
        .with((model) => {
          model.calendars['office'] = { id: 'office', name: 'Office', weekly: officeWeek('09:00', '17:00') };
          model.calendars['night'] = { id: 'night', name: 'Early', weekly: officeWeek('01:00', '09:00') };
        })
        .start('start').end('end')
        .team('a', 1, { unlimited: true, calendar: 'office' }).team('b', 1, { unlimited: true, calendar: 'night' })
        .step('send', 'a', fixed(0)).step('receive', 'b', fixed(0))
        .path('start', 'send', 'receive', 'end')
        .demand('demand', 'start', { type: 'rate', value: 80, per: 'w', calendar: 'office' })
        .build(),
    expected: [cause(21.6, 'calendar', 'mean_wait_h')],
  },
  {
    name: 'Clarification loop', inputs: 'q=.3 per receipt, round trip 2x4h + 1h answer', hours: 30_000, replications: 20, quick: true,
    model: () =>
      handingOver(1, { transfer: { time: fixed(4) }, clarification: { probability: { value: 0.3 }, answer: fixed(1) } }),
    watch: leaving,
    expected: [cause(3.857143, 'clarification', 'extra_h'), watched('extra_rounds', 0.428571, 'rounds')],
  },
];
