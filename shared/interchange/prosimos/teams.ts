import type { Distribution } from '../../document/model/distribution.ts';
import type { Alternative, Step } from '../../document/model/node.ts';
import type { Team } from '../../document/model/organisation.ts';
import { message } from '../../language/message.ts';
import type { Context } from './context.ts';
import type { Pool, Resource } from './pools.ts';

/** Who can do a step, unit by unit: a team as a whole, or named people. */
interface Doer {
  readonly team: string;
  readonly person?: string;
  readonly time: Distribution;
}

/** Adds the team of each pool, with people where they differ, and makes every step of the file require whoever may do it. */
export function addTeams(pools: readonly Pool[], partyOf: ReadonlyMap<string, string>, context: Context): void {
  const { model, report } = context;
  const doers = new Map<string, Doer[]>();
  const add = (step: string, doer: Doer): void => void doers.set(step, [...(doers.get(step) ?? []), doer]);
  const before = new Set(Object.keys(model.teams));
  let people = 0;
  for (const pool of pools) {
    const id = `team-${pool.id}`;
    const party = partyOf.get(pool.id);
    if (party === undefined) continue;
    if (alike(pool.resources, context)) {
      model.teams[id] = teamAlike(id, pool, party, context);
      for (const [step, time] of pool.resources[0]?.tasks ?? []) add(step, { team: id, time });
    } else {
      const members = pool.resources.flatMap((resource) => Array.from({ length: resource.amount }, () => resource));
      const ids = members.map((resource) => {
        people += 1;
        return addPerson(resource, people, context);
      });
      const calendars = new Set(ids.map((person) => model.people[person]?.calendar));
      const [shared] = calendars;
      model.teams[id] = { id, name: pool.name, party, people: ids, ...(calendars.size === 1 && shared !== undefined && { calendar: shared }) };
      members.forEach((resource, index) => {
        const person = ids[index];
        for (const [step, time] of resource.tasks) if (person !== undefined) add(step, { team: id, person, time });
      });
      if (pool.joined) report.add('mapped', message('interchange.joinedPools', { n: pool.resources.length, team: pool.name }), id, pool.resources.length);
    }
    before.delete(id);
  }
  if (people > 0 && !context.keepNames) report.add('mapped', message('interchange.peopleNames', { n: people }));
  for (const [step, list] of doers) require(step, list, context);
  for (const team of before) if (!isRequired(team, context)) delete model.teams[team];
}

/** All resources have the same calendar, cost and times: they need no names. */
function alike(resources: readonly Resource[], { weeks }: Context): boolean {
  const [first, ...others] = resources.map((one) => JSON.stringify([one.cost, weeks.get(one.calendar), [...one.tasks].toSorted(([a], [b]) => (a < b ? -1 : 1))]));
  return others.every((other) => other === first);
}

function teamAlike(id: string, pool: Pool, party: string, context: Context): Team {
  const [first] = pool.resources;
  const capacity = pool.resources.reduce((sum, resource) => sum + resource.amount, 0);
  const weekly = first === undefined ? undefined : context.weeks.get(first.calendar);
  return {
    id, name: pool.name, party,
    capacity: { value: capacity, provenance: 'measured' },
    ...(weekly !== undefined && { calendar: context.calendars.idOf(weekly, calendarName(first?.calendar ?? '', pool.name, context)) }),
    ...(first?.cost !== undefined && { costPerHour: { value: first.cost, provenance: 'measured' as const } }),
  };
}

function addPerson(resource: Resource, number: number, context: Context): string {
  const id = context.keepNames ? `person-${resource.id}${resource.amount > 1 ? `-${number}` : ''}` : `person-${number}`;
  const weekly = context.weeks.get(resource.calendar) ?? [];
  context.model.people[id] = {
    id,
    name: context.keepNames ? resource.name : `Person ${number}`,
    calendar: context.calendars.idOf(weekly, context.keepNames ? calendarName(resource.calendar, resource.name, context) : undefined),
    ...(resource.cost !== undefined && { costPerHour: { value: resource.cost, provenance: 'measured' as const } }),
  };
  return id;
}

const calendarName = (id: string, fallback: string, { parameters }: Context): string =>
  parameters.resource_calendars.find((calendar) => calendar.id === id)?.name ?? fallback;

/** The commonest time is the step's own, the others stand with who needs them; a whole team of equals is named as the team. */
function require(id: string, doers: readonly Doer[], { model }: Context): void {
  const node = model.nodes[id];
  if (node?.kind !== 'step') return;
  const times = new Map<string, { time: Distribution; count: number }>();
  for (const { time } of doers) {
    const key = JSON.stringify(time);
    times.set(key, { time, count: (times.get(key)?.count ?? 0) + 1 });
  }
  const [common] = [...times.values()].toSorted((a, b) => b.count - a.count);
  const commonKey = JSON.stringify(common?.time);
  const anyOf: Alternative[] = [];
  for (const team of new Set(doers.map((doer) => doer.team))) {
    const members = doers.filter((doer) => doer.team === team);
    const whole = members.every((doer) => JSON.stringify(doer.time) === JSON.stringify(members[0]?.time));
    const units = model.teams[team]?.people?.length;
    const list = whole && (units === undefined || units === members.length) ? members.slice(0, 1).map((doer) => ({ ...doer, person: undefined })) : members;
    for (const { person, time } of list) {
      anyOf.push({ ...(person === undefined ? { team } : { person }), ...(JSON.stringify(time) !== commonKey && { serviceTime: time }) });
    }
  }
  const step: Step = { ...node, requirements: [{ anyOf }], ...(common !== undefined && { serviceTime: common.time }) };
  model.nodes[id] = step;
}

const isRequired = (team: string, { model }: Context): boolean =>
  Object.values(model.nodes).some((node) => node.kind === 'step' && node.requirements?.some((one) => one.anyOf.some((alternative) => alternative.team === team)) === true);
