import { message } from '../../language/message.ts';
import type { Finding } from './finding.ts';
import { meanOf } from './measures.ts';
import { durationText, rangeText } from './phrases.ts';
import type { TornadoStudy } from './studied.ts';

type Input = TornadoStudy['inputs'][number];

/** An input that moves the lead time by less than this share of it hardly matters. */
const hardly = 0.02;

/** Shortest and longest lead time over the range of an input; undefined where work piles up at an end. */
export function swingOf({ low, high }: Input): { readonly from: number; readonly to: number } | undefined {
  if (low === null || high === null) return undefined;
  return { from: Math.min(meanOf(low), meanOf(high)), to: Math.max(meanOf(low), meanOf(high)) };
}

/** What the answer depends on: the weightiest guess, and how many hardly matter. */
export function dependsOnFindings({ base, inputs }: TornadoStudy): readonly Finding[] {
  const [first] = inputs;
  const finding = (id: string, rest: Omit<Finding, 'id' | 'kind'>): Finding => ({ id: `dependsOn:${id}`, kind: 'sensitivity', ...rest });
  if (first === undefined) return [finding('none', { sentence: message('report.assumption.none'), elements: [] })];
  const swing = swingOf(first);
  const name = first.name;
  const headline =
    swing === undefined
      ? message('analysis.dependsOn.pilesUp', { name, spread: Math.round(first.spread * 100) })
      : message('analysis.dependsOn.most', { name, range: rangeText(swing.from, swing.to), time: durationText(meanOf(base)), spread: Math.round(first.spread * 100) });
  const minor = inputs.filter((input) => {
    const range = swingOf(input);
    return input !== first && range !== undefined && range.to - range.from < hardly * meanOf(base);
  });
  return [
    finding('most', { sentence: headline, elements: [first.element], why: [message('analysis.dependsOn.why', { runs: base.n })], ...(swing === undefined ? {} : { size: swing.to - swing.from }) }),
    ...(minor.length === 0 ? [] : [finding('minor', { sentence: message('analysis.dependsOn.minor', { n: minor.length }), elements: minor.map(({ element }) => element) })]),
  ];
}
