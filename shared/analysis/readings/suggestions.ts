import type { ElementId } from '../../document/model/fields.ts';
import { type Message, message, type MessageId } from '../../language/message.ts';
import { outside } from './boundary-path.ts';
import { doerName, type Evidence } from './evidence.ts';
import { rankedBoundaries } from './losses.ts';
import { type Cause, meanOf, negligibleShare, type RunResult } from './measures.ts';
import { durationText } from './phrases.ts';
import { type Reason, reasonOf } from './reason.ts';

/** A change worth trying, with the loss it is aimed at. Its effect is known only once it has run. */
export interface Suggestion {
  readonly id: string;
  readonly sentence: Message;
  /** What to change, the first being where a click leads. */
  readonly elements: readonly ElementId[];
  readonly cause: Cause;
  /** Seconds per item that are lost there today: the most that it can win in the account. */
  readonly atStake: number;
  readonly reason: Message;
}

const remedies: Readonly<Record<Cause, MessageId>> = {
  service: 'analysis.suggest.service',
  batch: 'analysis.suggest.batch',
  transfer: 'analysis.suggest.transfer',
  calendar: 'analysis.suggest.calendar',
  blocking: 'analysis.suggest.blocking',
  interrupt: 'analysis.suggest.interrupt',
  priority: 'analysis.suggest.priority',
  queue: 'analysis.suggest.queue',
  decision: 'analysis.suggest.decision',
  information: 'analysis.suggest.information',
  timer: 'analysis.suggest.timer',
  setup: 'analysis.suggest.setup',
  clarification: 'analysis.suggest.clarification',
  rework: 'analysis.suggest.rework',
};

/** The changes that the largest losses suggest, one per loss, the most at stake first; none where hardly anything is lost. */
export function suggestions(evidence: Evidence, result: RunResult, atMost = 3): readonly Suggestion[] {
  const { model } = evidence.scenario;
  const told = new Set<string>();
  const found: Suggestion[] = [];
  const least = negligibleShare * meanOf(result.leadTime);
  for (const boundary of rankedBoundaries(result)) {
    const atStake = meanOf(boundary.friction);
    if (found.length === atMost || atStake <= least) break;
    const reason = reasonOf(model, result, boundary);
    const key = `${reason.cause}:${reason.elements[0] ?? boundary.to}`;
    if (told.has(key)) continue;
    told.add(key);
    found.push({
      id: `suggest:${key}`,
      cause: reason.cause,
      elements: reason.elements,
      atStake,
      reason: reason.clause,
      sentence: message(remedyFor(evidence, boundary.from, reason), {
        from: doerName(model, boundary.from), to: doerName(model, boundary.to), time: durationText(atStake),
      }),
    });
  }
  return found;
}

function remedyFor(evidence: Evidence, from: string, { cause, elements }: Reason): MessageId {
  if (cause === 'decision' && elements.some((id) => isMeeting(evidence, id))) return 'analysis.suggest.meeting';
  // Nobody can ask those outside to keep other hours.
  if (cause === 'calendar' && from === outside) return 'analysis.suggest.openHours';
  return remedies[cause];
}

function isMeeting(evidence: Evidence, id: ElementId): boolean {
  const node = evidence.scenario.model.nodes[id];
  return node?.kind === 'step' && node.approval?.when.type === 'meeting';
}
