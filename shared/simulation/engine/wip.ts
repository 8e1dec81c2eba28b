import { WHEN_FULL } from '../network/network.ts';
import { BUDGET, CAUSE } from '../results/causes.ts';
import { changePiece, refreshIdle, refreshMode } from './availability.ts';
import { PENDING } from './ledger.ts';
import type { Simulation } from './simulation.ts';
import { PHASE } from './tokens.ts';
import { freeUnit, giveBack, settleUnit } from './work.ts';

/**
 * Asks for a place in a team with a limit. True: it has one (or needs none). Else the token waits at the gate, perhaps
 * holding the units that worked on it, or is refused.
 */
export function enterTeam(sim: Simulation, token: number, team: number): 'in' | 'waits' | 'refused' {
  const { tokens, network } = sim;
  const limit = network.teams.wipLimit[team]!;
  if (tokens.wipTeam[token] === team) return 'in';
  if (limit === Infinity) return 'in';
  if (sim.wip[team]! < limit && sim.gateHead[team]! < 0) {
    take(sim, token, team);
    return 'in';
  }
  const rule = network.teams.whenFull[team]!;
  if (rule === WHEN_FULL.refuse) return 'refused';
  tokens.phase[token] = PHASE.gate;
  tokens.since[token] = sim.now;
  tokens.team[token] = team;
  tokens.next[token] = -1;
  tokens.previous[token] = sim.gateTail[team]!;
  if (sim.gateTail[team]! < 0) sim.gateHead[team] = token;
  else tokens.next[sim.gateTail[team]!] = token;
  sim.gateTail[team] = token;
  if (sim.probe !== undefined) sim.tell('hold', token, team, -1, 0);
  return 'waits';
}

function take(sim: Simulation, token: number, team: number): void {
  sim.wip[team] = sim.wip[team]! + 1;
  sim.tokens.wipTeam[token] = team;
}

/** The token no longer counts against its team's limit; whoever waits longest at the gate comes in. */
export function leaveTeam(sim: Simulation, token: number): void {
  const team = sim.tokens.wipTeam[token]!;
  if (team < 0) return;
  sim.tokens.wipTeam[token] = -1;
  sim.wip[team] = sim.wip[team]! - 1;
  sim.gateChecks.push(team);
}

/** Lets in who may come in now, after the tokens of this instant have moved. True where somebody did. */
export function openGates(sim: Simulation): boolean {
  const { tokens, network } = sim;
  let moved = false;
  while (sim.gateChecks.length > 0) {
    const team = sim.gateChecks.shift()!;
    while (sim.gateHead[team]! >= 0 && sim.wip[team]! < network.teams.wipLimit[team]!) {
      const token = sim.gateHead[team]!;
      unlinkGate(sim, token);
      if (sim.attribution) sim.ledger.charge(token, PENDING, CAUSE.blocking, sim.now - tokens.since[token]!);
      take(sim, token, team);
      if (tokens.unit[token]! >= 0) giveBack(sim, token);
      sim.proceed(token, PHASE.admitted);
      moved = true;
    }
  }
  return moved;
}

/** Takes a token out of the line at its team's gate. */
export function unlinkGate(sim: Simulation, token: number): void {
  const { tokens } = sim;
  const team = tokens.team[token]!;
  const next = tokens.next[token]!;
  const previous = tokens.previous[token]!;
  if (previous < 0) sim.gateHead[team] = next;
  else tokens.next[previous] = next;
  if (next < 0) sim.gateTail[team] = previous;
  else tokens.previous[next] = previous;
}

/** A finished token keeps its units until it is known whether it can go on. One that does several things at once is never held by one of them. */
export function holdUnits(sim: Simulation, token: number): void {
  const { network } = sim;
  const lead = sim.tokens.unit[token]!;
  for (let unit = lead; unit >= 0; unit = sim.following(token, unit)) {
    if (network.teams.multitasking[network.units.team[unit]!]! > 1) return giveBack(sim, token);
  }
  if (lead < 0) return;
  sim.holders.push({ token, units: sim.unitsOf(token) });
  sim.tokens.unit[token] = -1;
}

/** After the tokens of an instant have moved: units of those that stand at a gate are held, the others given back. */
export function settleHolders(sim: Simulation): void {
  const { tokens, units, network } = sim;
  for (const { token, units: kept } of sim.holders.splice(0)) {
    const stands = tokens.phase[token] === PHASE.gate && tokens.since[token] === sim.now && tokens.unit[token]! < 0;
    if (!stands || network.teams.whenFull[tokens.team[token]!] !== WHEN_FULL.hold) {
      for (const unit of kept) freeUnit(sim, unit, token);
      continue;
    }
    sim.assign(token, kept);
    for (const unit of kept) {
      units.heldBy[unit] = token;
      changePiece(sim, unit, BUDGET.blocked, units.pieceTeam[unit]!);
      refreshMode(sim, unit);
      settleUnit(sim, unit);
      refreshIdle(sim, unit);
    }
  }
}
