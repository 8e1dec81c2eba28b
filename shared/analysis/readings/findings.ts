import { bottleneckFinding, sensitivityFindings } from './bottleneck.ts';
import { clarityFindings } from './clarity.ts';
import type { Evidence } from './evidence.ts';
import type { Finding } from './finding.ts';
import { guessFinding } from './guess-finding.ts';
import { headline, headlineOfNothing, spreadFinding } from './headline.ts';
import { instabilityFinding } from './instability.ts';
import { lossFindings } from './losses.ts';
import { en } from '../../language/catalogue/en.ts';
import { message, type MessageId } from '../../language/message.ts';
import type { RunResult } from './measures.ts';
import { missingFinding } from './missing.ts';
import { verbatim } from './phrases.ts';

/** A panel shows at most this many findings beside the headline (LOOK, Layout). */
export const findingsShown = 5;

/** What a run says, the most telling first: verdict or headline, losses, bottleneck, warnings, what it rests on. */
export function runFindings(evidence: Evidence): readonly Finding[] {
  const result = evidence.scenario.result;
  if (result === undefined) return defined([missingFinding(evidence.scenario.model)]);
  const unstable = instabilityFinding(evidence, result);
  if (result.leadTime.mean === null) return [unstable ?? headlineOfNothing, ...warningFindings(result), ...defined([guessFinding(evidence, result)])];
  const lead = headline(evidence, result);
  const first = result.verdict.state === 'unstable' && unstable !== undefined ? [unstable] : defined([lead, unstable]);
  return [
    ...first,
    ...lossFindings(evidence, result),
    ...loadFindings(evidence, result),
    ...warningFindings(result),
    ...defined([guessFinding(evidence, result), spreadFinding(result)]),
  ];
}

/** What holds the flow back, and whose load makes the answer sensitive; one load of one team is told once. */
function loadFindings(evidence: Evidence, result: RunResult): readonly Finding[] {
  const bottleneck = bottleneckFinding(evidence, result);
  const sensitive = sensitivityFindings(evidence, result);
  const byLoad: MessageId = 'analysis.bottleneckLoad';
  const twice = bottleneck?.sentence.id === byLoad && sensitive.some(({ elements }) => elements[0] === bottleneck.elements[0]);
  return [...(twice ? [] : defined([bottleneck])), ...sensitive];
}

/** Warnings that another finding tells better, with its reason or its ways out. */
const toldElsewhere: ReadonlySet<string> = new Set<MessageId>([
  'simulation.warning.sensitive', 'simulation.warning.unstable', 'simulation.warning.unstableTeam', 'simulation.warning.censored',
]);

/** What the run itself says about how far its numbers can be trusted. */
const warningFindings = (result: RunResult): readonly Finding[] =>
  result.warnings
    .filter(({ id }) => !toldElsewhere.has(id))
    .map(({ id, values, text }): Finding => ({ id: `warning:${id}`, kind: 'warning', sentence: isMessageId(id) ? message(id, values ?? {}) : verbatim(text), elements: [] }));

const isMessageId = (id: string): id is MessageId => Object.hasOwn(en, id);

/** The one sentence above everything; undefined until something ran. */
export const headlineOf = (evidence: Evidence): Finding | undefined =>
  evidence.scenario.result === undefined ? undefined : runFindings(evidence)[0];

/** Everything that can be said without a run: what is missing, what is unclear, what rests on guesses. */
export const drawingFindings = (evidence: Evidence): readonly Finding[] => [
  ...defined([missingFinding(evidence.scenario.model)]),
  ...clarityFindings(evidence.scenario.model),
  ...defined([guessFinding(evidence)]),
];

const defined = (findings: readonly (Finding | undefined)[]): readonly Finding[] => findings.filter((finding): finding is Finding => finding !== undefined);
