import type { ElementId } from '../../document/model/fields.ts';
import type { Model } from '../../document/model/model.ts';
import type { Node, Step } from '../../document/model/node.ts';
import type { Team } from '../../document/model/organisation.ts';
import { freshId, leadTeam } from '../../document/model/queries.ts';
import { scaleDistribution } from '../../document/model/scale-distribution.ts';

/**
 * The model with one more unit in a team, on the calendar that most of its units have. A team of named people gets an
 * unnamed one; a team without limit or without capacity stays as it is.
 */
export function withOneMore(model: Model, teamId: ElementId): Model {
  const team = model.teams[teamId];
  if (team === undefined || team.unlimited === true) return model;
  if (team.people === undefined || team.people.length === 0) {
    if (team.capacity === undefined) return model;
    return replaceTeam(model, { ...team, capacity: { ...team.capacity, value: team.capacity.value + 1 } });
  }
  const id = freshId(model, 'one-more');
  const calendar = commonestCalendar(model, team);
  const skills = [...new Set(team.people.flatMap((person) => model.people[person]?.skills ?? []))];
  const person = { id, name: id, ...(calendar === undefined ? {} : { calendar }), ...(skills.length === 0 ? {} : { skills }) };
  const grown = replaceTeam({ ...model, people: { ...model.people, [id]: person } }, { ...team, people: [...team.people, id] });
  return eligible(grown, team, id);
}

const replaceTeam = (model: Model, team: Team): Model => ({ ...model, teams: { ...model.teams, [team.id]: team } });

/** The calendar that most of a team's people name, the first of equals; undefined where most follow the team's. */
function commonestCalendar(model: Model, team: Team): ElementId | undefined {
  const counts = new Map<ElementId | undefined, number>();
  for (const person of team.people ?? []) {
    const calendar = model.people[person]?.calendar;
    counts.set(calendar, (counts.get(calendar) ?? 0) + 1);
  }
  let best: ElementId | undefined;
  let most = 0;
  for (const [calendar, count] of counts) {
    if (count <= most) continue;
    best = calendar;
    most = count;
  }
  return best;
}

/** Where steps name a team's people one by one, the new one may do what the first of them may. */
function eligible(model: Model, team: Team, id: ElementId): Model {
  const [first] = team.people ?? [];
  return mapSteps(model, (step) => {
    if (step.requirements === undefined) return step;
    return {
      ...step,
      requirements: step.requirements.map((requirement) => {
        const same = requirement.anyOf.find((one) => one.person === first);
        return same === undefined ? requirement : { ...requirement, anyOf: [...requirement.anyOf, { ...same, person: id }] };
      }),
    };
  });
}

/** The model in which a team's steps take `factor` times as long; steps belong to the team of their first requirement. */
export function withServiceTimes(model: Model, teamId: ElementId, factor: number): Model {
  return mapSteps(model, (step) => {
    if (leadTeam(model, step)?.id !== teamId) return step;
    return {
      ...step,
      ...(step.serviceTime === undefined ? {} : { serviceTime: scaleDistribution(step.serviceTime, factor) }),
      ...(step.requirements === undefined
        ? {}
        : {
            requirements: step.requirements.map((requirement) => ({
              ...requirement,
              anyOf: requirement.anyOf.map((one) => (one.serviceTime === undefined ? one : { ...one, serviceTime: scaleDistribution(one.serviceTime, factor) })),
            })),
          }),
    };
  });
}

/** The model with every step passed through a function; nodes that stay the same keep their identity. */
export const mapSteps = (model: Model, change: (step: Step) => Step): Model => mapNodes(model, (node) => (node.kind === 'step' ? change(node) : node));

/** The model with every node passed through a function; nodes that stay the same keep their identity. */
export function mapNodes(model: Model, change: (node: Node) => Node): Model {
  return { ...model, nodes: Object.fromEntries(Object.entries(model.nodes).map(([id, node]) => [id, change(node)])) };
}
