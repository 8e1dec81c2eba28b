import type { Evidence } from '../analysis/readings/evidence.ts';
import { rankedGuesses } from '../analysis/readings/guess-finding.ts';
import { nameOfGuess } from '../analysis/readings/guesses.ts';
import type { RunResult } from '../analysis/readings/measures.ts';
import { shareText } from '../analysis/readings/phrases.ts';
import { defaults } from '../document/model/defaults.ts';
import { type Message, message, type MessageId } from '../language/message.ts';
import type { DocumentSettings } from '../document/model/settings.ts';
import { words } from './block.ts';

/** What every export states about itself (DESIGN 12). */
export interface Imprint {
  /** As the person's own calendar says: nothing here knows a clock. */
  readonly date: string;
  /** Version of the program. */
  readonly version: string;
}

export interface Fact {
  readonly name: Message;
  readonly text: Message;
}

/** Scenario, settings, date, owner, confidentiality and program of a report. */
export function factsOf(evidence: Evidence, imprint: Imprint): readonly Fact[] {
  const { settings, scenario } = evidence;
  const fact = (name: MessageId, text: Message): Fact => ({ name: message(name), text });
  return [
    fact('report.fact.scenario', words(scenario.name)),
    ...(scenario.result === undefined ? [] : [fact('report.fact.settings', runText(scenario.result))]),
    fact('report.fact.date', words(imprint.date)),
    ...(settings.owner === undefined ? [] : [fact('report.fact.owner', words(settings.owner))]),
    ...(settings.author === undefined ? [] : [fact('report.fact.author', words(settings.author))]),
    fact('report.fact.confidentiality', confidentialityText(settings)),
    fact('report.fact.version', words(`Crossflow ${imprint.version}`)),
  ];
}

export const confidentialityText = (settings: DocumentSettings): Message =>
  message(`report.confidentiality.${settings.confidentiality ?? defaults.settings.confidentiality}`);

/** How a result came about: runs, seed, confidence, period. */
export function runText(result: RunResult): Message {
  const { settings } = result;
  const days = (seconds: number): number => Math.round(seconds / 8640) / 10;
  const period =
    settings.items !== null
      ? message('report.fact.periodItems', { n: settings.items })
      : message(settings.warmUp === 0 ? 'report.fact.periodWhole' : 'report.fact.period', { days: days((settings.horizon ?? 0) - settings.warmUp), warmUp: days(settings.warmUp) });
  return message('report.fact.runs', {
    n: result.replicationsRun, seed: String(settings.seed), confidence: shareText(settings.confidence), start: settings.start.replace('T', ' '), period,
  });
}

/** What the numbers rest on, the weightiest guesses first; the rest is counted. */
export function assumptions(evidence: Evidence, atMost: number): readonly Message[] {
  const { model, result } = evidence.scenario;
  const guesses = rankedGuesses(model, result);
  if (guesses.length === 0) return [message('report.assumption.none')];
  const told = guesses.slice(0, atMost).map((guess) =>
    message('report.assumption.guess', {
      name: nameOfGuess(model, guess),
      provenance: message(`analysis.provenance.${guess.provenance}`),
      spread: Math.round((guess.spread ?? defaults.spread[guess.provenance]) * 100),
    }),
  );
  return guesses.length > atMost ? [...told, message('report.assumption.more', { n: guesses.length - atMost })] : told;
}
