import { runFindings } from '../../shared/analysis/readings/findings.ts';
import { runEvidence } from '../../shared/analysis/studies/evidence.ts';
import type { Document } from '../../shared/document/scenarios/document.ts';
import { message } from '../../shared/language/message.ts';
import { say } from '../../shared/language/say.ts';
import { formatAmount } from '../../shared/language/units.ts';
import { runBlocks } from '../../shared/report/run-blocks.ts';
import { writeText } from '../../shared/report/writers/text.ts';
import type { RunResult } from '../../shared/simulation/results/run-result.ts';
import type { Terminal } from './terminal.ts';
import { textStyle } from './text-style.ts';
import { expect } from './with-document.ts';

/** A run in words on standard output; `seconds` where the time that it took is asked for. */
export async function tellRun(document: Document, scenario: string, result: RunResult, terminal: Terminal, seconds?: number): Promise<void> {
  const { locale } = terminal;
  const evidence = expect(runEvidence(document, scenario, result));
  const style = textStyle(terminal);
  const facts = say(message('jobs.said.settings', { runs: result.replicationsRun, items: Math.round(result.items.counted), seed: String(result.settings.seed) }), locale);
  const timing = seconds === undefined ? '' : `; ${say(message('jobs.said.timing', { events: result.events, seconds: formatAmount(seconds, locale) }), locale)}`;
  await terminal.out(`${writeText(runBlocks(evidence, runFindings(evidence)), locale, style)}\n${style.quiet(`${facts}${timing}`)}\n`);
}
