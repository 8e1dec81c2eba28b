import { BUDGET } from '../results/causes.ts';
import { cancelAttached } from './attached.ts';
import { leaveBatch } from './flow-phases.ts';
import { leaveMeeting } from './meetings.ts';
import { leaveQueue } from './queueing.ts';
import type { Simulation } from './simulation.ts';
import { leaveStepBatch, yieldLead } from './step-batches.ts';
import { PHASE } from './tokens.ts';
import { unlinkPaused } from './dispatch.ts';
import { leaveTeam, unlinkGate } from './wip.ts';
import { bankWork, giveBack, serveInTrees } from './work.ts';

/** Takes a token out of whatever it is in. What its units did on it lately was in vain: their time counts as abandoned. */
export function cancelWork(sim: Simulation, token: number): void {
  const { tokens, units, sums, network } = sim;
  if (tokens.members[token]! >= 0) yieldLead(sim, token);
  sim.brokenOff.delete(token);
  switch (tokens.phase[token]) {
    case PHASE.queue:
      leaveQueue(sim, token);
      sums.teamJoined[network.queues.team[tokens.queue[token]!]!]! -= 1;
      break;
    case PHASE.work:
      serveInTrees(sim, token, -1);
      if (tokens.event[token]! >= 0) bankWork(sim, token);
      for (let unit = tokens.unit[token]!; unit >= 0; unit = sim.following(token, unit)) units.part[unit] = BUDGET.abandoned;
      giveBack(sim, token);
      break;
    case PHASE.paused:
      releasePaused(sim, token);
      break;
    case PHASE.flowBatch:
    case PHASE.receiverBatch:
      leaveBatch(sim, token);
      break;
    case PHASE.stepBatch:
    case PHASE.member:
      leaveStepBatch(sim, token);
      break;
    case PHASE.meeting:
      leaveMeeting(sim, token);
      break;
    case PHASE.gate:
      unlinkGate(sim, token);
      giveBack(sim, token);
      break;
    default:
      // It may have finished in this very instant and not yet given its units back.
      if (tokens.unit[token]! >= 0) giveBack(sim, token);
  }
  sim.unschedule(token);
  if (tokens.attached[token]! >= 0) cancelAttached(sim, token);
  leaveTeam(sim, token);
}

/** Units on which the token was at work are given back; those that had put it aside keep what they do now. */
function releasePaused(sim: Simulation, token: number): void {
  const { tokens, units } = sim;
  const kept: number[] = [];
  for (let unit = tokens.unit[token]!; unit >= 0; unit = sim.following(token, unit)) {
    if (units.several[unit]?.includes(token) ?? units.current[unit] === token) kept.push(unit);
    else unlinkPaused(sim, unit, token);
  }
  sim.assign(token, kept);
  giveBack(sim, token);
}
