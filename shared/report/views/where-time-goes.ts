import type { Evidence } from '../../analysis/readings/evidence.ts';
import { runFindings } from '../../analysis/readings/findings.ts';
import type { Finding } from '../../analysis/readings/finding.ts';
import { causeNames, groupNames, groupTimes, type GroupTime } from '../../analysis/readings/groups.ts';
import { meanOf, type RunResult } from '../../analysis/readings/measures.ts';
import { message, type MessageId } from '../../language/message.ts';
import { type Block, type Cell, findingSentence, type Table, words } from '../block.ts';
import { durationCell, emptyCell, intervalCell, numberCell, numberColumn, shareCell, textCell, textColumn } from '../cells.ts';
import { timeBarPicture } from '../pictures.ts';
import type { View } from './view.ts';

interface Found {
  readonly result: RunResult;
  readonly groups: readonly GroupTime[];
  readonly findings: readonly Finding[];
}

/** Lead time that adds up by cause and by step. */
export const whereTimeGoes: View<Found | undefined> = {
  id: 'whereTimeGoes',
  rests: 'run',
  needs: (evidence) => (evidence.scenario.result === undefined ? message('report.needsRun') : undefined),
  find: (evidence: Evidence) => {
    const { result } = evidence.scenario;
    if (result === undefined) return undefined;
    const findings = runFindings(evidence).filter(({ kind }) => kind === 'headline' || kind === 'unstable' || kind === 'loss' || kind === 'spread');
    return { result, groups: groupTimes(result.attribution), findings };
  },
  present: (found): readonly Block[] =>
    found === undefined
      ? []
      : [
          ...found.findings.slice(0, 1).map((finding) => findingSentence(finding, 'headline')),
          timeBarPicture(found.groups),
          ...found.findings.slice(1).map((finding) => findingSentence(finding)),
          causeTable(found),
          leadTimeTable(found.result),
          stepTable(found.result),
          ...(found.result.classes.length > 1 ? [classTable(found.result)] : []),
        ],
};

function causeTable({ groups, result }: Found): Table {
  const lead = meanOf(result.leadTime);
  const rows: (readonly Cell[])[] = [];
  for (const group of groups) {
    if (group.seconds <= 0) continue;
    const only = group.causes.length === 1 ? group.causes[0] : undefined;
    rows.push([
      textCell(message(groupNames[group.group])),
      durationCell(group.seconds),
      shareCell(lead > 0 ? group.seconds / lead : 0),
      only === undefined ? emptyCell : intervalCell(result.attribution[only.cause], 'duration'),
    ]);
    if (only !== undefined) continue;
    for (const { cause, seconds } of group.causes) {
      if (seconds <= 0) continue;
      rows.push([
        textCell(message('report.indented', { text: message(causeNames[cause]) })),
        durationCell(seconds),
        shareCell(lead > 0 ? seconds / lead : 0),
        intervalCell(result.attribution[cause], 'duration'),
      ]);
    }
  }
  rows.push([textCell(message('report.leadTime')), durationCell(lead), shareCell(1), intervalCell(result.leadTime, 'duration')]);
  return {
    kind: 'table',
    id: 'causes',
    title: message('report.causes'),
    columns: [textColumn('report.cause'), numberColumn('report.perItem', 's'), numberColumn('report.share', 'share'), numberColumn('report.interval')],
    rows,
    note: message('report.calendarTime'),
  };
}

const quantiles: readonly (readonly ['p10' | 'p50' | 'p85' | 'p90' | 'p95', MessageId])[] = [
  ['p10', 'report.p10'], ['p50', 'report.p50'], ['p85', 'report.p85'], ['p90', 'report.p90'], ['p95', 'report.p95'],
];

function leadTimeTable(result: RunResult): Table {
  const { leadTime } = result;
  const plausible = leadTime.plausible;
  return {
    kind: 'table',
    id: 'lead-time',
    title: message('report.leadTimeTable'),
    columns: [textColumn('report.measure'), numberColumn('report.value'), numberColumn('report.interval')],
    rows: [
      [textCell(message('report.mean')), durationCell(leadTime.mean), intervalCell(leadTime, 'duration')],
      ...(plausible === null
        ? []
        : [[textCell(message('report.plausible')), emptyCell, { text: message('report.between', { low: durationCell(plausible.low).text, high: durationCell(plausible.high).text }) }]]),
      ...quantiles.map(([key, name]) => [textCell(message(name)), durationCell(leadTime[key].mean), intervalCell(leadTime[key], 'duration')]),
      [textCell(message('report.flowEfficiency')), shareCell(result.flowEfficiency.mean), intervalCell(result.flowEfficiency, 'share')],
      [textCell(message('report.throughput')), numberCell(result.throughputPerDay.mean), intervalCell(result.throughputPerDay, 'number')],
      [textCell(message('report.workInProgress')), numberCell(result.workInProgress.mean), intervalCell(result.workInProgress, 'number')],
    ],
  };
}

function stepTable(result: RunResult): Table {
  return {
    kind: 'table',
    id: 'steps',
    title: message('report.steps'),
    columns: [
      textColumn('report.step'), textColumn('report.team'), numberColumn('report.visits'), numberColumn('report.waiting', 's'),
      numberColumn('report.service', 's'), numberColumn('report.queueLength'),
    ],
    rows: result.steps.map((step) => [
      textCell(words(step.name), step.id),
      step.team === null ? emptyCell : textCell(words(teamName(result, step.team)), step.team),
      numberCell(step.visits.mean),
      durationCell(step.waiting.mean),
      durationCell(step.service.mean),
      numberCell(step.queueLength.mean),
    ]),
    note: message('report.stepsNote'),
  };
}

const teamName = (result: RunResult, id: string): string => result.teams.find((team) => team.id === id)?.name ?? id;

function classTable(result: RunResult): Table {
  return {
    kind: 'table',
    id: 'classes',
    title: message('report.classes'),
    columns: [textColumn('report.class'), numberColumn('report.items'), numberColumn('report.leadTime', 's'), numberColumn('report.interval'), numberColumn('report.late', 'share')],
    rows: result.classes.map((demand) => [
      textCell(words(demand.id), demand.id), numberCell(demand.items), durationCell(demand.leadTime.mean), intervalCell(demand.leadTime, 'duration'), shareCell(demand.late.mean),
    ]),
  };
}
