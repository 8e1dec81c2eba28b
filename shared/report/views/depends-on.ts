import { dependsOnFindings, swingOf } from '../../analysis/readings/depends-on.ts';
import type { TornadoStudy } from '../../analysis/readings/studied.ts';
import { message } from '../../language/message.ts';
import type { Estimate } from '../../simulation/results/estimate.ts';
import { type Block, type Cell, findingSentence, type Table } from '../block.ts';
import { durationCell, emptyCell, intervalCell, numberColumn, textCell, textColumn } from '../cells.ts';
import { durationRangesPicture } from '../pictures.ts';
import type { View } from './view.ts';

/** What the answer depends on: the lead time at both ends of the range of each guess. */
export const dependsOn: View<TornadoStudy | undefined> = {
  id: 'dependsOn',
  rests: 'tornado',
  needs: (evidence) => (evidence.studies?.tornado === undefined ? message('report.needsTornado') : undefined),
  find: (evidence) => evidence.studies?.tornado,
  present: (study): readonly Block[] => {
    if (study === undefined) return [];
    const findings = dependsOnFindings(study).map((finding, at) => findingSentence(finding, at === 0 ? 'headline' : undefined));
    if (study.inputs.length === 0) return findings;
    const base = study.base.mean ?? 0;
    const rows = study.inputs.flatMap((input) => {
      const swing = swingOf(input);
      return swing === undefined ? [] : [{ name: input.name, mean: base, low: Math.min(swing.from, base), high: Math.max(swing.to, base) }];
    });
    return [...findings, ...(rows.length === 0 ? [] : [durationRangesPicture(rows, { id: 'depends-on', title: 'report.view.dependsOn' })]), inputTable(study)];
  },
};

function inputTable({ inputs }: TornadoStudy): Table {
  const end = (estimate: Estimate | null): readonly Cell[] =>
    estimate === null ? [textCell(message('report.pilesUp')), emptyCell] : [durationCell(estimate.mean), intervalCell(estimate, 'duration')];
  return {
    kind: 'table',
    id: 'depends-on',
    title: message('report.dependsOn'),
    columns: [
      textColumn('report.input'), numberColumn('report.spread'), numberColumn('report.atLow', 's'), numberColumn('report.interval'), numberColumn('report.atHigh', 's'),
      numberColumn('report.interval'), numberColumn('report.swing', 's'),
    ],
    rows: inputs.map((input) => {
      const swing = swingOf(input);
      return [
        textCell(input.name, input.element),
        { text: message('report.plusMinus', { value: Math.round(input.spread * 100) }), value: input.spread },
        ...end(input.low), ...end(input.high),
        swing === undefined ? emptyCell : durationCell(swing.to - swing.from),
      ];
    }),
    note: message('report.dependsOnNote'),
  };
}
