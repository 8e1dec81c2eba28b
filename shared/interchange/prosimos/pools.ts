import type { Distribution } from '../../document/model/distribution.ts';
import { message } from '../../language/message.ts';
import { type Context, nodeName, stepOf } from './context.ts';
import { readDistribution } from './distributions.ts';
import { Refusal } from './refusal.ts';

/** A resource of the file with what it does. */
export interface Resource {
  readonly id: string;
  readonly name: string;
  readonly profile: string;
  readonly amount: number;
  readonly cost?: number;
  readonly calendar: string;
  /** Time of each task that it may do. */
  readonly tasks: Map<string, Distribution>;
}

/** Resources that become one team: a profile, or one-person profiles that share work. */
export interface Pool {
  readonly name: string;
  readonly id: string;
  readonly resources: readonly Resource[];
  /** One-person profiles were put together. */
  readonly joined: boolean;
}

/** The resources of the file by profile, with their times. Throws a refusal where ids do not fit or numbers are wrong. */
export function readResources(context: Context): Resource[] {
  const { parameters, file, model } = context;
  const resources = new Map<string, Resource>();
  for (const profile of parameters.resource_profiles) {
    for (const raw of profile.resource_list) {
      const name = raw.name ?? raw.id;
      const amount = raw.amount ?? 1;
      if (!Number.isInteger(amount) || amount < 1) throw new Refusal(message('interchange.resourceAmount', { file, name, amount }));
      if (raw.cost_per_hour !== undefined && raw.cost_per_hour < 0) throw new Refusal(message('interchange.resourceCost', { file, name }));
      if (raw.calendar === undefined || !context.weeks.has(raw.calendar)) throw new Refusal(message('interchange.unknownCalendar', { file, name, id: raw.calendar ?? '–' }));
      resources.set(raw.id, {
        id: raw.id, name, profile: profile.id, amount, calendar: raw.calendar, tasks: new Map(),
        ...(raw.cost_per_hour !== undefined && { cost: raw.cost_per_hour }),
      });
    }
  }
  for (const task of parameters.task_resource_distribution) {
    const step = stepOf(task.task_id, context);
    for (const raw of task.resources) {
      const resource = resources.get(raw.resource_id);
      if (resource === undefined) throw new Refusal(message('interchange.unknownResource', { file, id: raw.resource_id, task: nodeName(step.id, context) }), step.id);
      resource.tasks.set(step.id, readDistribution(raw, context.dialect, { file, where: model.nodes[step.id]?.name ?? step.id, element: step.id }));
    }
  }
  return [...resources.values()];
}

/**
 * Which resources form a team. A profile is one; profiles of one person each that can do the same task belong together,
 * unless a lane of the drawing has the profile's name.
 */
export function readPools(resources: readonly Resource[], context: Context, name: string): Pool[] {
  const { parameters, model } = context;
  const laneNames = new Set(Object.values(model.processes).flatMap((process) => process.lanes.map((lane) => model.parties[lane.party]?.name.trim().toLowerCase())));
  const byProfile = new Map<string, Resource[]>(parameters.resource_profiles.map((profile) => [profile.id, []]));
  for (const resource of resources) byProfile.get(resource.profile)?.push(resource);
  const nameOf = (id: string): string => parameters.resource_profiles.find((profile) => profile.id === id)?.name ?? id;
  const single = (list: readonly Resource[], id: string): boolean => list.length === 1 && list[0]?.amount === 1 && !laneNames.has(nameOf(id).trim().toLowerCase());

  const leader = new Map<string, string>();
  const find = (id: string): string => {
    let root = id;
    for (let next = leader.get(root); next !== undefined && next !== root; next = leader.get(root)) root = next;
    leader.set(id, root);
    return root;
  };
  const firstOfTask = new Map<string, string>();
  for (const [id, list] of byProfile) {
    if (!single(list, id)) continue;
    for (const task of list[0]?.tasks.keys() ?? []) {
      const first = firstOfTask.get(task);
      if (first === undefined) firstOfTask.set(task, id);
      else leader.set(find(id), find(first));
    }
  }
  const groups = new Map<string, string[]>();
  for (const id of byProfile.keys()) groups.set(find(id), [...(groups.get(find(id)) ?? []), id]);
  const pools: Pool[] = [];
  let joined = 0;
  for (const profiles of groups.values()) {
    const [first = ''] = profiles;
    const members = profiles.flatMap((id) => byProfile.get(id) ?? []);
    if (members.length === 0) continue;
    if (profiles.length === 1) pools.push({ id: first, name: nameOf(first), resources: members, joined: false });
    else {
      joined += 1;
      pools.push({ id: `people-${joined}`, name: joined === 1 ? name : `${name} ${joined}`, resources: members, joined: true });
    }
  }
  return pools;
}
