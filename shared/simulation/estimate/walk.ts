import type { Network } from '../network/network.ts';
import { SHIFT_END } from '../network/network.ts';
import { type Answers, answersOf } from './answers.ts';
import type { WeekOf } from './demand.ts';
import { type Graph, itemsOf } from './graph.ts';
import { passFlow, passTime, onwards, type Ticks, ticksOf, waitForMeeting, waitForTick } from './passages.ts';
import { cutInThirds, evenWaits, type Leg, passMean, passSpread, type Waits, waitsByClock } from './spread.ts';
import type { StationEstimate } from './stations.ts';
import { passShifts, type TeamWeeks } from './team-week.ts';
import { TeamsInWeek } from './teams-in-week.ts';
import { repeats } from './theory/handoff.ts';
import { emptyProfile, evenProfile, giveBack, lentProfiles, meanRate, type WorkingWeek } from './week.ts';
import { add, type Moments, momentsOf, none, type Route, teamAt, type Work } from './work.ts';

/** How long everything takes, elapsed. */
export interface Times {
  nodeTime(node: number, itemClass: number): Moments;
  flowTime(flow: number): Moments;
  /** The part of a node's time that is worked, set-up left out. */
  touchTime(node: number): number;
  /** The way of a rejected item back over a flow. */
  wayBack(flow: number): Moments;
  /** Nobody waits at a node: its time depends on no other item. */
  unhindered(node: number): boolean;
  /** Elapsed wait in the queue of a step. */
  stepWait(step: number): number;
}

/** What the walk knows besides the graph. */
export interface Surroundings {
  readonly routes: readonly Route[];
  readonly work: Work;
  readonly stations: ReadonlyMap<number, StationEstimate>;
  readonly weekOf: WeekOf;
  readonly weeks: TeamWeeks;
  readonly approximations: Set<string>;
}

/** Steps up to which waits and what comes are gone over until they settle. */
const fewSteps = 60;

/** The profiles at every node by time of week, and the times that follow from them. */
export class Walk implements Times {
  private readonly network: Network;
  private readonly graph: Graph;
  private readonly around: Surroundings;
  private readonly bins: number;
  private readonly ticks: (cadence: number) => Ticks | undefined;
  private readonly node: Moments[];
  private readonly flow: Moments[];
  private readonly waits: Float64Array;
  /** Profiles on flows, and what each must be multiplied by. */
  private readonly onFlow: (Float64Array | undefined)[];
  private readonly share: Float64Array;
  private readonly teams: TeamsInWeek;
  private final = false;
  /** What waits are by the clock: the same for all steps of a team. */
  private readonly byClock = new Map<Waits, Float64Array>();
  private readonly quick: boolean;
  private readonly answers: Answers;

  constructor(network: Network, graph: Graph, around: Surroundings) {
    this.network = network;
    this.graph = graph;
    this.around = around;
    this.bins = around.weekOf(-1).bins;
    this.quick = network.steps.count > fewSteps;
    this.ticks = ticksOf(network, this.bins);
    this.node = Array.from({ length: network.nodes.count }, () => none);
    this.flow = Array.from({ length: network.flows.count }, () => none);
    this.waits = new Float64Array(network.steps.count);
    this.onFlow = Array.from({ length: network.flows.count });
    this.share = new Float64Array(network.flows.count);
    this.teams = new TeamsInWeek(this.bins, around.work.pieces, around.stations, around.weeks);
    this.answers = answersOf(network, graph);
    // Waits depend on when work comes, and that on waits.
    for (let walk = 0; walk < (this.quick ? 1 : 5); walk += 1) {
      this.sweep();
      if (!this.teams.update()) break;
    }
    this.final = true;
    this.sweep();
  }

  nodeTime(node: number, itemClass: number): Moments {
    const time = this.node[node]!;
    const step = this.network.nodes.step[node]!;
    const [team = -1] = this.graph.steps[step]?.teams ?? [];
    const station = this.around.stations.get(team);
    if (station === undefined) return time;
    const shift = station.waitOf(itemClass) - station.meanWait;
    return Number.isFinite(shift) && shift !== 0 ? { mean: time.mean + shift / this.openShare(team), variance: time.variance } : time;
  }

  flowTime(flow: number): Moments {
    return this.flow[flow]!;
  }

  touchTime(node: number): number {
    const step = this.network.nodes.step[node]!;
    return step < 0 ? 0 : momentsOf(this.graph.steps[step]!.service).mean;
  }

  wayBack(flow: number): Moments {
    const { mean, variance } = momentsOf(this.network.samplers[this.network.flows.transfer[flow]!]);
    const { openShare } = this.around.weekOf(this.network.flows.transferCalendar[flow]!);
    return { mean: mean / openShare, variance: variance / openShare ** 2 };
  }

  unhindered(node: number): boolean {
    return (this.graph.steps[this.network.nodes.step[node]!]?.teams ?? []).every((team) => this.network.teams.unlimited[team] === 1);
  }

  stepWait(step: number): number {
    return this.waits[step]!;
  }

  private sweep(): void {
    const { network, graph, around } = this;
    for (const node of graph.order) {
      const arriving = this.arriving(node);
      const leg = this.passNode(node, arriving);
      this.node[node] = { mean: leg.elapsed, variance: leg.variance };
      const shares = graph.shares[node]!;
      const { first, items } = network.nodes.out;
      for (let branch = 0; branch < shares.length; branch += 1) {
        const flow = items[first[node]! + branch]!;
        if (network.flows.plain[flow] === 1 && network.flows.clarification[flow] === 0) {
          this.onFlow[flow] = leg.out;
          this.share[flow] = shares[branch]!;
          continue;
        }
        const share = shares[branch]!;
        const profile = share === 1 ? leg.out : times(leg.out, share);
        const along = passFlow(network, flow, profile, around.weekOf, this.ticks, around.approximations);
        this.onFlow[flow] = along.out;
        this.share[flow] = 1;
        this.flow[flow] = add({ mean: along.elapsed, variance: along.variance }, this.questions(flow, along.out));
      }
    }
  }

  /** Shape of what comes to a node, scaled to the rate that the traffic equations give it. */
  private arriving(node: number): Float64Array {
    const { network, graph } = this;
    let expected = 0;
    const starting: Float64Array[] = [];
    for (const { itemClass, arrivals, visits } of this.around.routes) {
      expected += arrivals.rate * visits.nodes[node]!;
      if (network.classes.start[itemClass] === node) starting.push(arrivals.profile);
    }
    const incoming = graph.incoming[node]!.filter((flow) => this.onFlow[flow] !== undefined && this.share[flow]! > 0);
    const [first] = incoming;
    if (graph.holders[node]! >= 0 || (incoming.length === 0 && starting.length === 0)) return evenProfile(expected, this.bins);
    const only = starting.length === 0 && first !== undefined && incoming.length === 1 ? this.onFlow[first]! : incoming.length === 0 && starting.length === 1 ? starting[0] : undefined;
    const sum = only ?? emptyProfile(this.bins);
    if (only === undefined) {
      for (const profile of starting) for (let bin = 0; bin < this.bins; bin += 1) sum[bin] = sum[bin]! + profile[bin]!;
      for (const flow of incoming) {
        const profile = this.onFlow[flow]!;
        const share = this.share[flow]!;
        for (let bin = 0; bin < this.bins; bin += 1) sum[bin] = sum[bin]! + share * profile[bin]!;
      }
    }
    const found = meanRate(sum);
    if (found === 0) return evenProfile(expected, this.bins);
    const factor = expected / found;
    if (Math.abs(factor - 1) < 1e-9) return sum;
    return times(sum, factor, only === undefined ? sum : emptyProfile(this.bins));
  }

  private passNode(node: number, arriving: Float64Array): Leg {
    const { nodes, samplers } = this.network;
    const step = nodes.step[node]!;
    if (step >= 0) return this.passStep(node, step, arriving);
    const cadence = this.ticks(nodes.waitCadence[node]!);
    if (cadence !== undefined) return waitForTick(arriving, cadence);
    const wait = samplers[nodes.wait[node]!];
    return wait === undefined ? { out: arriving, elapsed: 0, variance: 0 } : passTime(arriving, this.around.weekOf, nodes.waitCalendar[node]!, wait);
  }

  private passStep(node: number, step: number, arriving: Float64Array): Leg {
    const { steps, samplers } = this.network;
    let leg: Leg = { out: arriving, elapsed: 0, variance: 0 };
    const meeting = this.ticks(steps.meeting[step]!);
    if (meeting !== undefined) leg = onwards(leg, (out) => waitForMeeting(out, meeting, steps.meetingMost[step]!, this.around.approximations));
    const latency = samplers[steps.approvalAfter[step]!];
    if (latency !== undefined) leg = onwards(leg, (out) => passTime(out, this.around.weekOf, steps.approvalCalendar[step]!, latency));
    for (const need of itemsOf(steps.needs, step)) {
      const team = this.network.needs.bit[need]! < 0 ? this.network.needs.team[need]! : -1;
      if (team >= 0) leg = onwards(leg, (out) => this.passQuery(team, step, out));
    }
    return onwards(leg, (out) => (this.graph.steps[step]!.teams.length === 0 ? passSpread(out, this.around.weekOf(-1), undefined, momentsOf(this.graph.steps[step]!.service)) : this.passTeams(node, step, out)));
  }

  private passQuery(team: number, step: number, profile: Float64Array): Leg {
    if (!this.keepsUp(team)) return { out: profile, elapsed: Infinity, variance: 0 };
    const time = momentsOf(this.network.samplers[this.network.steps.queryTime[step]!]);
    this.bring(team, profile, time.mean);
    return passSpread(profile, this.teams.week(team), this.teams.waits(team), time);
  }

  private keepsUp(team: number): boolean {
    return Number.isFinite(this.around.stations.get(team)?.meanWait ?? 0);
  }

  /** The queue of a team, or of several one after the other, set-up and service, and a promised response. */
  private passTeams(node: number, step: number, profile: Float64Array): Leg {
    const { network, around } = this;
    const { teams } = this.graph.steps[step]!;
    const different = teams.length > 1 ? [...new Set(teams)] : teams;
    const [lead = -1] = different;
    if (teams.length > 1) around.approximations.add('several people at once');
    const week = this.teams.week(lead);
    const station = around.stations.get(lead);
    const time = add(momentsOf(this.graph.steps[step]!.service), around.work.setup[node]!);
    for (const team of teams) this.bring(team, profile, time.mean);
    if (!different.every((team) => this.keepsUp(team))) {
      this.waits[step] = Infinity;
      return { out: profile, elapsed: Infinity, variance: 0 };
    }
    const waits = different.length === 1 ? this.teams.waits(lead) : this.together(different, week);
    const stretch = station?.stretch ?? 1;
    const stretched = { mean: (time.mean + (station?.setup ?? 0)) * stretch, variance: time.variance * stretch ** 2 };
    if (this.final) {
      this.waits[step] = this.elapsedWait(profile, week, waits);
    }
    const finishes = network.teams.atShiftEnd[lead] === SHIFT_END.finish;
    if (network.teams.atShiftEnd[lead]! > SHIFT_END.finish && !week.alwaysOpen) around.approximations.add('work done again');
    const { shifts } = around.weeks(lead);
    const worked = finishes || shifts.length > 0
      ? onwards(passSpread(profile, week, waits, none, this.final), (out) => (finishes ? passSpread(out, around.weekOf(-1), undefined, stretched, this.final) : passShifts(out, shifts, stretched)))
      : passSpread(profile, week, waits, stretched, this.final);
    return this.promised(node, lead, profile, worked);
  }

  private elapsedWait(profile: Float64Array, week: WorkingWeek, waits: Waits | undefined): number {
    const lent = lentProfiles(this.bins);
    let wait = 0;
    if (waits === undefined || waits.usual === 0 || (week.alwaysOpen && waits.even)) wait = passSpread(profile, week, waits, none, false).elapsed;
    else {
      const known = this.byClock.get(waits) ?? waitsByClock(week, waits);
      this.byClock.set(waits, known);
      let all = 0;
      for (let bin = 0; bin < this.bins; bin += 1) {
        const rate = profile[bin]!;
        if (rate === 0) continue;
        all += rate;
        wait += rate * known[bin]!;
      }
      wait = all === 0 ? 0 : wait / all;
    }
    giveBack(this.bins, lent);
    return wait;
  }

  /** Waits for several teams one after the other, in the open time of the first. */
  private together(teams: readonly number[], week: WorkingWeek): Waits {
    const all = evenWaits(this.bins, 0, 0);
    let usual = 0;
    let even = true;
    for (const team of teams) {
      const waits = this.teams.waits(team);
      if (waits === undefined) continue;
      const scale = week.openShare / this.teams.week(team).openShare;
      for (let bin = 0; bin < this.bins; bin += 1) {
        all.mean[bin] = all.mean[bin]! + scale * waits.mean[bin]!;
        all.share[bin] = 1 - (1 - all.share[bin]!) * (1 - waits.share[bin]!);
      }
      usual += scale * waits.usual;
      even &&= waits.even;
    }
    const together = { ...all, usual, even };
    cutInThirds(together, new Float64Array(this.bins));
    return together;
  }

  /** A vendor without limit takes its response time, or longer where the work does. */
  private promised(node: number, team: number, profile: Float64Array, worked: Leg): Leg {
    if (this.network.teams.unlimited[team] !== 1) return worked;
    let longest = worked;
    for (const { seconds, calendar } of this.answers.get(node) ?? []) {
      const answered = passMean(profile, this.around.weekOf(calendar), undefined, seconds);
      if (answered.elapsed > longest.elapsed) longest = answered;
    }
    return longest;
  }

  /**
   * Time in question-and-answer loops of a flow, opened after queue and set-up: the way back, the sender's queue and
   * answer, the way forth, the receiver's queue in the old place and set-up again.
   */
  private questions(flow: number, arriving: Float64Array): Moments {
    const p = this.network.flows.clarification[flow]!;
    if (!(p > 0)) return none;
    const lent = lentProfiles(this.bins);
    const time = this.askedAt(flow, p, arriving);
    // Nothing goes on from here but times.
    giveBack(this.bins, lent);
    return time;
  }

  private askedAt(flow: number, p: number, arriving: Float64Array): Moments {
    const { network, around, teams } = this;
    const { flows, samplers } = network;
    const sender = teamAt(network, this.graph.senderOf(flow));
    const receiver = teamAt(network, this.graph.receiverOf(flow));
    if (sender < 0 || receiver < 0) return none;
    if (!this.keepsUp(sender) || !this.keepsUp(receiver)) return { mean: Infinity, variance: 0 };
    const transfer = samplers[flows.transfer[flow]!];
    const setup = momentsOf(samplers[flows.setup[flow]!]);
    const answer = momentsOf(samplers[flows.answer[flow]!]);
    // In large drawings nobody would see more than the means.
    const pass: typeof passSpread = this.quick ? (profile, week, waits, work) => passMean(profile, week, waits?.mean, work.mean) : passSpread;
    const opened = pass(arriving, teams.week(receiver), teams.waits(receiver), setup).out;
    let leg: Leg = { out: opened, elapsed: 0, variance: 0 };
    const travel = (): void => {
      if (transfer !== undefined) leg = onwards(leg, (out) => pass(out, around.weekOf(flows.transferCalendar[flow]!), undefined, momentsOf(transfer)));
    };
    travel();
    this.bring(sender, leg.out, repeats(p) * answer.mean);
    leg = onwards(leg, (out) => pass(out, teams.week(sender), teams.waits(sender), answer));
    travel();
    this.bring(receiver, leg.out, repeats(p) * setup.mean);
    leg = onwards(leg, (out) => pass(out, teams.week(receiver), teams.againWaits(receiver), setup));
    const { elapsed, variance } = leg;
    return { mean: repeats(p) * elapsed, variance: repeats(p) * variance + (p / (1 - p) ** 2) * elapsed * elapsed };
  }

  /** Notes work that comes to a team, as long as its waits are still to be found. */
  private bring(team: number, profile: Float64Array, work: number): void {
    if (!this.final) this.teams.bring(team, profile, work);
  }

  private openShare(team: number): number {
    return this.teams.week(team).openShare;
  }
}

function times(profile: Float64Array, factor: number, scaled = emptyProfile(profile.length)): Float64Array {
  for (let bin = 0; bin < profile.length; bin += 1) scaled[bin] = profile[bin]! * factor;
  return scaled;
}
