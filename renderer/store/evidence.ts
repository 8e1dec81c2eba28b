import type { Evidence, ScenarioEvidence } from '../../shared/analysis/readings/evidence.ts';
import type { ElementId } from '../../shared/document/model/fields.ts';
import { scenariosInOrder, todayId } from '../../shared/document/scenarios/document.ts';
import { say } from '../../shared/language/say.ts';
import type { Locale } from '../../shared/language/say.ts';
import { message } from '../../shared/language/message.ts';
import type { DocumentTab } from './state.ts';
import { modelOf } from './window-store.ts';

/** All that is known of a tab's scenarios: what findings, views and exports read. A comparison's own runs come first. */
export function evidenceOf(tab: DocumentTab, locale: Locale, looked: ElementId = tab.scenario): Evidence {
  const { document } = tab.history;
  const compared = new Map(tab.runs.comparison?.result.results.map(({ id, result }) => [id, result]));
  const of = (id: ElementId): ScenarioEvidence => {
    const result = compared.get(id) ?? tab.runs.byScenario[id]?.result;
    const name = id === todayId ? say(message('window.today'), locale) : (document.scenarios[id]?.name ?? id);
    return { id, name, model: modelOf(document, id), ...(result === undefined ? {} : { result }) };
  };
  const comparison = tab.runs.comparison?.result.comparison;
  return {
    settings: document.settings,
    scenario: of(looked),
    base: of(todayId),
    proposals: scenariosInOrder(document).filter((scenario) => scenario.id !== todayId).map((scenario) => of(scenario.id)),
    ...(comparison === undefined ? {} : { comparison }),
  };
}

/** The latest run of the scenario on the canvas alone: a comparison's shorter runs do not replace it. */
export function ownEvidence(tab: DocumentTab, locale: Locale): Evidence {
  const evidence = evidenceOf(tab, locale);
  const own = tab.runs.byScenario[tab.scenario]?.result;
  return own === undefined ? evidence : { ...evidence, scenario: { ...evidence.scenario, result: own } };
}
