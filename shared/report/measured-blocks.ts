import { type MeasuredHandoff, type WaitingCause, waitingCauses } from '../analysis/measured/waiting-causes.ts';
import { durationText } from '../analysis/readings/phrases.ts';
import { message, type MessageId } from '../language/message.ts';
import { type Block, sentence, words } from './block.ts';
import { durationCell, numberCell, numberColumn, textCell, textColumn } from './cells.ts';

const causeNames: Readonly<Record<WaitingCause, MessageId>> = {
  batching: 'analysis.cause.batch',
  prioritisation: 'analysis.cause.priority',
  contention: 'analysis.cause.queue',
  unavailability: 'analysis.cause.calendar',
  extraneous: 'report.measured.extraneous',
};

/** Handoffs shown; the rest stands in the JSON. */
const shown = 30;

/** What a log says about waiting between people: the costliest handoffs with their causes, in the words of a run. */
export function measuredBlocks(handoffs: readonly MeasuredHandoff[], cases: number): readonly Block[] {
  const total = handoffs.reduce((sum, { waiting }) => sum + waiting, 0);
  const [first] = handoffs;
  const column = (cause: WaitingCause) => ({ ...numberColumn(causeNames[cause], 's') });
  return [
    sentence(message('report.measured.total', { time: durationText(cases > 0 ? total / cases : 0), cases }), { strength: 'headline' }),
    ...(first === undefined
      ? []
      : [sentence(message('report.measured.most', { from: placeOf(first.sourceActivity, first.sourceResource), to: placeOf(first.targetActivity, first.targetResource), time: durationText(first.waiting / first.frequency) }))]),
    {
      kind: 'table',
      id: 'measured',
      title: message('report.boundaries'),
      columns: [textColumn('report.from'), textColumn('report.to'), numberColumn('report.measured.times'), numberColumn('report.measured.each', 's'), numberColumn('report.measured.sum', 's'), ...waitingCauses.map(column)],
      rows: handoffs.slice(0, shown).map((row) => [
        textCell(words(placeOf(row.sourceActivity, row.sourceResource))),
        textCell(words(placeOf(row.targetActivity, row.targetResource))),
        numberCell(row.frequency),
        durationCell(row.waiting / row.frequency),
        durationCell(row.waiting),
        ...waitingCauses.map((cause) => durationCell(row.causes[cause])),
      ]),
      note: message('report.measured.note'),
    },
  ];
}

const placeOf = (activity: string, resource: string): string => (resource === '' ? activity : `${activity} (${resource})`);
