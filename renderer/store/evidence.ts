import type { Evidence, ScenarioEvidence } from '../../shared/analysis/readings/evidence.ts';
import type { ElementId } from '../../shared/document/model/fields.ts';
import { scenariosInOrder, todayId, type Document } from '../../shared/document/scenarios/document.ts';
import { say } from '../../shared/language/say.ts';
import type { Locale } from '../../shared/language/say.ts';
import { message } from '../../shared/language/message.ts';
import { isStale, type Runs } from './runs.ts';
import type { DocumentTab } from './state.ts';
import { modelOf } from './window-store.ts';

/** All that is known of a document's scenarios: what findings and views read. A comparison's own runs come first. */
export function evidenceOf(document: Document, scenario: ElementId, runs: Runs, locale: Locale): Evidence {
  const compared = new Map(runs.comparison?.result.results.map(({ id, result }) => [id, result]));
  const of = (id: ElementId): ScenarioEvidence => {
    const result = compared.get(id) ?? runs.byScenario[id]?.result;
    const name = id === todayId ? say(message('window.today'), locale) : (document.scenarios[id]?.name ?? id);
    return { id, name, model: modelOf(document, id), ...(result === undefined ? {} : { result }) };
  };
  const study = runs.comparison?.result;
  return {
    settings: document.settings,
    scenario: of(scenario),
    base: of(todayId),
    proposals: scenariosInOrder(document).filter(({ id }) => id !== todayId).map(({ id }) => of(id)),
    ...(study === undefined ? {} : { comparison: study.comparison, plausible: study.plausible }),
    ...(runs.studies?.[scenario] === undefined ? {} : { studies: runs.studies[scenario].result }),
  };
}

/** The same, where the scenario's own latest run speaks for it: a comparison's shorter runs do not replace it. */
export function ownEvidence(document: Document, scenario: ElementId, runs: Runs, locale: Locale): Evidence {
  const evidence = evidenceOf(document, scenario, runs, locale);
  const own = runs.byScenario[scenario]?.result;
  return own === undefined ? evidence : { ...evidence, scenario: { ...evidence.scenario, result: own } };
}

/** What the pages to present are read from: of results that no longer speak for the document, nothing. */
export function deckEvidence({ history: { document }, scenario, runs }: Pick<DocumentTab, 'history' | 'scenario' | 'runs'>, locale: Locale): Evidence {
  const { comparison, byScenario, ...rest } = runs;
  const fresh = Object.fromEntries(Object.entries(byScenario).filter(([, run]) => !isStale(run, document)));
  return evidenceOf(document, scenario, { ...rest, byScenario: fresh, ...(comparison === undefined || isStale(comparison, document) ? {} : { comparison }) }, locale);
}
