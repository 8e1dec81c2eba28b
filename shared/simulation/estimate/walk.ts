import type { Network } from '../network/network.ts';
import { SHIFT_END } from '../network/network.ts';
import type { WeekOf } from './demand.ts';
import { type Graph, itemsOf } from './graph.ts';
import { type Leg, passFlow, passTime, onwards, type Ticks, ticksOf, waitForTick } from './passages.ts';
import type { StationEstimate } from './stations.ts';
import { repeats } from './theory/handoff.ts';
import { alwaysOpen, delay, emptyProfile, evenProfile, fluidWait, meanRate, pass } from './week.ts';
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
  readonly approximations: Set<string>;
}

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
  /** Work that has been seen to come to each team by time of week, and from which node. */
  private readonly workOf = new Map<number, { total: number; readonly from: Map<number, Float64Array>; readonly profile: Float64Array }>();
  private final = false;
  private readonly responses = new Map<number, number[]>();

  constructor(network: Network, graph: Graph, around: Surroundings) {
    this.network = network;
    this.graph = graph;
    this.around = around;
    this.bins = around.weekOf(-1).bins;
    this.ticks = ticksOf(network, this.bins);
    this.node = Array.from({ length: network.nodes.count }, () => none);
    this.flow = Array.from({ length: network.flows.count }, () => none);
    this.waits = new Float64Array(network.steps.count);
    this.onFlow = Array.from({ length: network.flows.count });
    this.share = new Float64Array(network.flows.count);
    for (const piece of around.work.pieces) {
      const known = this.workOf.get(piece.team);
      if (known === undefined) this.workOf.set(piece.team, { total: piece.rate * piece.mean, from: new Map(), profile: emptyProfile(this.bins) });
      else known.total += piece.rate * piece.mean;
    }
    for (let flow = 0; flow < network.flows.count; flow += 1) {
      if (!(network.flows.response[flow]! > 0)) continue;
      const receiver = graph.receiverOf(flow);
      this.responses.set(receiver, [...(this.responses.get(receiver) ?? []), flow]);
    }
    // A first walk shows when work comes to teams from all sides and round loops.
    const shared = around.work.pieces.length > this.workOf.size * around.routes.length;
    if (graph.loops || shared) this.sweep();
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
      for (const [branch, flow] of itemsOf(network.nodes.out, node).entries()) {
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
        this.flow[flow] = add({ mean: along.elapsed, variance: along.variance }, this.questions(flow));
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
    return times(sum, factor);
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
    if (meeting !== undefined) leg = onwards(leg, (out) => waitForTick(out, meeting));
    const latency = samplers[steps.approvalAfter[step]!];
    if (latency !== undefined) leg = onwards(leg, (out) => passTime(out, this.around.weekOf, steps.approvalCalendar[step]!, latency));
    for (const need of itemsOf(steps.needs, step)) {
      const team = this.network.needs.bit[need]! < 0 ? this.network.needs.team[need]! : -1;
      if (team >= 0) leg = onwards(leg, (out) => this.passQuery(team, step, out));
    }
    return onwards(leg, (out) => (this.graph.steps[step]!.teams.length === 0 ? alone(out, momentsOf(this.graph.steps[step]!.service)) : this.passTeams(node, step, out)));
  }

  private passQuery(team: number, step: number, profile: Float64Array): Leg {
    const wait = this.around.stations.get(team)?.meanWait ?? 0;
    if (!Number.isFinite(wait)) return { out: profile, elapsed: Infinity, variance: 0 };
    const time = momentsOf(this.network.samplers[this.network.steps.queryTime[step]!]);
    return { ...pass(profile, this.weekOf(team), wait + time.mean), variance: time.variance + varianceOfWait(wait, this.around.stations.get(team)?.offeredLoad ?? 0) };
  }

  /** The queue of a team, or of several one after the other, set-up and service, and a promised response. */
  private passTeams(node: number, step: number, profile: Float64Array): Leg {
    const { network, around } = this;
    const { teams } = this.graph.steps[step]!;
    const [lead = -1, ...others] = [...new Set(teams)];
    if (teams.length > 1) around.approximations.add('several people at once');
    const week = this.weekOf(lead);
    const station = around.stations.get(lead);
    const time = add(momentsOf(this.graph.steps[step]!.service), around.work.setup[node]!);
    let wait = (station?.meanWait ?? 0) + this.pile(lead, node, profile, time.mean);
    for (const other of others) wait += ((around.stations.get(other)?.meanWait ?? 0) * week.openShare) / this.openShare(other);
    if (this.final) this.waits[step] = Number.isFinite(wait) ? delay(profile, week, wait) : Infinity;
    if (!Number.isFinite(wait)) return { out: profile, elapsed: Infinity, variance: 0 };
    const stretched = (time.mean + (station?.setup ?? 0)) * (station?.stretch ?? 1);
    const variance = (varianceOfWait(wait, station?.offeredLoad ?? 0) + time.variance * (station?.stretch ?? 1) ** 2) / week.openShare ** 2;
    const finishes = network.teams.atShiftEnd[lead] === SHIFT_END.finish;
    if (network.teams.atShiftEnd[lead]! > SHIFT_END.finish && !week.alwaysOpen) around.approximations.add('work done again');
    const worked: Leg = finishes
      ? onwards({ ...pass(profile, week, wait), variance: 0 }, (out) => ({ ...pass(out, around.weekOf(-1), stretched), variance }))
      : { ...pass(profile, week, wait + stretched), variance };
    return this.promised(node, lead, profile, worked);
  }

  /** A vendor without limit takes its response time, or longer where the work does. */
  private promised(node: number, team: number, profile: Float64Array, worked: Leg): Leg {
    if (this.network.teams.unlimited[team] !== 1) return worked;
    let longest = worked;
    for (const flow of this.responses.get(node) ?? []) {
      const { response, responseCalendar } = this.network.flows;
      const answered = pass(profile, this.around.weekOf(responseCalendar[flow]!), response[flow]!);
      if (answered.elapsed > longest.elapsed) longest = { ...answered, variance: 0 };
    }
    return longest;
  }

  /** Wait in open seconds for the pile that the shape of the week makes at a team. */
  private pile(team: number, node: number, profile: Float64Array, time: number): number {
    const known = this.workOf.get(team);
    const station = this.around.stations.get(team);
    if (known === undefined || station === undefined || station.speed === Infinity || known.total === 0) return 0;
    const before = known.from.get(node);
    const own = known.profile;
    let seen = 0;
    for (let bin = 0; bin < this.bins; bin += 1) {
      own[bin] = own[bin]! + (before === undefined ? profile[bin]! : profile[bin]! - before[bin]!) * time;
      seen += own[bin]!;
    }
    known.from.set(node, profile);
    if (!this.final) return 0;
    // What has not been seen yet is taken to come at the same times.
    const factor = seen > 0 ? (known.total * this.bins) / seen : 1;
    return fluidWait(known.profile, this.weekOf(team), station.speed / factor);
  }

  /** Time in question-and-answer loops of a flow: the way back, the sender's queue and answer, the way forth, the receiver's queue and set-up again. */
  private questions(flow: number): Moments {
    const { flows, samplers } = this.network;
    const p = flows.clarification[flow]!;
    const sender = teamAt(this.network, this.graph.senderOf(flow));
    const receiver = teamAt(this.network, this.graph.receiverOf(flow));
    if (!(p > 0) || sender < 0 || receiver < 0) return none;
    const way = momentsOf(samplers[flows.transfer[flow]!]).mean / this.around.weekOf(flows.transferCalendar[flow]!).openShare;
    const answer = (momentsOf(samplers[flows.answer[flow]!]).mean + this.waitAt(sender)) / this.openShare(sender);
    const again = (momentsOf(samplers[flows.setup[flow]!]).mean + this.waitAt(receiver)) / this.openShare(receiver);
    const round = 2 * way + answer + again;
    return { mean: repeats(p) * round, variance: (p / (1 - p) ** 2) * round * round };
  }

  private waitAt(team: number): number {
    return this.around.stations.get(team)?.meanWait ?? 0;
  }

  private weekOf(team: number): ReturnType<WeekOf> {
    const [first] = itemsOf(this.network.teams.units, team);
    return this.around.weekOf(first === undefined ? this.network.teams.calendar[team]! : this.network.units.calendar[first]!);
  }

  private openShare(team: number): number {
    return this.weekOf(team).openShare;
  }
}

function times(profile: Float64Array, factor: number): Float64Array {
  const scaled = emptyProfile(profile.length);
  for (let bin = 0; bin < profile.length; bin += 1) scaled[bin] = profile[bin]! * factor;
  return scaled;
}

const alone = (profile: Float64Array, { mean, variance }: Moments): Leg => ({ ...pass(profile, alwaysOpen, mean), variance });

/** Variance of a wait from its mean, as in M/M/1: ρ(2 − ρ)/(μ(1 − ρ))², the mean being ρ/(μ(1 − ρ)). */
const varianceOfWait = (wait: number, load: number): number => (load > 0 ? (wait * wait * (2 - Math.min(1, load))) / Math.min(1, load) : wait * wait);
