import type { ElementId } from '../../document/model/fields.ts';
import type { Model } from '../../document/model/model.ts';
import { calendarOfTeam, indexFlows, leadTeam, partyWithParents } from '../../document/model/queries.ts';
import { structuralDiff } from '../../document/scenarios/diff.ts';
import { boundaryPath } from '../readings/boundary-path.ts';
import type { Difference } from '../../simulation/results/comparison.ts';

/** Fields that say where something is drawn or what it is called: changing them moves no time. */
const pictureFields = new Set(['position', 'size', 'waypoints', 'length', 'lanes', 'name', 'documentation', 'colour', 'orientation', 'expanded']);

/**
 * Tells effects elsewhere from direct ones: an element is touched if it was changed itself, if its team, people,
 * lanes or calendar were, or, for a team, if one of its steps was. What else moves is a second-order effect (DESIGN 6).
 */
export function touchTest(before: Model, after: Model): (measure: Difference['measure'], element: string | null) => boolean {
  const { added, removed, changed } = structuralDiff(before, after);
  const touched = new Set<ElementId>([
    ...added.map(({ id }) => id),
    ...removed.map(({ id }) => id),
    ...changed.filter(({ fields }) => fields.some((field) => !pictureFields.has(field))).map(({ id }) => id),
  ]);
  const teams = new Set<ElementId>();
  const viaSteps = new Set<ElementId>();
  for (const model of [before, after]) {
    for (const team of Object.values(model.teams)) {
      const people = team.people ?? [];
      const parties = partyWithParents(model, team.party).map(({ id }) => id);
      const own = [team.id, calendarOfTeam(model, team).id, ...parties, ...people, ...people.map((person) => model.people[person]?.calendar)];
      if (own.some((id) => id !== undefined && touched.has(id))) teams.add(team.id);
    }
    for (const node of Object.values(model.nodes)) {
      if (node.kind !== 'step' || !touched.has(node.id)) continue;
      const team = leadTeam(model, node)?.id ?? node.approval?.decider;
      if (team !== undefined) viaSteps.add(team);
    }
  }
  const flows = [before, after].map((model) => ({ model, index: indexFlows(model) }));
  const boundaryTouched = (from: string, to: string): boolean =>
    teams.has(to) ||
    flows.some(({ model, index }) => {
      const path = boundaryPath(model, from, to, index);
      return path.flows.some((flow) => touched.has(flow.id)) || path.steps.some((step) => touched.has(step.id));
    });
  const stepTouched = (id: ElementId): boolean => {
    if (touched.has(id)) return true;
    const node = after.nodes[id] ?? before.nodes[id];
    const team = node?.kind === 'step' ? (leadTeam(after, node)?.id ?? node.approval?.decider) : undefined;
    return team !== undefined && teams.has(team);
  };
  return (_measure, element) => {
    if (element === null) return true;
    const [from, to] = element.split('>');
    if (from !== undefined && to !== undefined) return boundaryTouched(from, to);
    if (element in after.teams || element in before.teams) return teams.has(element) || viaSteps.has(element);
    return stepTouched(element);
  };
}
