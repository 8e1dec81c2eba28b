import { type ComparisonReading, readComparison } from '../../analysis/readings/comparison.ts';
import { boundaryName, doerName, type Evidence } from '../../analysis/readings/evidence.ts';
import { selectionFinding } from '../../analysis/readings/selection.ts';
import { type Suggestion, suggestions } from '../../analysis/readings/suggestions.ts';
import { type Message, message, type MessageId } from '../../language/message.ts';
import type { Comparison, Difference } from '../../simulation/results/comparison.ts';
import { type Block, type Cell, findingSentence, sentence, type Table } from '../block.ts';
import { durationCell, emptyCell, numberCell, numberColumn, shareCell, textCell, textColumn } from '../cells.ts';
import type { View } from './view.ts';

interface Found {
  readonly evidence: Evidence;
  readonly suggestions: readonly Suggestion[];
  readonly comparison: Comparison | undefined;
  readonly readings: readonly ComparisonReading[];
}

/** What the largest losses suggest, and what the proposals that were compared bring and cost. */
export const whatToChange: View<Found> = {
  id: 'whatToChange',
  rests: 'run',
  needs: (evidence) => (evidence.scenario.result === undefined && evidence.comparison === undefined ? message('report.needsRun') : undefined),
  find: (evidence) => {
    const { comparison } = evidence;
    const { result } = evidence.scenario;
    return {
      evidence,
      comparison,
      suggestions: result === undefined ? [] : suggestions(evidence, result),
      readings: comparison === undefined ? [] : comparison.scenarios.flatMap((scenario) => readComparison(evidence, comparison, scenario.id) ?? []),
    };
  },
  present: (found): readonly Block[] => [
    ...(found.comparison?.selection === undefined ? [] : [findingSentence(selectionFinding(found.evidence, found.comparison.selection), 'headline')]),
    ...found.readings.flatMap((reading) => comparisonBlocks(reading)),
    ...(found.comparison === undefined ? [] : found.comparison.scenarios.map((scenario) => differenceTable(found.evidence, scenario.id, scenario.differences))),
    ...(found.suggestions.length === 0 ? [] : [suggestionTable(found.suggestions)]),
  ],
};

/** The sentences of one proposal: its effect, who gains, who pays, what moved elsewhere. */
export function comparisonBlocks(reading: ComparisonReading, atMost = 3): readonly Block[] {
  const part = (title: MessageId, findings: ComparisonReading['gains']): readonly Block[] =>
    findings.length === 0 ? [] : [sentence(message(title), { strength: 'muted' }), ...findings.slice(0, atMost).map((finding) => findingSentence(finding))];
  return [
    findingSentence(reading.effect, 'headline'),
    ...part('report.whoGains', reading.gains),
    ...part('report.whoPays', reading.pays),
    ...part('report.elsewhere', reading.elsewhere),
  ];
}

const measures: Readonly<Record<Difference['measure'], MessageId>> = {
  leadTime: 'report.leadTime', waiting: 'report.waiting', friction: 'report.friction', utilisation: 'report.utilisation', cost: 'report.cost',
};
const verdicts: Readonly<Record<Difference['verdict'], MessageId>> = {
  better: 'report.better', worse: 'report.worse', unclear: 'report.unclear',
};

function differenceTable(evidence: Evidence, id: string, differences: readonly Difference[]): Table {
  const proposal = evidence.proposals?.find((one) => one.id === id) ?? evidence.scenario;
  const told = differences.filter((difference) => difference.element === null || difference.verdict !== 'unclear');
  return {
    kind: 'table',
    id: `differences-${id}`,
    title: message('report.differences', { proposal: proposal.name }),
    columns: [
      textColumn('report.measure'), textColumn('report.where'), numberColumn('report.difference'), numberColumn('report.interval'), textColumn('report.verdict'),
      textColumn('report.touched'),
    ],
    rows: told.map((difference) => [
      textCell(message(measures[difference.measure])),
      difference.element === null ? emptyCell : textCell(placeName(evidence, proposal, difference.element), difference.element.split('>')[0]),
      amountCell(difference.measure, difference.mean),
      difference.low === null || difference.high === null
        ? emptyCell
        : textCell(message('report.between', { low: amountCell(difference.measure, difference.low).text, high: amountCell(difference.measure, difference.high).text })),
      textCell(message(verdicts[difference.verdict])),
      textCell(message(difference.secondOrder ? 'report.secondOrder' : 'report.direct')),
    ]),
    note: message('report.differencesNote'),
  };
}

function placeName(evidence: Evidence, proposal: Evidence['scenario'], element: string): Message {
  const [from, to] = element.split('>');
  if (from !== undefined && to !== undefined) return boundaryName(proposal.model, from, to);
  const model = element in proposal.model.teams || element in proposal.model.nodes ? proposal.model : (evidence.base?.model ?? proposal.model);
  return doerName(model, element);
}

function amountCell(measure: Difference['measure'], value: number): Cell {
  switch (measure) {
    case 'leadTime':
    case 'waiting':
    case 'friction':
      return durationCell(value);
    case 'utilisation':
      return shareCell(value);
    case 'cost':
      return { ...numberCell(value), money: true };
  }
}

function suggestionTable(list: readonly Suggestion[]): Table {
  return {
    kind: 'table',
    id: 'suggestions',
    title: message('report.suggestions'),
    columns: [textColumn('report.suggestion'), numberColumn('report.atStake', 's'), textColumn('report.why')],
    rows: list.map((one) => [textCell(one.sentence, one.elements[0]), durationCell(one.atStake), textCell(one.reason)]),
    note: message('report.suggestionsNote'),
  };
}
