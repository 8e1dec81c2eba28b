import type { ElementId } from '../../document/model/fields.ts';
import type { Model } from '../../document/model/model.ts';
import { defaults } from '../../document/model/defaults.ts';
import { nameOf } from '../../document/model/queries.ts';
import type { DocumentSettings } from '../../document/model/settings.ts';
import { type Message, message } from '../../language/message.ts';
import type { Comparison } from '../../simulation/results/comparison.ts';
import { outside } from './boundary-path.ts';
import type { RunResult } from './measures.ts';
import { verbatim } from './phrases.ts';
import type { Studies } from './studied.ts';

/** One scenario with its model and, once it ran, its result. */
export interface ScenarioEvidence {
  readonly id: string;
  readonly name: string;
  readonly model: Model;
  readonly result?: RunResult;
}

/** All that findings and views read. What is absent was not run yet. */
export interface Evidence {
  readonly settings: DocumentSettings;
  /** The scenario that is looked at. */
  readonly scenario: ScenarioEvidence;
  /** Today, where another scenario is looked at or compared. */
  readonly base?: ScenarioEvidence;
  readonly proposals?: readonly ScenarioEvidence[];
  readonly comparison?: Comparison;
  /** By proposal: where the difference of its lead time lies when guesses are drawn from their ranges, in seconds. */
  readonly plausible?: readonly { readonly id: string; readonly leadTime: { readonly low: number; readonly high: number } }[];
  /** Studies of the scenario that is looked at, as far as they were made. */
  readonly studies?: Studies;
}

/** What the items of a model are called; the noun of the process with the most demand, else the published default. */
export function nounOf(model: Model): string {
  const count = new Map<ElementId, number>();
  for (const demand of Object.values(model.demandClasses)) {
    const process = model.nodes[demand.start]?.process;
    if (process !== undefined) count.set(process, (count.get(process) ?? 0) + 1);
  }
  const [first] = [...count].sort((a, b) => b[1] - a[1]);
  const process = first === undefined ? Object.values(model.processes)[0] : model.processes[first[0]];
  return process?.itemNoun ?? defaults.itemNoun;
}

/** The plural of that noun, where the process names one; else with an s. */
export function pluralOf(model: Model): string {
  const noun = nounOf(model);
  return Object.values(model.processes).find((process) => (process.itemNoun ?? defaults.itemNoun) === noun)?.itemNounPlural ?? `${noun}s`;
}

/** A party, team or person as people call it; the end of a boundary that is nobody's is "Outside". */
export const doerName = (model: Model, id: ElementId): Message => (id === outside ? message('analysis.outside') : verbatim(nameOf(model, id)));

/** "Sender → receiver", by their names. */
export const boundaryName = (model: Model, from: ElementId, to: ElementId): Message =>
  message('analysis.boundary', { from: doerName(model, from), to: doerName(model, to) });
