// What must hold of every run, in words of its own: DESIGN 4 and 10, whatever the engine believes.
import { ACTS, type Network, SHIFT_END } from '../../shared/simulation/network/network.ts';
import { BUDGET, budgetParts, CAUSE, causes, CAUSES, handoffCauses } from '../../shared/simulation/results/causes.ts';
import type { ReplicationResult } from '../../shared/simulation/results/replication-result.ts';
import type { Estimate, RunResult } from '../../shared/simulation/results/run-result.ts';
import { histogramFrom } from '../../shared/simulation/statistics/histogram.ts';

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

class Faults {
  readonly list: string[] = [];

  /** Equal but for rounding, relative to `scale` where that is larger. */
  equal(what: string, a: number, b: number, scale = 0, tolerance = 1e-9): void {
    if (!(Math.abs(a - b) <= tolerance * Math.max(Math.abs(a), Math.abs(b), scale, 1))) this.list.push(`${what}: ${a} against ${b}`);
  }

  that(what: string, holds: boolean): void {
    if (!holds) this.list.push(what);
  }
}

/** Faults in the sums of one replication, as sentences; none where all holds. */
export function faultsOf(result: ReplicationResult, network: Network): string[] {
  const faults = new Faults();
  const { items, window } = result;
  const scale = result.leadTime;
  faults.equal('causes sum to the lead time', total(result.causes), result.leadTime, scale);
  faults.equal('classes sum to the items', total(result.classes.map((row) => row.items)), items.counted);
  faults.equal('classes sum to the lead time', total(result.classes.map((row) => row.leadTime)), result.leadTime, scale);
  for (const row of result.classes) faults.equal('causes of a class sum to its lead time', total(row.seconds), row.leadTime, scale);
  for (let cause = 0; cause < CAUSES; cause += 1) {
    const name = causes[cause] ?? '';
    const owned = total([...result.steps, ...result.boundaries].map(({ seconds }) => seconds[cause] ?? 0));
    faults.equal(`${name}: steps and boundaries make the whole`, owned, result.causes[cause] ?? 0, scale);
    faults.equal(`${name}: classes make the whole`, total(result.classes.map(({ seconds }) => seconds[cause] ?? 0)), result.causes[cause] ?? 0, scale);
    faults.that(`${name} is below zero`, (result.causes[cause] ?? 0) >= -1e-6);
  }
  faults.equal('what is within clarification', total(result.withinClarification), result.causes[CAUSE.clarification] ?? 0, scale);
  faults.equal('what is within rework', total(result.withinRework), result.causes[CAUSE.rework] ?? 0, scale);
  for (const { seconds, bothClosed } of result.boundaries) {
    faults.equal('a boundary holds no service', seconds[CAUSE.service] ?? 0, 0);
    faults.that('both closed is part of the calendar', bothClosed <= (seconds[CAUSE.calendar] ?? 0) + 1e-6 + 1e-9 * scale);
    faults.that('a label of a boundary is below zero', seconds.every((value) => value >= -1e-6));
  }
  const histogram = histogramFrom(result.leadTimes);
  faults.equal('the histogram counts every item', histogram.count, items.counted);
  faults.equal('the histogram holds all seconds', total(result.leadTimes.sums), result.leadTime, scale);
  // Little, in the sample.
  faults.equal('Little: work in progress is the overlap of lives', result.workArea, result.overlap, result.workArea);
  faults.equal('flow: who started is done, gone or there', items.started, items.finished + items.refused + items.abandoned + Math.max(0, items.started - items.finished - items.refused - items.abandoned));
  faults.that('flow: more left than came', items.finished + items.refused + items.abandoned <= items.started);
  for (const [index, team] of result.teams.entries()) {
    const id = network.teams.id[index] ?? '';
    if (network.teams.unlimited[index] === 1) continue;
    faults.equal(`${id}: its time on shift is spent`, total(team.budget), team.onShift, team.onShift);
    faults.that(`${id}: a part of its time is below zero`, team.budget.every((seconds) => seconds >= -1e-6 - 1e-9 * team.onShift));
    const open = openUnitSeconds(network, index, window.start, window.end);
    // Work that is finished after closing is on shift too.
    if (network.teams.atShiftEnd[index] === SHIFT_END.finish) faults.that(`${id}: on shift less than open`, team.onShift >= open * (1 - 1e-9) - 1e-6);
    else faults.equal(`${id}: units × open time is its time on shift`, open, team.onShift, team.onShift);
    faults.that(`${id}: active longer than the window`, team.activeSeconds <= (window.end - window.start) * (1 + 1e-9) + 1e-6);
  }
  return faults.list;
}

/** Faults of a replication that lost nobody and ended empty: then every visit waited within the window. */
export function faultsOfDrained(result: ReplicationResult, network: Network): string[] {
  const faults = new Faults();
  const { items } = result;
  faults.that(`it ended with "${result.ended}"`, result.ended === 'done');
  faults.equal('flow: all that started left', items.started, items.finished + items.refused + items.abandoned);
  faults.equal('flow: nobody is left behind', items.censored, 0);
  if (items.refused + items.abandoned === 0) {
    faults.equal('all that finished count', items.counted, items.finished);
    faults.equal('Little for the whole: work in progress is the lead times', result.workArea, result.leadTime, result.leadTime);
    littlePerTeam(result, network, faults);
    for (const [index, step] of result.steps.entries()) {
      const id = network.nodes.id[network.steps.node[index] ?? -1] ?? '';
      faults.equal(`Little at ${id}: its queue is the waits of its visits`, step.queueArea, step.waiting, step.waiting);
    }
  }
  return faults.list;
}

/** Who waits for a team waits at its steps, where nothing else asks for it: then parties, as sums of teams, hold too. */
function littlePerTeam(result: ReplicationResult, { teams, steps, queues, flows, needs, streams }: Network, faults: Faults): void {
  if (flows.clarification.some((share) => share > 0) || needs.bit.length > 0 || streams.acts.some((act) => act === ACTS.queue)) return;
  for (const [index, team] of result.teams.entries()) {
    const waits = total(result.steps.filter((_, step) => queues.team[steps.queue[step] ?? -1] === index).map(({ waiting }) => waiting));
    faults.equal(`Little at ${teams.id[index]}: its queue is the waits at its steps`, team.queueArea, waits, waits);
  }
}

function openUnitSeconds(network: Network, team: number, from: number, to: number): number {
  let seconds = 0;
  for (let unit = 0; unit < network.units.count; unit += 1) {
    if (network.units.team[unit] !== team) continue;
    seconds += network.calendars[network.units.calendar[unit] ?? -1]?.workingTimeBetween(from, to) ?? Number.NaN;
  }
  return seconds;
}

const meanOf = (estimate: Estimate): number => estimate.mean ?? 0;
const sumOf = (parts: Readonly<Record<string, Estimate>>, keys: readonly string[]): number => total(keys.map((key) => meanOf(parts[key] as Estimate)));

/** Faults of what is printed for a run, as sentences. */
export function faultsOfRun(result: RunResult): string[] {
  const faults = new Faults();
  const lead = meanOf(result.leadTime);
  const { attribution } = result;
  faults.equal('causes sum to the lead time', sumOf(attribution, causes), lead, lead);
  for (const cause of causes) {
    faults.equal(`${cause}: steps and boundaries make the whole`, total([...result.steps, ...result.boundaries].map((part) => meanOf(part.attribution[cause]))), meanOf(attribution[cause]), lead);
  }
  if (result.tail !== null) faults.equal('causes of the tail sum to its mean', sumOf(result.tail.attribution, causes), meanOf(result.tail.mean), lead);
  for (const demand of result.classes) faults.equal(`causes of ${demand.id} sum to its lead time`, sumOf(demand.attribution, causes), meanOf(demand.leadTime), lead);
  for (const edge of result.boundaries) {
    const name = `${edge.from} to ${edge.to}`;
    const friction = sumOf(edge.attribution, causes.filter((cause) => cause !== 'service' && cause !== 'timer')) - meanOf(edge.bothClosed);
    faults.equal(`${name}: friction is its labels`, meanOf(edge.friction), friction, lead);
    faults.equal(`${name}: the handoff's part`, meanOf(edge.madeByHandoff), sumOf(edge.attribution, handoffCauses), lead);
    faults.equal(`${name}: both parts make the friction`, meanOf(edge.madeByHandoff) + meanOf(edge.madeByLoad), meanOf(edge.friction), lead);
  }
  for (const team of result.teams) {
    faults.equal(`${team.id}: its budget sums to 1`, sumOf(team.budget, budgetParts), 1);
    faults.that(`${team.id}: utilisation is no share`, meanOf(team.utilisation) >= 0 && meanOf(team.utilisation) <= 1 + 1e-9);
    faults.that(`${team.id}: slack is below zero`, meanOf(team.budget[budgetParts[BUDGET.slack]]) >= 0);
  }
  return faults.list;
}
