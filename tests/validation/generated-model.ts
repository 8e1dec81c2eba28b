// Models nobody thought of: a block structure of steps, choices, forks and loops over a few teams, with handoffs.
import fc from 'fast-check';
import type { Distribution } from '../../shared/document/model/distribution.ts';
import type { Handoff } from '../../shared/document/model/flow.ts';
import type { Model } from '../../shared/document/model/model.ts';
import type { Step } from '../../shared/document/model/node.ts';
import type { Team } from '../../shared/document/model/organisation.ts';
import { arrivingEvery, exponential, fixed, ModelBuilder, uniform } from './model-builder.ts';

/** A piece of process, small enough to read when a property fails. */
export type Block =
  | { readonly type: 'step'; readonly team: number; readonly hours: Distribution; readonly rework: number; readonly way?: Way }
  | { readonly type: 'sequence' | 'choice' | 'fork' | 'some'; readonly parts: readonly Block[] }
  | { readonly type: 'loop'; readonly part: Block; readonly again: number };

/** What a step may have beside its team and its time. */
export type Way = 'batch' | 'meeting' | 'latency' | 'withNext' | 'eitherNext';

export interface Description {
  readonly teams: readonly { readonly capacity: number; readonly office: boolean; readonly fields: Partial<Team> }[];
  readonly block: Block;
  readonly handoffs: readonly Handoff[];
  readonly gapHours: number;
  readonly priorities: boolean;
  readonly patience?: Distribution;
}

/** Three fields at most, so that what does not hold can be read. */
const few = <T extends object>(fields: { [K in keyof T]: fc.Arbitrary<T[K]> }): fc.Arbitrary<Partial<T>> =>
  fc.tuple(fc.record<T>(fields), fc.subarray(Object.keys(fields), { maxLength: 3 })).map(
    ([all, names]) => Object.fromEntries(Object.entries(all).filter(([name]) => names.includes(name))) as Partial<T>,
  );

const shareOf = (most: number): fc.Arbitrary<number> => fc.integer({ min: 0, max: 4 }).map((quarter) => (quarter * most) / 4);

const hours: fc.Arbitrary<Distribution> = fc.oneof(
  fc.constantFrom(0.25, 0.5, 1, 2).map(fixed),
  fc.constantFrom(0.25, 0.5, 1).map(exponential),
  fc.constantFrom(0.5, 1).map((most) => uniform(most / 4, most)),
);

const way = fc.constantFrom<Way>('batch', 'meeting', 'latency', 'withNext', 'eitherNext');

const block = (teams: number): fc.Arbitrary<Block> =>
  fc.letrec<{ block: Block; step: Block }>((tie) => ({
    step: fc.record(
      { type: fc.constant('step' as const), team: fc.nat({ max: teams - 1 }), hours, rework: fc.constantFrom(0, 0, 0, 0.25), way },
      { requiredKeys: ['type', 'team', 'hours', 'rework'] },
    ),
    block: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      tie('step'),
      fc.record({ type: fc.constantFrom('sequence' as const, 'sequence' as const, 'choice' as const, 'fork' as const, 'some' as const), parts: fc.array(tie('block'), { minLength: 2, maxLength: 3 }) }),
      fc.record({ type: fc.constant('loop' as const), part: tie('block'), again: fc.constantFrom(0.1, 0.3) }),
    ),
  })).block;

const handoff: fc.Arbitrary<Handoff> = few({
    transfer: hours.map((time) => ({ time })),
    setup: fc.constantFrom(fixed(0.25), exponential(0.1)),
    clarification: fc.record({ probability: shareOf(0.4).map((value) => ({ value })), answer: hours }),
    rejection: shareOf(0.3).map((value) => ({ value })),
    batch: fc.record({ size: fc.integer({ min: 2, max: 3 }), timeout: fc.constant({ value: 4, unit: 'h' as const }) }),
    cadence: fc.constantFrom(
      { type: 'interval' as const, hours: 4 },
      { type: 'weekly' as const, days: ['tue' as const, 'fri' as const], at: '10:00' },
    ),
});

const interrupt = fc.record({
  id: fc.constant('call'), name: fc.constant('Call'),
  clock: fc.constantFrom('independent' as const, 'afterEnd' as const, 'whileBusy' as const),
  acts: fc.constantFrom('preempt' as const, 'queueFirst' as const, 'queue' as const),
  every: fc.constantFrom(fixed(3), exponential(5)),
  length: fc.constantFrom(fixed(0.25), exponential(0.5)),
  perUnit: fc.boolean(),
});

const team = fc.record({
  capacity: fc.integer({ min: 1, max: 3 }),
  office: fc.boolean(),
  fields: few({
      discipline: fc.constantFrom('fifo' as const, 'priority' as const, 'shortest' as const, 'dueDate' as const),
      preemption: fc.constantFrom('none' as const, 'resume' as const, 'restart' as const),
      atShiftEnd: fc.constantFrom('suspend' as const, 'finish' as const, 'restart' as const),
      protectedShare: shareOf(0.2).map((value) => ({ value })),
      otherWork: shareOf(0.4).map((value) => ({ share: { value }, pieceLength: exponential(0.5) })),
      wipLimit: fc.record({ limit: fc.integer({ min: 3, max: 6 }), whenFull: fc.constantFrom('park' as const, 'refuse' as const) }),
      setup: fc.constantFrom({ afterIdle: fixed(0.1) }, { onChange: fixed(0.2), changeBy: 'class' as const }),
      interrupts: fc.array(interrupt, { minLength: 1, maxLength: 1 }),
      resumePenalty: fc.constant(fixed(0.1)),
      multitasking: fc.constantFrom({ limit: 2 }, { limit: 3, switchCost: { value: 0.1 } }),
      startAt: fc.constantFrom(2, 3),
      handover: fc.constant(true),
      ageing: fc.constant({ value: 4, unit: 'h' as const }),
  }),
});

/** Any description, from a single step up. */
export const description: fc.Arbitrary<Description> = fc.array(team, { minLength: 1, maxLength: 4 }).chain((teams) =>
  fc.record({
    teams: fc.constant(teams),
    block: block(teams.length),
    handoffs: fc.array(handoff, { maxLength: 4 }),
    gapHours: fc.constantFrom(2, 4, 8),
    priorities: fc.boolean(),
    patience: fc.constantFrom(exponential(8)),
  }, { requiredKeys: ['teams', 'block', 'handoffs', 'gapHours', 'priorities'] }),
);

/** The description as a model with one start and one end. */
export function modelOf({ teams, block: root, handoffs, gapHours, priorities, patience }: Description): Model {
  const builder = new ModelBuilder();
  builder.with((model) => {
    model.calendars['office'] = {
      id: 'office', name: 'Office', weekly: (['mon', 'tue', 'wed', 'thu', 'fri'] as const).map((day) => ({ day, from: '09:00', to: '17:00' })),
    };
  });
  for (const [index, { capacity, office, fields }] of teams.entries()) {
    builder.team(`team-${index}`, capacity, { ...fields, ...(office ? { calendar: 'office' } : {}) });
  }
  let named = 0;
  let flows = 0;
  const id = (kind: string): string => `${kind}-${(named += 1)}`;
  const connect = (from: string, to: string, probability?: number, rework?: boolean): void => {
    const carried = handoffs.length === 0 ? undefined : handoffs[flows % handoffs.length];
    flows += 1;
    builder.flow(from, to, {
      ...(probability === undefined ? {} : { probability: { value: probability } }),
      ...(rework === true ? { rework: true } : {}),
      ...(carried === undefined ? {} : { handoff: carried }),
    });
  };
  /** Builds a block after `from` and gives its last node. */
  const add = (part: Block, from: string, probability?: number): string => {
    switch (part.type) {
      case 'step': {
        const step = id('step');
        builder.step(step, `team-${part.team}`, part.hours, { ...(part.rework > 0 ? { rework: { value: part.rework } } : {}), ...wayOf(part.way, part.team, teams.length) });
        connect(from, step, probability);
        return step;
      }
      case 'sequence': {
        let last = from;
        for (const [index, inner] of part.parts.entries()) last = add(inner, last, index === 0 ? probability : undefined);
        return last;
      }
      case 'choice': {
        const [split, merge] = [id('choice'), id('merge')];
        builder.gateway(split).gateway(merge);
        connect(from, split, probability);
        for (const inner of part.parts) connect(add(inner, split, 1 / part.parts.length), merge);
        return merge;
      }
      case 'fork':
      case 'some': {
        const [split, join] = [id(part.type), id('join')];
        if (part.type === 'fork') builder.fork(split);
        else builder.gateway(split, 'someOf');
        builder.join(join);
        connect(from, split, probability);
        for (const inner of part.parts) connect(add(inner, split, part.type === 'some' ? 0.5 : undefined), join);
        return join;
      }
      case 'loop': {
        const [entry, exit] = [id('merge'), id('again')];
        builder.gateway(entry).gateway(exit);
        connect(from, entry, probability);
        connect(add(part.part, entry), exit);
        connect(exit, entry, part.again, true);
        const out = id('merge');
        builder.gateway(out);
        connect(exit, out, 1 - part.again);
        return out;
      }
    }
  };
  builder.start('start').end('end');
  connect(add(root, 'start'), 'end');
  const fields = patience === undefined ? {} : { patience };
  builder.demand('demand', 'start', arrivingEvery(exponential(gapHours)), { due: { value: 12, unit: 'h' }, ...fields, ...(priorities ? { priority: 2 } : {}) });
  if (priorities) builder.demand('urgent', 'start', arrivingEvery(exponential(gapHours * 3)), { priority: 1, ...fields });
  return builder.build();
}

/** The fields of a step that has more to it. */
function wayOf(how: Way | undefined, own: number, teams: number): Partial<Step> {
  const [team, next] = [`team-${own}`, `team-${(own + 1) % teams}`];
  switch (how) {
    case undefined:
      return {};
    case 'batch':
      return {
        batching: {
          mode: 'parallel', sizes: [{ size: 2, weight: 1 }, { size: 3, weight: 1 }], factors: [{ size: 2, factor: 0.75 }],
          firing: [[{ attribute: 'size', comparison: '>=', value: 2 }], [{ attribute: 'oldestWait', comparison: '>=', value: 4 * 3600 }]],
        },
      };
    case 'meeting':
      return { approval: { decider: team, when: { type: 'meeting', cadence: { type: 'interval', hours: 8 }, atMost: 3 } } };
    case 'latency':
      return { approval: { decider: team, when: { type: 'anyTime', after: fixed(1) } } };
    case 'withNext':
      return teams === 1 ? {} : { requirements: [{ anyOf: [{ team }] }, { anyOf: [{ team: next }] }] };
    case 'eitherNext':
      return teams === 1 ? {} : { requirements: [{ anyOf: [{ team }, { team: next, serviceTime: fixed(0.75) }] }] };
  }
}
