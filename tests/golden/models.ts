// Models whose event traces are kept: between them they use every kind of event and many that fall on one instant.
import type { Model } from '../../shared/document/model/model.ts';
import { arrivingEvery, exponential, fixed, ModelBuilder } from '../validation/model-builder.ts';

const place = { process: 'page', position: { x: 0, y: 0 } } as const;

/** Forks, joins, choices, races, a loop and an attached event; whole hours, so that much happens at once. */
const structure = (): Model =>
  new ModelBuilder().start('start').fork('fork').join('join').gateway('choice').gateway('race', 'firstEvent').gateway('some', 'someOf').join('merge').end('end')
    .team('A', 2).team('B', 1).step('a', 'A', fixed(1)).step('b', 'B', fixed(2)).step('c', 'A', fixed(1)).step('d', 'B', fixed(1))
    .node({ kind: 'event', id: 'quick', ...place, trigger: 'timer', wait: fixed(1) })
    .node({ kind: 'event', id: 'answer', ...place, trigger: 'message', wait: exponential(1) })
    .node({ kind: 'event', id: 'late', ...place, trigger: 'timer', wait: fixed(3), attachedTo: 'b' })
    .path('start', 'fork', 'a', 'join', 'choice').path('fork', 'b', 'join').flow('late', 'join')
    .branch('choice', 'race', 0.75).branch('choice', 'a', 0.25, { rework: true })
    .path('race', 'quick', 'some').path('race', 'answer', 'some')
    .branch('some', 'c', 0.6).branch('some', 'd', 0.6).path('c', 'merge', 'end').path('d', 'merge')
    .demand('demand', 'start', arrivingEvery(fixed(2)), { atMost: 12 }).build();

/** Handoffs with every phase between teams of different hours. */
const handoffs = (): Model =>
  new ModelBuilder().start('start').end('end').team('A', 1, { calendar: 'office-hours' }).team('B', 2, { calendar: 'early' }).team('C', 1, { wipLimit: { limit: 2 } })
    .with((model) => (model.calendars['early'] = { id: 'early', name: 'Early', timeZone: 'Asia/Tokyo', weekly: (['mon', 'tue', 'wed', 'thu', 'fri'] as const).map((day) => ({ day, from: '09:00', to: '17:00' })) }))
    .step('a', 'A', exponential(1)).step('b', 'B', exponential(1)).step('c', 'C', exponential(2), { approval: { decider: 'A', when: { type: 'meeting', cadence: { type: 'weekly', days: ['tue', 'thu'], at: '10:00' }, atMost: 3 } } })
    .flow('start', 'a').flow('a', 'b', {
      handoff: { batch: { size: 2, timeout: { value: 6, unit: 'h' } }, transfer: { time: exponential(1), counts: 'working' }, setup: fixed(0.25), clarification: { probability: { value: 0.3 }, answer: fixed(0.5) }, rejection: { value: 0.2 } },
    }).flow('b', 'c', { handoff: { cadence: { type: 'interval', hours: 12 } } }).flow('c', 'end')
    .demand('demand', 'start', arrivingEvery(exponential(4)), { atMost: 12 }).build();

/** Priorities that preempt, interrupts, other work, protected time, patience and ageing. */
const pressure = (): Model =>
  new ModelBuilder().start('start').end('end')
    .team('A', 2, {
      discipline: 'priority', preemption: 'resume', resumePenalty: fixed(0.1), ageing: { value: 4, unit: 'h' }, protectedShare: { value: 0.1 }, otherWork: { share: { value: 0.1 } },
      interrupts: [{ id: 'calls', name: 'Calls', every: exponential(6), length: fixed(0.5) }],
    })
    .step('a', 'A', exponential(1.5)).path('start', 'a', 'end')
    .demand('urgent', 'start', arrivingEvery(exponential(5)), { atMost: 8, priority: 1 })
    .demand('usual', 'start', arrivingEvery(exponential(1.5)), { atMost: 16, priority: 2, patience: exponential(8) }).build();

export const goldenModels: Readonly<Record<string, () => Model>> = { structure, handoffs, pressure };
