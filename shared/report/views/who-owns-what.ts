import { clarityFindings, ownersOf } from '../../analysis/readings/clarity.ts';
import type { Evidence } from '../../analysis/readings/evidence.ts';
import type { Finding } from '../../analysis/readings/finding.ts';
import type { Model } from '../../document/model/model.ts';
import type { Step } from '../../document/model/node.ts';
import { nameOf, workingTeam } from '../../document/model/queries.ts';
import { message } from '../../language/message.ts';
import { type Block, findingSentence, sentence, type Table, words } from '../block.ts';
import { emptyCell, textCell, textColumn } from '../cells.ts';
import type { View } from './view.ts';

interface Found {
  readonly model: Model;
  readonly findings: readonly Finding[];
}

/** Who owns each step and who does it, what is unclear, and which systems hold which data. Needs no run. */
export const whoOwnsWhat: View<Found> = {
  id: 'whoOwnsWhat',
  rests: 'drawing',
  needs: (evidence: Evidence) =>
    Object.values(evidence.scenario.model.nodes).some((node) => node.kind === 'step') ? undefined : message('report.needsSteps'),
  find: (evidence) => ({ model: evidence.scenario.model, findings: clarityFindings(evidence.scenario.model) }),
  present: ({ model, findings }): readonly Block[] => [
    ...(findings.length === 0 ? [sentence(message('report.allClear'), { strength: 'headline' })] : findings.map((finding) => findingSentence(finding))),
    ownershipTable(model),
    ...(Object.keys(model.systems).length === 0 ? [] : [systemTable(model)]),
    ...(Object.keys(model.dataObjects).length === 0 ? [] : [dataTable(model)]),
  ],
};

const isStep = (node: Model['nodes'][string]): node is Step => node.kind === 'step';
const named = (model: Model, ids: readonly string[] | undefined) => (ids === undefined || ids.length === 0 ? emptyCell : textCell(words(ids.map((id) => nameOf(model, id)).join(', '))));

function ownershipTable(model: Model): Table {
  return {
    kind: 'table',
    id: 'ownership',
    title: message('report.ownership'),
    columns: [textColumn('report.step'), textColumn('report.owner'), textColumn('report.doneBy'), textColumn('report.party'), textColumn('report.systems')],
    rows: Object.values(model.nodes).filter(isStep).map((step) => {
      const owners = ownersOf(model, step);
      const team = workingTeam(model, step);
      const decider = step.approval?.decider;
      const doer = team?.id ?? decider;
      const party = team?.party ?? step.party;
      return [
        textCell(words(nameOf(model, step.id)), step.id),
        owners.length === 0 ? emptyCell : textCell(words(owners.join(', '))),
        doer === undefined ? emptyCell : textCell(words(nameOf(model, doer)), doer),
        party === undefined ? emptyCell : textCell(words(nameOf(model, party)), party),
        named(model, step.systems),
      ];
    }),
  };
}

function systemTable(model: Model): Table {
  return {
    kind: 'table',
    id: 'systems',
    title: message('report.systemsTable'),
    columns: [textColumn('report.system'), textColumn('report.owner'), textColumn('report.usedBy')],
    rows: Object.values(model.systems).map((system) => [
      textCell(words(system.name), system.id),
      system.owner === undefined ? emptyCell : textCell(words(system.owner)),
      named(model, Object.values(model.nodes).filter(isStep).filter((step) => step.systems?.includes(system.id) === true).map((step) => step.id)),
    ]),
  };
}

function dataTable(model: Model): Table {
  return {
    kind: 'table',
    id: 'data',
    title: message('report.data'),
    columns: [textColumn('report.dataObject'), textColumn('report.systemOfRecord'), textColumn('report.copies')],
    rows: Object.values(model.dataObjects).map((data) => [
      textCell(words(data.name), data.id),
      data.systemOfRecord === undefined ? emptyCell : textCell(words(nameOf(model, data.systemOfRecord)), data.systemOfRecord),
      named(model, data.copies),
    ]),
  };
}
