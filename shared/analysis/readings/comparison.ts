import type { Model } from '../../document/model/model.ts';
import { isHandoff } from '../../document/model/queries.ts';
import { type Message, message } from '../../language/message.ts';
import type { Comparison, Difference } from '../../simulation/results/comparison.ts';
import { boundaryName, doerName, type Evidence, nounOf, type ScenarioEvidence } from './evidence.ts';
import type { Finding } from './finding.ts';
import { meanOf, negligibleShare } from './measures.ts';
import { durationText, listText, rangeText, rounded, verbatim } from './phrases.ts';

/** What a comparison says about one proposal. */
export interface ComparisonReading {
  readonly proposal: string;
  /** "Meeting daily saves 2 to 3 days." or "No clear difference." */
  readonly effect: Finding;
  /** Of what the changes touch: who is better off, and who is worse off. */
  readonly gains: readonly Finding[];
  readonly pays: readonly Finding[];
  /** What no change touched but what moved: who gets worse first, each by size. */
  readonly elsewhere: readonly Finding[];
}

/** The sentences of one proposal of a comparison; undefined where the comparison does not hold it. */
export function readComparison(evidence: Evidence, comparison: Comparison, proposalId: string): ComparisonReading | undefined {
  const scenario = comparison.scenarios.find((one) => one.id === proposalId);
  const proposal = evidence.proposals?.find((one) => one.id === proposalId) ?? (evidence.scenario.id === proposalId ? evidence.scenario : undefined);
  if (scenario === undefined || proposal === undefined) return undefined;
  const say = (verdict: 'better' | 'worse', secondOrder: boolean): readonly Finding[] =>
    ranked(worthTelling(evidence, proposal, scenario.differences).filter((difference) => difference.verdict === verdict && difference.secondOrder === secondOrder))
      .flatMap((difference) => elementFinding(evidence, proposal, difference) ?? []);
  return {
    proposal: proposalId,
    effect: effectOf(evidence, proposal, scenario.differences),
    gains: say('better', false),
    pays: say('worse', false),
    elsewhere: [...say('worse', true), ...say('better', true)],
  };
}

/**
 * Without times that are too short for the whole to matter, and without what is told already: the waiting at the only
 * step of a team is the waiting for the team.
 */
function worthTelling(evidence: Evidence, proposal: ScenarioEvidence, differences: readonly Difference[]): readonly Difference[] {
  const lead = evidence.base?.result?.leadTime ?? proposal.result?.leadTime;
  const least = lead === undefined ? 0 : negligibleShare * meanOf(lead);
  const ofTeam = (one: Difference): boolean => one.element !== null && one.element in proposal.model.teams;
  const asTeam = (one: Difference): boolean =>
    one.measure === 'waiting' && !ofTeam(one) && differences.some((other) => other.measure === 'waiting' && ofTeam(other) && other.low === one.low && other.high === one.high);
  return differences.filter((one) => ((one.measure !== 'waiting' && one.measure !== 'friction') || Math.abs(one.mean) >= least) && !asTeam(one));
}

/** Times by their size; shares and money after them, each among its own. */
function ranked(differences: readonly Difference[]): readonly Difference[] {
  const order: Record<Difference['measure'], number> = { leadTime: 0, waiting: 0, friction: 0, utilisation: 1, cost: 2 };
  return [...differences].sort((a, b) => order[a.measure] - order[b.measure] || Math.abs(b.mean) - Math.abs(a.mean));
}

function effectOf(evidence: Evidence, proposal: ScenarioEvidence, differences: readonly Difference[]): Finding {
  const lead = differences.find((difference) => difference.measure === 'leadTime' && difference.element === null);
  const finding = (sentence: Message, size = 0): Finding => ({ id: `effect:${proposal.id}`, kind: 'effect', sentence, elements: [], size });
  const unstable = proposal.result?.verdict;
  if (unstable?.state === 'unstable' && unstable.team !== null) {
    return finding(message('analysis.compare.unstable', { proposal: proposal.name, team: doerName(proposal.model, unstable.team) }));
  }
  const interval = lead === undefined || lead.low === null || lead.high === null ? undefined : { low: lead.low, high: lead.high };
  const plausible = evidence.plausible?.find(({ id }) => id === proposal.id)?.leadTime;
  const why = interval === undefined || plausible === undefined ? [] : [message('analysis.compare.whyInterval', { range: signedRange(interval.low, interval.high) })];
  const range = plausible ?? interval;
  if (range === undefined || (range.low <= 0 && range.high >= 0)) {
    if (differences.length > 0 && differences.every((difference) => difference.mean === 0)) return finding(message('analysis.compare.same', { proposal: proposal.name }));
    return { ...finding(additions(evidence, proposal.model) ?? message('analysis.compare.unclear')), why };
  }
  const [id, near, far] = range.high < 0 ? (['analysis.compare.saves', -range.high, -range.low] as const) : (['analysis.compare.costs', range.low, range.high] as const);
  return { ...finding(message(id, { proposal: proposal.name, range: sizeText(near, far) }), -(lead?.mean ?? 0)), why };
}

/** An end below this share of the other one says nothing: "6.1 seconds to 1.9 hours". */
const tinyEnd = 0.002;

/** How much a time differs, both ends on one side of 0, the nearer one first. */
const sizeText = (near: number, far: number): Message => (near < tinyEnd * far ? message('analysis.upTo', { time: durationText(far) }) : rangeText(near, far));

/** A range of a difference, less being negative. */
const signedRange = (low: number, high: number): Message => message('analysis.compare.between', { low: durationText(low), high: durationText(high) });

/** "Adds 2 handoffs and 1 system; no clear gain." where a proposal only adds; undefined where it adds none. */
function additions(evidence: Evidence, model: Model): Message | undefined {
  const before = evidence.base?.model ?? evidence.scenario.model;
  const handoffs = countHandoffs(model) - countHandoffs(before);
  const systems = Object.keys(model.systems).length - Object.keys(before.systems).length;
  const parts = [
    ...(handoffs > 0 ? [message('analysis.compare.handoffs', { n: handoffs })] : []),
    ...(systems > 0 ? [message('analysis.compare.systems', { n: systems })] : []),
  ];
  return parts.length === 0 ? undefined : message('analysis.compare.adds', { list: listText(parts) });
}

const countHandoffs = (model: Model): number => Object.values(model.flows).filter((flow) => isHandoff(model, flow)).length;

function elementFinding(evidence: Evidence, proposal: ScenarioEvidence, difference: Difference): Finding | undefined {
  const { measure, element, low, high, mean } = difference;
  if (low === null || high === null) return undefined;
  const more = mean > 0;
  const [near, far] = more ? [low, high] : [-high, -low];
  const range = sizeText(near, far);
  const name = elementName(evidence, proposal, element);
  const finding = (sentence: Message): Finding => ({
    id: `effect:${proposal.id}:${measure}:${element ?? ''}`, kind: 'effect', sentence, elements: element === null ? [] : element.split('>'), size: Math.abs(mean),
  });
  switch (measure) {
    case 'leadTime':
      return undefined;
    case 'waiting':
      return finding(message(more ? 'analysis.compare.waitsLonger' : 'analysis.compare.waitsLess', { element: name, range }));
    case 'friction':
      return finding(message(more ? 'analysis.compare.losesMore' : 'analysis.compare.losesLess', { element: name, range }));
    case 'utilisation': {
      const after = proposal.result?.teams.find((team) => team.id === element)?.utilisation;
      const before = evidence.base?.result?.teams.find((team) => team.id === element)?.utilisation;
      if (after === undefined || before === undefined) return undefined;
      const values = { team: name, before: percent(meanOf(before)), after: percent(meanOf(after)) };
      return values.before === values.after ? undefined : finding(message(more ? 'analysis.compare.busier' : 'analysis.compare.lessBusy', values));
    }
    case 'cost':
      if (element !== null) return undefined;
      return finding(
        message(more ? 'analysis.compare.dearer' : 'analysis.compare.cheaper', {
          item: nounOf(proposal.model), low: rounded(near), high: rounded(far), currency: evidence.settings.currency ?? 'EUR',
        }),
      );
  }
}

const percent = (share: number): number => Math.round(share * 100);

function elementName(evidence: Evidence, proposal: ScenarioEvidence, element: string | null): Message {
  if (element === null) return verbatim(proposal.name);
  const [from, to] = element.split('>');
  const model = proposal.model;
  if (from !== undefined && to !== undefined) return boundaryName(model, from, to);
  return doerName(evidence.base !== undefined && !(element in model.teams) && !(element in model.nodes) ? evidence.base.model : model, element);
}
