import { CAUSE } from '../results/causes.ts';
import { EVENT } from './event-order.ts';
import { stepOwner } from './owners.ts';
import type { Simulation } from './simulation.ts';
import { PHASE } from './tokens.ts';
import { complete } from './completion.ts';

/**
 * A vendor without limit answers within its response time, that of the flow's own term, else of the vendor's contract:
 * what that is beyond the stated touch time counts as `queue`.
 * True where the token waits for it after its service.
 */
export function waitForResponse(sim: Simulation, token: number): boolean {
  const { tokens, network } = sim;
  const { flows, teams } = network;
  const team = tokens.team[token]!;
  if (tokens.unit[token]! >= 0 || teams.unlimited[team] === 0) return false;
  const flow = tokens.handoff[token]!;
  const own = flow >= 0 && !Number.isNaN(flows.response[flow]!);
  // The contract is about what others ask for, not about what the vendor does for itself.
  if (!own && tokens.lastTeam[token] === team) return false;
  const response = own ? flows.response[flow]! : teams.response[team]!;
  if (!(response > 0)) return false;
  const calendar = own ? flows.responseCalendar[flow]! : teams.responseCalendar[team]!;
  const promised = tokens.stageStart[token]!;
  const due = calendar < 0 ? promised + response : network.calendars[calendar]!.addWorkingTime(promised, response);
  if (due <= sim.now) return false;
  tokens.phase[token] = PHASE.response;
  tokens.since[token] = sim.now;
  sim.schedule(token, EVENT.passed, due);
  return true;
}

/** The response is there. */
export function endResponse(sim: Simulation, token: number): void {
  const { tokens, network } = sim;
  const step = network.nodes.step[tokens.node[token]!]!;
  if (sim.attribution) sim.ledger.charge(token, stepOwner(step), CAUSE.queue, sim.now - tokens.since[token]!);
  complete(sim, token);
}
