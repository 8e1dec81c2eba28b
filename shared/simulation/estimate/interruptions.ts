import { mean, squaredCv } from '../kernel/distributions.ts';
import { ACTS, CLOCK, type Network } from '../network/network.ts';

/** What breaks into the work of a team's units at any moment. */
export interface Breaks {
  /** Share of a unit's open time that is left; protected time is off as well. */
  readonly available: number;
  /** Share of a unit's open time that the breaks alone take, or of its busy time where they come with work only. */
  readonly taken: number;
  readonly length: number;
  readonly scv: number;
  /** Breaks also begin while nothing is worked on. */
  readonly anytime: boolean;
}

/** Pieces that stand in the team's own queue, rates per open second. */
interface QueuedStream {
  readonly rate: number;
  readonly mean: number;
  readonly variance: number;
  readonly scv: number;
  /** Ahead of all else. */
  readonly first: boolean;
}

/** Breaks of a team: protected time, and interrupts that pre-empt (Hopp and Spearman 2011, 8.4). */
export function breaksOf({ streams, teams, samplers }: Network, team: number): Breaks {
  const units = teams.capacity[team]!;
  let taken = 0;
  let length = 0;
  let scv = 0;
  let anytime = false;
  for (let row = 0; row < streams.count; row += 1) {
    const every = samplers[streams.every[row]!];
    const broken = samplers[streams.length[row]!];
    if (streams.team[row] !== team || !breaksInto(streams, row, units) || every === undefined || broken === undefined) continue;
    const cycle = streams.clock[row] === CLOCK.independent ? mean(every) : mean(every) + mean(broken);
    const own = mean(broken) / cycle / units;
    taken += own;
    length += own * mean(broken);
    scv += own * squaredCv(broken);
    anytime ||= streams.clock[row] !== CLOCK.whileBusy;
  }
  const available = Math.max(1e-9, 1 - teams.protectedShare[team]! - taken);
  return taken === 0 ? { available, taken, length: 0, scv: 0, anytime: false } : { available, taken, length: length / taken, scv: scv / taken, anytime };
}

/**
 * Whether an interrupt stops work at once. Where there are several units it takes an idle one first, so that it acts
 * as work ahead of all else.
 */
const breaksInto = ({ acts, clock }: Network['streams'], row: number, units: number): boolean => acts[row] === ACTS.preempt && (units === 1 || clock[row] === CLOCK.whileBusy);

/** Interrupts and other work that wait for a free unit. */
export function queuedStreams({ streams, samplers, teams }: Network, team: number): QueuedStream[] {
  const found = new Map<string, QueuedStream>();
  for (let row = 0; row < streams.count; row += 1) {
    const every = samplers[streams.every[row]!];
    const length = samplers[streams.length[row]!];
    if (streams.team[row] !== team || breaksInto(streams, row, teams.capacity[team]!) || every === undefined || length === undefined) continue;
    const cycle = streams.clock[row] === CLOCK.independent ? mean(every) : mean(every) + mean(length);
    const key = `${streams.every[row]}/${streams.length[row]}/${streams.acts[row]}`;
    const own = { rate: 1 / cycle, mean: mean(length), variance: squaredCv(length) * mean(length) ** 2, scv: squaredCv(every), first: streams.acts[row] !== ACTS.queue };
    found.set(key, { ...own, rate: own.rate + (found.get(key)?.rate ?? 0) });
  }
  return [...found.values()];
}
