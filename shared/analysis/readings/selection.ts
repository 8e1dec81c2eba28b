import { type Message, message } from '../../language/message.ts';
import type { SelectionResult } from '../../simulation/results/comparison.ts';
import type { Evidence } from './evidence.ts';
import type { Finding } from './finding.ts';
import { durationText, listText, shareText, verbatim } from './phrases.ts';

/** One sentence: which of the compared is best, or that they cannot be told apart. */
export function selectionFinding(evidence: Evidence, selection: SelectionResult): Finding {
  const { best, asGood, decided, indifference, confidence, replications } = selection;
  const name = (id: string): Message => {
    const scenario = [evidence.base, evidence.scenario, ...(evidence.proposals ?? [])].find((one) => one?.id === id);
    return verbatim(scenario?.name ?? id);
  };
  const values = { best: name(best), difference: durationText(indifference) };
  const sentence = asGood.length === 0 ? message('analysis.best.one', values) : message('analysis.best.several', { ...values, others: listText(asGood.map(name)) });
  const why = message(decided ? 'analysis.best.why' : 'analysis.best.whyUndecided', { confidence: shareText(confidence), difference: durationText(indifference), runs: replications });
  return { id: 'best', kind: 'effect', sentence, why: [why], elements: [] };
}
