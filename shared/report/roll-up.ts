import type { Evidence, ScenarioEvidence } from '../analysis/readings/evidence.ts';
import type { RunResult } from '../analysis/readings/measures.ts';
import type { ElementId } from '../document/model/fields.ts';
import type { Model } from '../document/model/model.ts';
import { nameOf, unitsOfTeam } from '../document/model/queries.ts';
import { merged, mergedBottleneck, mergedBoundary, mergedTeam } from './merged-rows.ts';

/** Results of fewer people than this would be results of persons. */
const fewest = 5;
const elsewhere = 'small-teams';

/**
 * What leaves the house tells no result of a person (DESIGN 11): where a department has a team of fewer than five named
 * people, its teams stand in one row under its name; departments that are still smaller stand together. Sums and
 * weighted means stay, intervals go, since those of the parts do not make one of the whole. Teams that are only a
 * number of people are told as they are.
 */
export function rolledUp(evidence: Evidence, otherTeams: string): Evidence {
  const models = [evidence.scenario, evidence.base, ...(evidence.proposals ?? [])].flatMap((one) => (one === undefined ? [] : [one.model]));
  const groups = groupsOf(models);
  if (groups.size === 0) return evidence;
  const roll = (scenario: ScenarioEvidence): ScenarioEvidence => rolledScenario(scenario, groups, otherTeams);
  const told = (element: string | null): boolean => element === null || !element.split('>').some((id) => groups.has(id));
  return {
    ...evidence,
    scenario: roll(evidence.scenario),
    ...(evidence.base === undefined ? {} : { base: roll(evidence.base) }),
    ...(evidence.proposals === undefined ? {} : { proposals: evidence.proposals.map(roll) }),
    ...(evidence.comparison === undefined
      ? {}
      : {
          comparison: {
            ...evidence.comparison,
            scenarios: evidence.comparison.scenarios.map((scenario) => ({ ...scenario, differences: scenario.differences.filter(({ element }) => told(element)) })),
          },
        }),
  };
}

/** By team: the group in whose row it stands. The same for all models that are held against each other. */
function groupsOf(models: readonly Model[]): ReadonlyMap<ElementId, ElementId> {
  const groups = new Map<ElementId, ElementId>();
  for (const model of models) {
    const teams = Object.values(model.teams);
    const parties = new Set(teams.filter(({ people }) => people !== undefined && people.length > 0 && people.length < fewest).map(({ party }) => party));
    for (const party of parties) {
      const own = teams.filter((team) => team.party === party);
      const heads = own.reduce((sum, team) => sum + (unitsOfTeam(team) ?? Number.POSITIVE_INFINITY), 0);
      for (const team of own) groups.set(team.id, heads < fewest ? elsewhere : `${elsewhere}-${party}`);
    }
  }
  return groups;
}

function rolledScenario(scenario: ScenarioEvidence, groups: ReadonlyMap<ElementId, ElementId>, otherTeams: string): ScenarioEvidence {
  const { model, result } = scenario;
  const of = (id: ElementId): ElementId => groups.get(id) ?? id;
  const teams = { ...model.teams };
  for (const [id, group] of groups) {
    const team = model.teams[id];
    if (team !== undefined) teams[group] = { id: group, name: group === elsewhere ? otherTeams : nameOf(model, team.party), party: team.party };
  }
  return { ...scenario, model: { ...model, teams }, ...(result === undefined ? {} : { result: rolledResult(result, of, (id) => teams[id]?.name ?? id) }) };
}

function rolledResult(result: RunResult, of: (id: ElementId) => ElementId, name: (id: ElementId) => string): RunResult {
  const capacities = new Map(result.teams.map(({ id, capacity }) => [id, capacity ?? 1]));
  return {
    ...result,
    steps: result.steps.map((step) => (step.team === null ? step : { ...step, team: of(step.team) })),
    teams: merged(result.teams, ({ id }) => of(id), (rows, id) => (id === rows[0].id ? rows[0] : mergedTeam(rows, id, name(id)))),
    boundaries: merged(result.boundaries, ({ from, to }) => `${of(from)}>${of(to)}`, (rows) => mergedBoundary(rows, of)),
    bottlenecks: merged(result.bottlenecks, ({ team }) => of(team), (rows, id) => (id === rows[0].team ? rows[0] : mergedBottleneck(rows, id, capacities))),
  };
}
