import type { Evidence } from '../../analysis/readings/evidence.ts';
import { accountedFor, frictionFindings, nameOfSource } from '../../analysis/readings/friction-costs.ts';
import type { FrictionStudy } from '../../analysis/readings/studied.ts';
import { message } from '../../language/message.ts';
import type { Estimate } from '../../simulation/results/estimate.ts';
import { type Block, type Cell, findingSentence, type Table } from '../block.ts';
import { durationCell, emptyCell, intervalCell, numberColumn, textCell, textColumn } from '../cells.ts';
import { durationRangesPicture } from '../pictures.ts';
import type { View } from './view.ts';

interface Found {
  readonly evidence: Evidence;
  readonly study: FrictionStudy;
}

/** What each source of friction really costs: what the clock books beside what runs without it say. */
export const frictionCosts: View<Found | undefined> = {
  id: 'frictionCosts',
  rests: 'friction',
  needs: (evidence) => (evidence.studies?.friction === undefined ? message('report.needsFriction') : undefined),
  find: (evidence) => {
    const study = evidence.studies?.friction;
    return study === undefined ? undefined : { evidence, study };
  },
  present: (found): readonly Block[] => {
    if (found === undefined) return [];
    const { evidence, study } = found;
    const findings = frictionFindings(evidence, study).map((finding, at) => findingSentence(finding, at === 0 ? 'headline' : undefined));
    if (study.asItIs === null || study.effects.length === 0) return findings;
    const rows = study.effects.flatMap(({ source, share }) => (share === null || share.mean === null ? [] : [{ name: nameOfSource(source), mean: share.mean, low: share.low, high: share.high }]));
    return [...findings, ...(rows.length === 0 ? [] : [durationRangesPicture(rows, { id: 'friction-costs', title: 'report.view.frictionCosts', zero: true })]), costTable(found)];
  },
};

function costTable({ evidence, study }: Found): Table {
  const ran = evidence.scenario.result !== undefined;
  const amount = (estimate: Estimate | null): readonly Cell[] => (estimate === null ? [emptyCell, emptyCell] : [durationCell(estimate.mean), intervalCell(estimate, 'duration')]);
  return {
    kind: 'table',
    id: 'friction-costs',
    title: message('report.frictionCosts'),
    columns: [
      textColumn('report.cause'), ...(ran ? [numberColumn('report.byTheClock', 's')] : []), numberColumn('report.reallyCosts', 's'), numberColumn('report.interval'),
      numberColumn('report.savesAlone', 's'), numberColumn('report.interval'),
    ],
    rows: [
      ...study.effects.map(({ source, alone, share }) => [textCell(nameOfSource(source)), ...(ran ? [durationCell(accountedFor(evidence, source))] : []), ...amount(share), ...amount(alone)]),
      [textCell(message('report.allCauses')), ...(ran ? [emptyCell] : []), ...amount(study.whole), emptyCell, emptyCell],
    ],
    note: message('report.frictionCostsNote'),
  };
}
