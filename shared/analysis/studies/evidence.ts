import { type Document, findScenario, scenariosInOrder, todayId } from '../../document/scenarios/document.ts';
import { resolveScenario } from '../../document/scenarios/resolve.ts';
import { message } from '../../language/message.ts';
import { fail, type Outcome, succeed } from '../../language/outcome.ts';
import type { RunResult } from '../../simulation/results/run-result.ts';
import type { Evidence, ScenarioEvidence } from '../readings/evidence.ts';
import type { Studies } from '../readings/studied.ts';
import type { ComparisonStudy } from './results.ts';

/** The id of a scenario given by id or name, the base where none is given; the failure names those there are. */
export function scenarioIdOf(document: Document, idOrName: string | undefined): Outcome<string> {
  if (idOrName === undefined) return succeed(todayId);
  const found = findScenario(document, idOrName);
  if (found !== undefined) return succeed(found.id);
  const list = scenariosInOrder(document).map(({ name }) => name).join(', ');
  return fail('scenario-missing', message('analysis.noScenario', { scenario: idOrName, list }));
}

/** One scenario with its model, and its result where there is one. */
export function scenarioEvidence(document: Document, id: string, result?: RunResult): Outcome<ScenarioEvidence> {
  const model = resolveScenario(document, id);
  if (!model.ok) return model;
  return succeed({ id, name: document.scenarios[id]?.name ?? id, model: model.value, ...(result === undefined ? {} : { result }) });
}

/** What readings and views take of one scenario. */
export function runEvidence(document: Document, id: string, result?: RunResult, studies?: Studies): Outcome<Evidence> {
  const scenario = scenarioEvidence(document, id, result);
  return scenario.ok ? succeed({ settings: document.settings, scenario: scenario.value, ...(studies === undefined ? {} : { studies }) }) : scenario;
}

/** What readings and views take of a comparison: the base is looked at, the others are its proposals. */
export function comparisonEvidence(document: Document, study: ComparisonStudy): Outcome<Evidence> {
  const scenarios: ScenarioEvidence[] = [];
  for (const { id, result } of study.results) {
    const scenario = scenarioEvidence(document, id, result);
    if (!scenario.ok) return scenario;
    scenarios.push(scenario.value);
  }
  const [base, ...proposals] = scenarios;
  if (base === undefined) throw new Error('A comparison has a base.');
  return succeed({ settings: document.settings, scenario: base, base, proposals, comparison: study.comparison, plausible: study.plausible });
}
