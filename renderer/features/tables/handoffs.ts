import { change, withPart } from '../../../shared/document/cells/changes.ts';
import { choiceColumn, durationColumn, figureColumn, numberColumn, percentColumn, textColumn, yesNoColumn } from '../../../shared/document/cells/columns.ts';
import { handoffCells, handoffName, handoffsOf, setHandoff } from '../../../shared/document/cells/handoff-cells.ts';
import { anyTable, type Context, type Reading, type Table } from '../../../shared/document/cells/table.ts';
import { defaults } from '../../../shared/document/model/defaults.ts';
import { channels, flowKinds, type Flow } from '../../../shared/document/model/flow.ts';
import { flowKind } from '../../../shared/document/model/queries.ts';

const setTerm = (flow: Flow, field: 'responseTime' | 'penalty', value: unknown): Reading => setHandoff(flow, 'term', withPart<Record<string, unknown>, string>(flow.handoff?.term, field, value));

const noBatch = (flow: Flow): boolean => flow.handoff?.batch === undefined;
const noBranch = (flow: Flow, { model }: Context): boolean => {
  const from = model.nodes[flow.from];
  return !(from?.kind === 'gateway' && from.decides !== 'firstEvent');
};

const table: Table<Flow> = {
  label: 'tables.handoffs',
  empty: 'tables.noHandoffs',
  rows: handoffsOf,
  nameOf: handoffName,
  places: (flow) => [flow.id],
  columns: [
    textColumn<Flow>({ id: 'between', label: 'canvas.handoff', width: 240, get: handoffName }),
    choiceColumn<Flow>({
      id: 'channel', label: 'canvas.channel', get: (flow) => flow.handoff?.channel, set: (flow, value) => setHandoff(flow, 'channel', value),
      choices: ({ say }) => channels.map((value) => ({ value, label: say(`canvas.channel.${value}`) })), absent: (_flow, { say }) => say('canvas.notSaid'),
    }),
    handoffCells.transfer,
    choiceColumn<Flow>({
      id: 'counts', label: 'canvas.counts', get: (flow) => flow.handoff?.transfer?.counts, fixed: (flow) => flow.handoff?.transfer === undefined,
      set: (flow, counts) => setHandoff(flow, 'transfer', flow.handoff?.transfer === undefined ? undefined : withPart(flow.handoff.transfer, 'counts', counts as 'elapsed' | 'working' | undefined)),
      choices: ({ say }) => (['working', 'elapsed'] as const).map((value) => ({ value, label: say(`canvas.counts.${value}`) })), absent: (flow, { say }) => (flow.handoff?.transfer === undefined ? '' : say(`canvas.counts.${defaults.handoff.transferCounts}`)),
    }),
    handoffCells.questions,
    handoffCells.answer,
    handoffCells.rejection,
    handoffCells.setup,
    yesNoColumn<Flow>({ id: 'rekeying', label: 'tables.rekeyed', get: (flow) => flow.handoff?.rekeying, set: (flow, value) => setHandoff(flow, 'rekeying', value) }),
    numberColumn<Flow>({ id: 'batch', label: 'tables.passedTogether', least: 1, whole: true, hint: '1', get: (flow) => flow.handoff?.batch?.size, set: (flow, size) => setHandoff(flow, 'batch', size === undefined || size === 1 ? undefined : { ...flow.handoff?.batch, size }) }),
    durationColumn<Flow>({
      id: 'timeout', label: 'canvas.atTheLatest', width: 136, counts: 'elapsed', assumed: 'd', get: (flow) => flow.handoff?.batch?.timeout, fixed: noBatch,
      set: (flow, timeout) => (flow.handoff?.batch === undefined ? [] : setHandoff(flow, 'batch', withPart(flow.handoff.batch, 'timeout', timeout))),
    }),
    durationColumn<Flow>({ id: 'response', label: 'canvas.response', counts: 'elapsed', assumed: 'd', get: (flow) => flow.handoff?.term?.responseTime, set: (flow, value) => setTerm(flow, 'responseTime', value) }),
    figureColumn<Flow>({ id: 'penalty', label: 'canvas.penalty', width: 120, get: (flow) => flow.handoff?.term?.penalty, set: (flow, value) => setTerm(flow, 'penalty', value) }),
    percentColumn<Flow>({ id: 'probability', label: 'canvas.probability', fixed: noBranch, get: (flow) => flow.probability, set: (flow, value) => [change('flow.edit', flow.id, 'probability', value)] }),
    choiceColumn<Flow>({
      id: 'kind', label: 'canvas.kindOfFlow', get: (flow) => flow.kind, set: (flow, value) => [change('flow.edit', flow.id, 'kind', value)],
      choices: ({ say }) => flowKinds.map((value) => ({ value, label: say(`canvas.flowKind.${value}`) })), absent: (flow, { model, say }) => say(`canvas.flowKind.${flowKind(model, flow)}`),
    }),
  ],
};

export const handoffsTable = anyTable(table);
