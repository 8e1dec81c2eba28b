import { EVENT } from './event-order.ts';
import type { Simulation } from './simulation.ts';
import { PHASE } from './tokens.ts';

/** Who waits for the meetings of the steps, in order of arrival; linked by `tokens.next`. */
export class Meetings {
  readonly head: Int32Array;
  readonly tail: Int32Array;
  readonly planned: Uint8Array;
  readonly last: Float64Array;

  constructor(steps: number) {
    this.head = new Int32Array(steps).fill(-1);
    this.tail = new Int32Array(steps).fill(-1);
    this.planned = new Uint8Array(steps);
    this.last = new Float64Array(steps).fill(-1);
  }
}

/** A case waits for the next meeting. */
export function joinMeeting(sim: Simulation, token: number): void {
  const { tokens, network, meetings } = sim;
  const step = network.nodes.step[tokens.node[token]!]!;
  tokens.phase[token] = PHASE.meeting;
  tokens.since[token] = sim.now;
  tokens.next[token] = -1;
  const tail = meetings.tail[step]!;
  if (tail < 0) meetings.head[step] = token;
  else tokens.next[tail] = token;
  meetings.tail[step] = token;
  plan(sim, step);
}

function plan(sim: Simulation, step: number): void {
  const { network, meetings } = sim;
  if (meetings.planned[step] === 1 || meetings.head[step]! < 0) return;
  meetings.planned[step] = 1;
  const cadence = network.cadences[network.steps.meeting[step]!]!;
  // A meeting that has just been held is over.
  const time = cadence.next(meetings.last[step] === sim.now ? sim.now + 0.001 : sim.now);
  if (time < Infinity) sim.pushOther(EVENT.meeting, step, time);
}

/** The meeting takes as many cases as it can, first come first; the rest wait for the next one. Returns tokens by `take`. */
export function hold(sim: Simulation, step: number, take: (token: number) => void): void {
  const { tokens, network, meetings } = sim;
  meetings.planned[step] = 0;
  meetings.last[step] = sim.now;
  const most = network.steps.meetingMost[step]!;
  for (let taken = 0; meetings.head[step]! >= 0 && (most < 0 || taken < most); taken += 1) {
    const token = meetings.head[step]!;
    meetings.head[step] = tokens.next[token]!;
    if (meetings.head[step]! < 0) meetings.tail[step] = -1;
    take(token);
  }
  plan(sim, step);
}

/** Takes a cancelled case off the list. */
export function leaveMeeting(sim: Simulation, token: number): void {
  const { tokens, network, meetings } = sim;
  const step = network.nodes.step[tokens.node[token]!]!;
  let before = -1;
  for (let each = meetings.head[step]!; each >= 0 && each !== token; each = tokens.next[each]!) before = each;
  if (before < 0) meetings.head[step] = tokens.next[token]!;
  else tokens.next[before] = tokens.next[token]!;
  if (meetings.tail[step] === token) meetings.tail[step] = before;
}
