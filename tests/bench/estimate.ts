// How long the live estimate takes while somebody draws: at most one frame for 200 steps, 100 ms for 2,000.
import { say } from '../../shared/language/say.ts';
import type { Model } from '../../shared/document/model/model.ts';
import { startRun } from '../../shared/simulation/engine/run.ts';
import { estimateNetwork, type NetworkEstimate } from '../../shared/simulation/estimate/estimate.ts';
import { compileNetwork } from '../../shared/simulation/network/compile.ts';
import { resolveRunSettings } from '../../shared/simulation/network/run-settings.ts';
import { arrivingEvery, exponential, lognormal, ModelBuilder } from '../validation/model-builder.ts';

const limits: readonly (readonly [steps: number, milliseconds: number, rounds: number])[] = [[200, 16, 150], [2000, 100, 60]];
/** Estimates before the counted ones: whoever has drawn so much has had it estimated at every change on the way. The first is told apart. */
const before = 20;

/** A company of ten steps a team, in office hours: handoffs with transfer and questions, choices, loops and branches. */
function company(steps: number): Model {
  const teams = Math.max(1, Math.round(steps / 10));
  const builder = new ModelBuilder().start('start').end('end').with((model) => {
    model.calendars['office'] = { id: 'office', name: 'Office', weekly: (['mon', 'tue', 'wed', 'thu', 'fri'] as const).map((day) => ({ day, from: '09:00', to: '17:00' })) };
  });
  for (let team = 0; team < teams; team += 1) builder.team(`team-${team}`, 4, { calendar: 'office' });
  let made = 0;
  const step = (): string => {
    made += 1;
    builder.step(`step-${made}`, `team-${made % teams}`, lognormal(0.5, 0.4));
    return `step-${made}`;
  };
  const handoff = { transfer: { time: exponential(1) }, clarification: { probability: { value: 0.1 }, answer: exponential(0.2) } };
  let last = 'start';
  for (let block = 0; made < steps; block += 1) {
    const [split, merge] = [`split-${block}`, `merge-${block}`];
    const kind = block % 3;
    if (kind === 1) builder.fork(split).join(merge);
    else builder.gateway(split).gateway(merge);
    const first = step();
    builder.flow(last, first, { handoff }).flow(first, split);
    if (kind === 2) {
      // Back to the step before, now and then.
      builder.branch(split, first, 0.1, { rework: true }).branch(split, merge, 0.9);
    } else {
      for (const share of [0.3, 0.7]) {
        const inner = step();
        builder.flow(split, inner, kind === 0 ? { probability: { value: share } } : {}).flow(inner, merge);
      }
    }
    last = merge;
  }
  return builder.flow(last, 'end').demand('demand', 'start', arrivingEvery(exponential(6))).build();
}

/** Milliseconds that something takes. */
function timed(work: () => void): number {
  const from = performance.now();
  work();
  return performance.now() - from;
}

let slow = false;
for (const [steps, limit, rounds] of limits) {
  const model = company(steps);
  const network = compileNetwork(model);
  if (!network.ok) throw new Error(say(network.failure.message));
  const all: number[] = [];
  for (let round = 0; round < before + rounds; round += 1) {
    let estimate: NetworkEstimate | undefined;
    all.push(timed(() => { estimate = estimateNetwork(network.value); }));
    if (estimate?.leadTime === null || estimate === undefined) throw new Error('There is no estimate.');
  }
  const sorted = all.slice(before).toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
  slow ||= at(0.95) > limit;
  const compiling = Array.from({ length: 5 }, () => timed(() => compileNetwork(model))).toSorted((a, b) => a - b)[2] ?? Number.NaN;
  const replication = timed(() => {
    const run = startRun(network.value, resolveRunSettings(network.value), 0);
    while (run.advance(1_000_000) === 'more');
  });
  console.log(`${steps} steps: median ${at(0.5).toFixed(1)} ms, 95th percentile ${at(0.95).toFixed(1)} ms (at most ${limit} ms) after ${before} more, the first of all ${(all[0] ?? 0).toFixed(1)} ms; 1/${Math.round(replication / at(0.5))} of a replication (${replication.toFixed(0)} ms), compiled before in ${compiling.toFixed(1)} ms`);
}
process.exitCode = slow ? 1 : 0;
