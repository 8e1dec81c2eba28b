import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { waitingCauses } from '../../shared/analysis/measured/waiting-causes.ts';
import { parseDocument } from '../../shared/document/file/parse.ts';
import type { Model } from '../../shared/document/model/model.ts';
import { examples } from '../../shared/examples/examples.ts';
import { say } from '../../shared/language/say.ts';
import { compileNetwork } from '../../shared/simulation/network/compile.ts';
import type { Network } from '../../shared/simulation/network/network.ts';
import { resolveRunSettings } from '../../shared/simulation/network/run-settings.ts';
import { type Block, type Description, description, modelOf } from './generated-model.ts';
import { type Causes, roundTrip, type RoundTrip } from './log-round-trip.ts';
import { arrivingEvery, exponential, fixed, ModelBuilder } from './model-builder.ts';

const DAY = 86_400;

const compiled = (model: Model, options: Parameters<typeof compileNetwork>[1] = {}): Network => {
  const network = compileNetwork(model, options);
  if (!network.ok) throw new Error(say(network.failure.message));
  return network.value;
};
const once = (model: Model, format: 'csv' | 'xes' = 'csv'): RoundTrip => {
  const network = compiled(model);
  return roundTrip(network, model, resolveRunSettings(network, {}, { mode: 'terminating', horizon: 10 * DAY, period: DAY, checks: true, limits: { events: 60_000, items: 2_000, time: 1000 * DAY, instant: 1e5 } }), format);
};

/** Whoever is ready in the same instant is in order for the run, and at once for the log: then overtaking is contention there. */
const asOne = ({ prioritisation, contention, ...rest }: Causes): Causes => ({ ...rest, prioritisation: 0, contention: contention + prioritisation });
const tiesAsOne = ({ ofRun, ofLog, transitions }: RoundTrip): RoundTrip => ({
  ofRun: new Map([...ofRun].map(([pair, row]) => [pair, asOne(row)])), ofLog: new Map([...ofLog].map(([pair, row]) => [pair, asOne(row)])), transitions,
});
/** Items may be ready in the same instant: released together, decided together, or waiting for the same opening. */
const mayTie = ({ handoffs, teams, block }: Description): boolean => handoffs.length > 0 || teams.some(({ office }) => office) || JSON.stringify(block).includes('"way"');

/** Causes of all pairs of teams that differ by more than the milliseconds of the log, as sentences. */
const differences = ({ ofRun, ofLog, transitions }: RoundTrip): string[] =>
  [...new Set([...ofRun.keys(), ...ofLog.keys()])].flatMap((pair) =>
    waitingCauses.flatMap((cause) => {
      const [run, log] = [ofRun.get(pair)?.[cause] ?? 0, ofLog.get(pair)?.[cause] ?? 0];
      return Math.abs(run - log) <= 0.01 * transitions + 1e-6 * run ? [] : [`${pair}, ${cause}: ${run} in the run, ${log} in the log`];
    }));

/** Without what a log cannot tell apart: two ways at once, repeats, several people for one step, batches let go by the clock. */
const plainBlock = (block: Block): Block => {
  if (block.type === 'loop') return plainBlock(block.part);
  if (block.type !== 'step') return { type: block.type === 'choice' ? 'choice' : 'sequence', parts: block.parts.map(plainBlock) };
  const { way, ...step } = { ...block, rework: 0 };
  return way === 'meeting' || way === 'latency' ? { ...step, way } : step;
};

/** One person per team, who is only ever kept from work by other work of the log or by closing. */
const plain = ({ teams, block, handoffs, gapHours, priorities }: Description): Description => ({
  block: plainBlock(block), priorities, gapHours: gapHours * 2,
  teams: teams.map(({ office, fields: { discipline, atShiftEnd, ageing, wipLimit } }) => ({
    capacity: 1, office,
    fields: { ...(discipline && { discipline }), ...(atShiftEnd && { atShiftEnd }), ...(ageing && { ageing }), ...(wipLimit?.whenFull === 'park' && { wipLimit }) },
  })),
  handoffs: handoffs.map(({ clarification: _, rejection: _back, setup: _setup, ...handoff }) => handoff),
});

describe('the log of a run tells the same causes of waiting as the run', () => {
  it('between any two teams of generated models', { timeout: 120_000 }, () => {
    let waited = 0;
    fc.assert(
      fc.property(description, (described) => {
        const shown = plain(described);
        const both = once(modelOf(shown));
        const trip = mayTie(shown) ? tiesAsOne(both) : both;
        for (const causes of trip.ofLog.values()) waited += causes.contention + causes.prioritisation + causes.unavailability;
        expect(differences(trip)).toEqual([]);
      }),
      { numRuns: 40, seed: 4 },
    );
    expect(waited).toBeGreaterThan(1000);
  });

  it('as XES too', () => {
    const model = new ModelBuilder().start('start').end('end').team('A', 2).team('B', 1, { discipline: 'priority' })
      .step('a', 'A', fixed(1)).step('b', 'B', exponential(1)).path('start', 'a', 'b', 'end')
      .demand('low', 'start', arrivingEvery(exponential(3)), { priority: 2 }).demand('high', 'start', arrivingEvery(exponential(4)), { priority: 1 }).build();
    const trip = once(model, 'xes');
    expect(differences(trip)).toEqual([]);
    expect(trip.ofLog.get('A → B')?.prioritisation).toBeGreaterThan(0);
  });

  it('members of a batch wait for batching until the last of them has come', () => {
    const model = new ModelBuilder().start('start').end('end').team('A', 1).team('B', 1)
      .step('a', 'A', fixed(1)).step('b', 'B', fixed(1), { batching: { sizes: [{ size: 2, weight: 1 }] } }).path('start', 'a', 'b', 'end')
      .demand('demand', 'start', { type: 'list', at: ['2024-01-01T00:00Z', '2024-01-01T05:00Z'] }).build();
    // Done with a at 1 and 6: the first waits 5 h for the second.
    expect(once(model).ofLog.get('A → B')).toEqual({ batching: 5 * 3600, prioritisation: 0, contention: 0, unavailability: 0, extraneous: 0 });
  });
});

/** An example without what its log shows as part of an activity or not at all: interrupts, questions, set-up, repeats. */
function asLogged(model: Model): Model {
  const copy = structuredClone(model);
  for (const [id, { interrupts: _, protectedShare: _share, otherWork: _work, multitasking: _limit, startAt: _start, preemption: _rule, setup: _setup, ...team }] of Object.entries(copy.teams)) copy.teams[id] = team;
  for (const [id, { rework: _, handoff, ...flow }] of Object.entries(copy.flows)) {
    const { clarification: _ask, rejection: _back, setup: _setup, response: _term, ...rest } = { response: undefined, ...handoff };
    copy.flows[id] = handoff === undefined ? flow : { ...flow, handoff: rest };
  }
  for (const [id, node] of Object.entries(copy.nodes)) {
    if (node.kind !== 'step') continue;
    const { rework: _, ...step } = node;
    copy.nodes[id] = step;
  }
  return copy;
}

/** Where a log must see more waiting between teams than the run tells: of which causes, and why. */
const seesMore: Readonly<Record<string, { readonly why: string; readonly causes: readonly (keyof Causes)[] }>> = {
  'employee-onboarding': { why: 'the run follows the branch that came last, the log every branch', causes: ['contention', 'unavailability', 'extraneous'] },
  'vendor-procurement': { why: 'two steps that follow one another both ways look concurrent to a log: it waits from the step before both', causes: ['extraneous'] },
};

const total = (rows: ReadonlyMap<string, Causes>, ...causes: readonly (keyof Causes)[]): number =>
  [...rows.values()].reduce((sum, row) => sum + causes.reduce((part, cause) => part + row[cause], 0), 0);

describe.each(examples.map(({ id, text }) => ({ id, text })))('the log of the example $id', ({ id, text }) => {
  const parsed = parseDocument(text, id);
  if (!parsed.ok) throw new Error(say(parsed.failure.message));
  const { settings: { timeZone, hoursPerDay }, runSettings, model } = parsed.value;
  const logged = asLogged(model);
  const network = compiled(logged, { timeZone, hoursPerDay });
  const trip = roundTrip(network, logged, resolveRunSettings(network, runSettings, { mode: 'terminating', warmUp: 0, horizon: 60 * DAY }));

  it('tells all the waiting between teams that the run tells', () => {
    const [run, log] = [total(trip.ofRun, ...waitingCauses), total(trip.ofLog, ...waitingCauses)];
    if (seesMore[id] !== undefined) expect(log, seesMore[id].why).toBeGreaterThan(run);
    else expect(Math.abs(log / run - 1)).toBeLessThan(1e-6);
  });

  // Of several people the run looks at all who might have come, the log at the one who came: what one calls closed the other may call busy.
  it('tells each cause within one in a thousand of all waiting, and more of it only where a log must', () => {
    const all = total(trip.ofRun, ...waitingCauses);
    for (const cause of waitingCauses) {
      const more = (total(trip.ofLog, cause) - total(trip.ofRun, cause)) / all;
      if (seesMore[id]?.causes.includes(cause)) expect(more, `${cause}: ${seesMore[id].why}`).toBeGreaterThan(0.001);
      else expect(Math.abs(more), cause).toBeLessThan(0.001);
    }
  });
});
