import type { Calendar } from '../../document/model/calendar.ts';
import { calendarOfTeam, findCalendar, unitsOfTeam } from '../../document/model/queries.ts';
import type { Model } from '../../document/model/model.ts';
import type { Team } from '../../document/model/organisation.ts';
import { message } from '../../language/message.ts';
import { doerName, type Evidence, pluralOf } from './evidence.ts';
import type { Finding } from './finding.ts';
import { meanOf, type RunResult } from './measures.ts';
import { rounded } from './phrases.ts';

const secondsPerWeek = 604_800;

/** Hours of a team's people in one ordinary week, exceptions left out; undefined for a team without limit. */
export function hoursPerWeek(model: Model, team: Team): number | undefined {
  const people = (team.people ?? []).flatMap((id) => model.people[id] ?? []);
  if (people.length > 0 && team.unlimited !== true) {
    const own = calendarOfTeam(model, team);
    return people.reduce((sum, person) => sum + openHours((person.calendar === undefined ? undefined : findCalendar(model, person.calendar)) ?? own), 0);
  }
  const units = unitsOfTeam(team);
  return units === undefined ? undefined : units * openHours(calendarOfTeam(model, team));
}

function openHours(calendar: Calendar): number {
  return calendar.weekly.reduce((sum, interval) => sum + (hour(interval.to) - hour(interval.from)) * (interval.availability ?? 1), 0);
}

function hour(time: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number);
  return hours + minutes / 60 + seconds / 3600;
}

/** What a team would need to balance: hours of work and of people a week, and the items a week at which they meet. */
export interface Balance {
  readonly need: number;
  readonly have: number;
  /** Undefined where other work alone fills the team. */
  readonly itemsPerWeek?: number;
  readonly morePeople: number;
}

/**
 * Balance of a team from its offered load (work, interrupts and other work over its hours). Only the flow's own work
 * shrinks with the volume, so the items that balance are volume × (1 − other) / (load − other).
 */
export function balanceOf(model: Model, result: RunResult, teamId: string): Balance | undefined {
  const team = model.teams[teamId];
  const row = result.bottlenecks.find((one) => one.team === teamId);
  const measured = result.teams.find((one) => one.id === teamId);
  if (team === undefined || row === undefined || measured === undefined) return undefined;
  const have = hoursPerWeek(model, team);
  const units = unitsOfTeam(team);
  if (have === undefined || have === 0 || units === undefined) return undefined;
  const load = meanOf(row.offeredLoad);
  const other = ['otherWork', 'interrupts'].reduce((sum, part) => sum + meanOf(measured.budget[part as 'otherWork' | 'interrupts']), 0);
  const span = result.settings.horizon === null ? 0 : result.settings.horizon / secondsPerWeek;
  const perRun = result.items.started / Math.max(1, result.replicationsRun);
  const scale = other < 1 && load > other ? (1 - other) / (load - other) : undefined;
  return {
    need: load * have,
    have,
    morePeople: Math.max(1, Math.ceil(units * load - units)),
    ...(scale === undefined || span === 0 ? {} : { itemsPerWeek: (perRun / span) * scale }),
  };
}

/** The verdict instead of a mean where work piles up, always with ways out (LOOK, Words); undefined where it does not. */
export function instabilityFinding(evidence: Evidence, result: RunResult): Finding | undefined {
  const { model } = evidence.scenario;
  const { state, team: teamId, backlogPerDay } = result.verdict;
  if (state === 'stable') return undefined;
  if (state === 'terminating' && teamId === null) return undefined;
  const growth = rounded(backlogPerDay ?? 0);
  if (teamId === null) return { id: 'unstable', kind: 'unstable', sentence: message('analysis.unstableWhole', { n: growth }), elements: [] };
  const team = doerName(model, teamId);
  const balance = balanceOf(model, result, teamId);
  if (balance === undefined || balance.need <= balance.have) {
    return state === 'terminating'
      ? undefined
      : { id: 'unstable', kind: 'unstable', sentence: message('analysis.unstablePlain', { team, n: growth }), elements: [teamId] };
  }
  const hours = { team, need: rounded(balance.need), have: rounded(balance.have) };
  const rate = balance.itemsPerWeek === undefined ? undefined : rounded(balance.itemsPerWeek);
  const sentence =
    state === 'terminating'
      ? message('analysis.terminatingLoad', hours)
      : rate === undefined
        ? message('analysis.unstableLoad', hours)
        : message('analysis.unstable', { ...hours, rate, items: pluralOf(model) });
  return {
    id: 'unstable',
    kind: 'unstable',
    sentence,
    elements: [teamId],
    remedies: [
      { sentence: message('analysis.remedy.minutes', { team }), element: teamId, field: 'serviceTime' },
      { sentence: message('analysis.remedy.people', { team, n: balance.morePeople }), element: teamId, field: 'capacity' },
      ...(rate === undefined ? [] : [{ sentence: message('analysis.remedy.volume', { rate }), field: 'arrivals' }]),
    ],
  };
}
