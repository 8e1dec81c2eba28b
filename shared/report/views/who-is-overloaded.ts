import { bottleneckFinding, sensitivityFindings } from '../../analysis/readings/bottleneck.ts';
import { doerName, type Evidence } from '../../analysis/readings/evidence.ts';
import type { Finding } from '../../analysis/readings/finding.ts';
import { instabilityFinding } from '../../analysis/readings/instability.ts';
import { meanOf, type RunResult } from '../../analysis/readings/measures.ts';
import { message, type MessageId } from '../../language/message.ts';
import { type BudgetPart, budgetParts } from '../../simulation/results/causes.ts';
import { type Block, type Cell, findingSentence, type Table } from '../block.ts';
import { capacityCell, durationCell, emptyCell, intervalCell, numberCell, numberColumn, shareCell, textCell, textColumn } from '../cells.ts';
import type { View } from './view.ts';

interface Found {
  readonly evidence: Evidence;
  readonly result: RunResult;
  readonly findings: readonly Finding[];
}

/** Teams by load, the four bottleneck methods side by side, and what their time goes into. */
export const whoIsOverloaded: View<Found | undefined> = {
  id: 'whoIsOverloaded',
  rests: 'gain',
  needs: (evidence) => (evidence.scenario.result === undefined ? message('report.needsRun') : undefined),
  find: (evidence) => {
    const { result } = evidence.scenario;
    if (result === undefined) return undefined;
    const findings = [instabilityFinding(evidence, result), bottleneckFinding(evidence, result), ...sensitivityFindings(evidence, result)];
    return { evidence, result, findings: findings.filter((finding): finding is Finding => finding !== undefined) };
  },
  present: (found): readonly Block[] =>
    found === undefined
      ? []
      : [...found.findings.map((finding, at) => findingSentence(finding, at === 0 ? 'headline' : undefined)), bottleneckTable(found), teamTable(found), budgetTable(found)],
};

function bottleneckTable({ evidence, result }: Found): Table {
  const rows = [...result.bottlenecks].sort(
    (a, b) => (a.gain?.rank ?? Number.MAX_SAFE_INTEGER) - (b.gain?.rank ?? Number.MAX_SAFE_INTEGER) || meanOf(b.offeredLoad) - meanOf(a.offeredLoad),
  );
  const asTime = result.verdict.state !== 'unstable';
  const gain = (estimate: RunResult['leadTime'] | RunResult['throughputPerDay'] | undefined): Cell =>
    estimate === undefined ? emptyCell : asTime ? durationCell(estimate.mean) : numberCell(estimate.mean);
  return {
    kind: 'table',
    id: 'bottlenecks',
    title: message('report.bottlenecks'),
    columns: [
      textColumn('report.team'), numberColumn('report.offeredLoad', 'share'), numberColumn('report.waitShare', 'share'),
      numberColumn('report.activePeriod', 'share'), numberColumn(asTime ? 'report.gainCapacity' : 'report.gainCapacityRate', asTime ? 's' : undefined),
      numberColumn('report.interval'), numberColumn(asTime ? 'report.gainService' : 'report.gainServiceRate', asTime ? 's' : undefined), numberColumn('report.rank'),
    ],
    rows: rows.map((row) => [
      textCell(doerName(evidence.scenario.model, row.team), row.team),
      shareCell(row.offeredLoad.mean),
      shareCell(row.waitShare.mean),
      shareCell(row.activePeriod.mean),
      gain(row.gain?.capacity),
      row.gain === null ? emptyCell : intervalCell(row.gain.capacity, asTime ? 'duration' : 'number'),
      gain(row.gain?.service),
      row.gain === null ? emptyCell : { text: message(row.gain.tied ? 'report.tiedRank' : 'report.number', { value: row.gain.rank }), value: row.gain.rank },
    ]),
    note: message('report.bottlenecksNote'),
  };
}

function teamTable({ result }: Found): Table {
  return {
    kind: 'table',
    id: 'teams',
    title: message('report.teams'),
    columns: [
      textColumn('report.team'), numberColumn('report.capacity'), numberColumn('report.utilisation', 'share'), numberColumn('report.interval'),
      numberColumn('report.queueLength'), numberColumn('report.waiting', 's'),
    ],
    rows: [...result.teams]
      .sort((a, b) => meanOf(b.utilisation) - meanOf(a.utilisation))
      .map((team) => [
        textCell(message('analysis.verbatim', { text: team.name }), team.id),
        capacityCell(team.capacity),
        shareCell(team.utilisation.mean),
        intervalCell(team.utilisation, 'share'),
        numberCell(team.queueLength.mean),
        durationCell(team.waiting.mean),
      ]),
  };
}

const budgetNames: Readonly<Record<BudgetPart, MessageId>> = {
  flowWork: 'report.budget.flowWork', otherWork: 'report.budget.otherWork', interrupts: 'report.budget.interrupts', setup: 'report.budget.setup',
  clarification: 'report.budget.clarification', rework: 'report.budget.rework', abandoned: 'report.budget.abandoned', protected: 'report.budget.protected',
  blocked: 'report.budget.blocked', otherTeam: 'report.budget.otherTeam', slack: 'report.budget.slack',
};

/** Only the parts that some team has; the rest would be columns of zeros. */
function budgetTable({ result }: Found): Table {
  const used = budgetParts.filter((part) => part === 'flowWork' || part === 'slack' || result.teams.some((team) => meanOf(team.budget[part]) > 0.0005));
  return {
    kind: 'table',
    id: 'budget',
    title: message('report.budget'),
    columns: [textColumn('report.team'), ...used.map((part) => numberColumn(budgetNames[part], 'share'))],
    rows: result.teams.map((team) => [textCell(message('analysis.verbatim', { text: team.name }), team.id), ...used.map((part) => shareCell(team.budget[part].mean))]),
    note: message('report.budgetNote'),
  };
}
