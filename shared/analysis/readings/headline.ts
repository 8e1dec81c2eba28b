import { type Message, message } from '../../language/message.ts';
import { readableUnit } from '../../language/units.ts';
import { type Evidence, nounOf } from './evidence.ts';
import type { Finding } from './finding.ts';
import { meanOf, type RunResult, waitingOf } from './measures.ts';
import { durationText, itemText, rangeText, rounded, shareText } from './phrases.ts';
import { secondsPer } from '../../language/units.ts';

/** Waiting below this share of the lead time is not worth a number in the headline. */
const hardlyAny = 0.02;

/** "A request takes 9.4 days; 7.1 are waiting.", with how sure that is under Why. */
export function headline(evidence: Evidence, result: RunResult): Finding {
  const item = itemText(nounOf(evidence.scenario.model));
  return { id: 'headline', kind: 'headline', sentence: headlineSentence(item, result), why: whyOf(result), elements: [], size: meanOf(result.leadTime) };
}

/** What stands in the headline's place where no counted item was finished: of times nothing is known then. */
export const headlineOfNothing: Finding = { id: 'headline', kind: 'headline', sentence: message('analysis.headlineNothing'), elements: [] };

function headlineSentence(item: Message, result: RunResult): Message {
  const lead = meanOf(result.leadTime);
  if (result.items.censored > 0) return message('analysis.headlineLowerBound', { item, time: durationText(lead), n: rounded(result.items.censored) });
  const waiting = waitingOf(result);
  if (waiting < hardlyAny * lead) return message('analysis.headlineNoWait', { item, time: durationText(lead) });
  const unit = readableUnit(lead);
  const inUnit = rounded(waiting / secondsPer(unit, 'elapsed', 24));
  // "26 days; 26 are waiting" would ask what became of the work.
  if (inUnit === rounded(lead / secondsPer(unit, 'elapsed', 24))) return message('analysis.headlineAllWait', { item, time: durationText(lead) });
  return inUnit >= 1.05
    ? message('analysis.headlineSameUnit', { item, time: durationText(lead), waiting: inUnit })
    : message('analysis.headline', { item, time: durationText(lead), waiting: durationText(waiting) });
}

function whyOf(result: RunResult): readonly Message[] {
  const { leadTime, settings } = result;
  const why: Message[] = [];
  if (leadTime.plausible !== null) {
    why.push(message('analysis.why.plausible', { low: durationText(leadTime.plausible.low), high: durationText(leadTime.plausible.high) }));
  }
  if (leadTime.low !== null && leadTime.high !== null) {
    why.push(message('analysis.why.interval', { low: durationText(leadTime.low), high: durationText(leadTime.high), confidence: shareText(settings.confidence) }));
  }
  why.push(message('analysis.why.efficiency', { share: shareText(meanOf(result.flowEfficiency)) }));
  why.push(message('analysis.why.counted', { n: Math.round(result.items.counted), runs: result.replicationsRun }));
  why.push(message('analysis.why.calendarTime'));
  return why;
}

/** "8 in 10 take 3 to 12 days": how much items differ from each other, worded apart from how sure the mean is. */
export function spreadFinding(result: RunResult): Finding | undefined {
  const { p10, p90 } = result.leadTime;
  if (p10.mean === null || p90.mean === null) return undefined;
  return { id: 'spread', kind: 'spread', sentence: message('analysis.spread', { range: rangeText(p10.mean, p90.mean) }), elements: [] };
}
