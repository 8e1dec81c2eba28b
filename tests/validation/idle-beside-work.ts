// Work conservation, watched from outside: nobody eligible is idle on shift while work waits or lies broken off.
import type { Probe, ProbeMoment } from '../../shared/simulation/engine/probe.ts';
import type { Network } from '../../shared/simulation/network/network.ts';
import { CAUSE } from '../../shared/simulation/results/causes.ts';

interface Watched extends Probe {
  readonly faults: readonly string[];
}

interface TeamState {
  /** Tokens that wait for their first unit here. */
  readonly waiting: Set<number>;
  /** Tokens that lie broken off here, and the unit that they stay with. */
  readonly broken: Map<number, number>;
  /** Units at work, and the token at hand. */
  readonly busy: Map<number, number>;
}

/**
 * Keeps its own account of who waits and who works. It sees one team per step, no interrupts, no protected share and no
 * limits: descriptions must have none of these.
 */
export function idleBesideWork({ nodes, steps, teams, units, calendars }: Network): Watched {
  const faults: string[] = [];
  const states = Array.from({ length: teams.count }, (): TeamState => ({ waiting: new Set(), broken: new Map(), busy: new Map() }));
  const members = states.map((_, team) => [...units.team].flatMap((own, unit) => (own === team ? [unit] : [])));
  const runsOn = new Map<number, number>();
  let now = 0;

  /** Nothing happens from `now` to `until`: whoever is idle must be off shift all that time. */
  const look = (until: number): void => {
    for (const [team, { waiting, broken, busy }] of states.entries()) {
      if (waiting.size === 0 && broken.size === 0) continue;
      // Started work stays with its unit, unless the team hands over (DESIGN 3.4).
      const kept = new Set<number>(teams.handover[team] === 1 && broken.size > 0 ? members[team] : broken.values());
      for (const unit of members[team] ?? []) {
        if (busy.has(unit) || (waiting.size === 0 && !kept.has(unit))) continue;
        const open = calendars[units.calendar[unit] ?? -1]?.workingTimeBetween(now, until) ?? 0;
        if (open > 1e-6) faults.push(`${teams.id[team]}: unit ${unit} is idle for ${open} s from ${now} on beside ${waiting.size} that wait and ${broken.size} broken off`);
      }
    }
  };

  const stop = (token: number): void => {
    const unit = runsOn.get(token);
    if (unit === undefined) return;
    runsOn.delete(token);
    // Whoever broke it off has begun already.
    const busy = states[units.team[unit] ?? -1]?.busy;
    if (busy?.get(unit) === token) busy.delete(unit);
  };

  return {
    faults,
    tell({ event, time, token, node, unit, work, detail }: ProbeMoment): void {
      if (time > now) {
        look(time);
        now = time;
      }
      const state = states[steps.team[nodes.step[node] ?? -1] ?? -1];
      switch (event) {
        case 'enable':
          state?.waiting.add(token);
          return;
        case 'start':
        case 'resume':
          if (work === 0) state?.waiting.delete(token);
          for (const each of states) each.broken.delete(token);
          if (unit < 0) return;
          runsOn.set(token, unit);
          states[units.team[unit] ?? -1]?.busy.set(unit, token);
          return;
        case 'pause':
          // What a closing breaks off stays with its unit and goes on by itself.
          if (detail === CAUSE.calendar) return;
          stop(token);
          states[units.team[unit] ?? -1]?.broken.set(token, unit);
          return;
        case 'end':
          if (detail === 1) stop(token);
          return;
        case 'question':
          stop(token);
          return;
        case 'arrive': case 'ready': case 'handoff': case 'reject': case 'repeat': case 'interrupt': case 'fire': case 'hold': case 'cancel': case 'finish': case 'refuse': case 'abandon':
          return;
      }
    },
  };
}
