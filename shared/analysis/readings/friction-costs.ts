import { message, type Message } from '../../language/message.ts';
import type { Estimate } from '../../simulation/results/estimate.ts';
import { type Evidence, nounOf } from './evidence.ts';
import type { Finding } from './finding.ts';
import { causeNames } from './groups.ts';
import { meanOf } from './measures.ts';
import { durationText, itemText, listText, rangeText } from './phrases.ts';
import { causeOfSource, type FrictionStudy, type Source, type SourceEffect } from './studied.ts';

/** A cause that really costs this much more, or less, than the clock shows is worth a sentence. */
const clearly = 1.5;
/** Below this share of the lead time it is left unsaid. */
const worthSaying = 0.02;

/** A source of friction in people's words. */
export const nameOfSource = (source: Source): Message => message(causeNames[causeOfSource[source]]);

/** Seconds per item that accounting books under a source; null where nothing ran. */
export const accountedFor = ({ scenario: { result } }: Evidence, source: Source): number | null =>
  result === undefined ? null : meanOf(result.attribution[causeOfSource[source]]);

/** What each source of friction really costs: the costliest, the whole, then where clock and cost part. */
export function frictionFindings(evidence: Evidence, study: FrictionStudy): readonly Finding[] {
  const item = itemText(nounOf(evidence.scenario.model));
  const { asItIs, whole, unstable } = study;
  if (asItIs === null) return [finding('unstable', message('analysis.friction.unstable'))];
  if (study.effects.length === 0) return [finding('none', message('analysis.friction.none'))];
  const why = [howWeighed(study)];
  const without = unstable.map((set) => finding(`pilesUp:${set.join('+')}`, message('analysis.friction.pilesUp', { list: listText(set.map(nameOfSource)) }), { why }));
  const [first] = study.effects;
  const share = first?.share;
  const most = first === undefined || share === undefined || share === null ? [] : [finding('most', mostText(evidence, first.source, share), { why, size: meanOf(share) })];
  const left = whole === null ? [] : [finding('whole', message('analysis.friction.whole', { item, without: durationText(Math.max(0, meanOf(asItIs) - meanOf(whole))), time: durationText(meanOf(asItIs)) }))];
  return [...most, ...without, ...left, ...study.effects.slice(1).flatMap((effect) => parted(evidence, study, effect)).slice(0, 2)];
}

/** Where the clock and the real cost of a cause lie clearly apart. */
function parted(evidence: Evidence, { asItIs }: FrictionStudy, { source, share }: SourceEffect): readonly Finding[] {
  const booked = accountedFor(evidence, source);
  const { low, high } = share ?? { low: null, high: null };
  if (booked === null || low === null || high === null || asItIs === null) return [];
  const enough = worthSaying * meanOf(asItIs);
  const values = { cause: nameOfSource(source), clock: durationText(booked), range: rangeText(Math.max(0, low), Math.max(0, high)) };
  if (low > clearly * booked && low - booked > enough) return [finding(`more:${source}`, message('analysis.friction.more', values))];
  if (high * clearly < booked && booked - high > enough) return [finding(`less:${source}`, message('analysis.friction.less', values))];
  return [];
}

const finding = (id: string, sentence: Message, rest: Partial<Finding> = {}): Finding => ({ id: `friction:${id}`, kind: 'loss', sentence, elements: [], ...rest });

function mostText(evidence: Evidence, source: Source, share: Estimate): Message {
  const booked = accountedFor(evidence, source);
  const values = { cause: nameOfSource(source), range: share.low === null || share.high === null ? durationText(meanOf(share)) : rangeText(share.low, share.high) };
  return booked === null ? message('analysis.friction.mostAlone', values) : message('analysis.friction.most', { ...values, clock: durationText(booked) });
}

/** How the shares came about, for whoever asks why. */
function howWeighed({ method, effects, asItIs }: FrictionStudy): Message {
  const runs = asItIs?.n ?? 0;
  return method.kind === 'exact'
    ? message('analysis.friction.whyExact', { sets: 2 ** effects.length, runs })
    : message('analysis.friction.whySampled', { orders: method.orders, runs });
}
