import { doerName, type Evidence } from '../../analysis/readings/evidence.ts';
import type { Finding } from '../../analysis/readings/finding.ts';
import { causeNames } from '../../analysis/readings/groups.ts';
import { lossFindings, rankedBoundaries } from '../../analysis/readings/losses.ts';
import { type BoundaryResult, meanOf, type RunResult } from '../../analysis/readings/measures.ts';
import { dominatingCause } from '../../analysis/readings/reason.ts';
import { message } from '../../language/message.ts';
import { type Block, type Cell, findingSentence, type Table } from '../block.ts';
import { durationCell, emptyCell, intervalCell, numberCell, numberColumn, shareCell, textCell, textColumn } from '../cells.ts';
import type { View } from './view.ts';

/** A matrix of more teams than this is no table that anyone reads. */
const matrixSize = 12;

interface Found {
  readonly evidence: Evidence;
  readonly result: RunResult;
  readonly boundaries: readonly BoundaryResult[];
  readonly findings: readonly Finding[];
}

/** Friction per boundary: who hands over to whom, what it costs and why. */
export const betweenTeams: View<Found | undefined> = {
  id: 'betweenTeams',
  rests: 'run',
  needs: (evidence) => (evidence.scenario.result === undefined ? message('report.needsRun') : undefined),
  find: (evidence) => {
    const { result } = evidence.scenario;
    return result === undefined ? undefined : { evidence, result, boundaries: rankedBoundaries(result), findings: lossFindings(evidence, result, 5) };
  },
  present: (found): readonly Block[] =>
    found === undefined
      ? []
      : [...found.findings.map((finding, at) => findingSentence(finding, at === 0 ? 'headline' : undefined)), boundaryTable(found), ...matrix(found)],
};

function boundaryTable({ evidence, result, boundaries }: Found): Table {
  const { model } = evidence.scenario;
  const currency = evidence.settings.currency ?? 'EUR';
  const costs = boundaries.some((boundary) => meanOf(boundary.cost) > 0);
  return {
    kind: 'table',
    id: 'boundaries',
    title: message('report.boundaries'),
    columns: [
      textColumn('report.from'), textColumn('report.to'), numberColumn('report.crossings'), numberColumn('report.friction', 's'), numberColumn('report.interval'),
      numberColumn('report.madeByHandoff', 's'), numberColumn('report.madeByLoad', 's'), textColumn('report.mainCause'), numberColumn('report.index', 'share'),
      numberColumn('report.pingPong'), ...(costs ? [{ ...numberColumn('report.cost', currency), money: true }] : []),
    ],
    rows: boundaries.map((boundary) => [
      textCell(doerName(model, boundary.from), boundary.from),
      textCell(doerName(model, boundary.to), boundary.to),
      numberCell(boundary.crossings.mean),
      durationCell(boundary.friction.mean),
      intervalCell(boundary.friction, 'duration'),
      durationCell(boundary.madeByHandoff.mean),
      durationCell(boundary.madeByLoad.mean),
      meanOf(boundary.friction) > 0 ? textCell(message(causeNames[dominatingCause(boundary).cause])) : emptyCell,
      shareCell(boundary.index.mean ?? (meanOf(result.leadTime) > 0 ? meanOf(boundary.friction) / meanOf(result.leadTime) : 0)),
      numberCell(boundary.pingPong.mean),
      ...(costs ? [numberCell(boundary.cost.mean)] : []),
    ]),
    note: message('report.boundariesNote'),
  };
}

/** Friction by sender and receiver; left out where there are too many teams to read it. */
function matrix({ evidence, boundaries }: Found): readonly Table[] {
  const { model } = evidence.scenario;
  const senders = [...new Set(boundaries.map((boundary) => boundary.from))];
  const receivers = [...new Set(boundaries.map((boundary) => boundary.to))];
  if (senders.length === 0 || senders.length > matrixSize || receivers.length > matrixSize) return [];
  const at = new Map(boundaries.map((boundary) => [`${boundary.from}>${boundary.to}`, boundary]));
  const cell = (from: string, to: string): Cell => {
    const boundary = at.get(`${from}>${to}`);
    return boundary === undefined ? emptyCell : durationCell(boundary.friction.mean);
  };
  return [
    {
      kind: 'table',
      id: 'boundary-matrix',
      title: message('report.matrix'),
      columns: [textColumn('report.fromTo'), ...receivers.map((to) => ({ heading: doerName(model, to), align: 'end' as const, unit: 's' }))],
      rows: senders.map((from) => [textCell(doerName(model, from), from), ...receivers.map((to) => cell(from, to))]),
    },
  ];
}
