import { CAUSE } from '../results/causes.ts';
import { endAlone, endDecision } from './arrive-step.ts';
import { endCadence, endTransfer } from './flow-phases.ts';
import { PENDING } from './ledger.ts';
import { beginAnswer, endReply } from './questions.ts';
import { leaveQueue } from './queueing.ts';
import type { Simulation } from './simulation.ts';
import { leaveStepBatch, yieldLead } from './step-batches.ts';
import { PHASE } from './tokens.ts';
import { endResponse } from './response.ts';

/** A time that a token passes without a unit is over. */
export function passTime(sim: Simulation, token: number): void {
  const { tokens, network } = sim;
  tokens.event[token] = -1;
  switch (tokens.phase[token]!) {
    case PHASE.transfer:
      return endTransfer(sim, token);
    case PHASE.decision:
      return endDecision(sim, token);
    case PHASE.question:
      return beginAnswer(sim, token);
    case PHASE.reply:
      return endReply(sim, token);
    case PHASE.rejected:
      if (sim.attribution) sim.ledger.charge(token, PENDING, CAUSE.transfer, sim.now - tokens.since[token]!);
      return sim.proceed(token, PHASE.arriving);
    case PHASE.delay:
      return endAlone(sim, token);
    case PHASE.response:
      return endResponse(sim, token);
    case PHASE.timer: {
      const cause = network.nodes.isMessage[tokens.node[token]!] === 1 ? CAUSE.information : CAUSE.timer;
      if (sim.attribution) sim.ledger.charge(token, PENDING, cause, sim.now - tokens.since[token]!);
      return sim.proceed(token, PHASE.leaving);
    }
  }
}

/** A cadence lets a token pass. */
export function endTick(sim: Simulation, token: number): void {
  sim.tokens.event[token] = -1;
  endCadence(sim, token);
}

/** An item has waited as long as it would in one queue: it goes away. */
export function giveUp(sim: Simulation, token: number): void {
  const { tokens, network, sums } = sim;
  tokens.patience[token] = -1;
  if (tokens.phase[token] === PHASE.member) {
    leaveStepBatch(sim, token);
  } else {
    if (tokens.members[token]! >= 0) yieldLead(sim, token);
    leaveQueue(sim, token);
    const team = network.queues.team[tokens.queue[token]!]!;
    sums.teamJoined[team] = sums.teamJoined[team]! - 1;
  }
  sim.items.fate[tokens.item[token]!] = 2;
  sim.proceed(token, PHASE.ending);
}
