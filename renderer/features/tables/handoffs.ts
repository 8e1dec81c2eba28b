import { defaults } from '../../../shared/document/model/defaults.ts';
import { channels, flowKinds, type Flow, type Handoff } from '../../../shared/document/model/flow.ts';
import { flowKind, isHandoff, nameOf } from '../../../shared/document/model/queries.ts';
import { change, changes, withPart } from './changes.ts';
import { choiceColumn, durationColumn, figureColumn, numberColumn, percentColumn, textColumn, timeColumn, yesNoColumn } from './columns.ts';
import { anyTable, type Context, type Reading, type Table } from './table.ts';

const set = (flow: Flow, field: keyof Handoff, value: unknown): Reading => changes('handoff.edit', flow.id, field, value);

const setTerm = (flow: Flow, field: 'responseTime' | 'penalty', value: unknown): Reading => set(flow, 'term', withPart<Record<string, unknown>, string>(flow.handoff?.term, field, value));

const title = (flow: Flow, { model }: Context): string => `${nameOf(model, flow.from)} → ${nameOf(model, flow.to)}`;

const noBatch = (flow: Flow): boolean => flow.handoff?.batch === undefined;
const noBranch = (flow: Flow, { model }: Context): boolean => {
  const from = model.nodes[flow.from];
  return !(from?.kind === 'gateway' && from.decides !== 'firstEvent');
};

const table: Table<Flow> = {
  label: 'tables.handoffs',
  empty: 'tables.noHandoffs',
  rows: (model) => Object.values(model.flows).filter((flow) => flow.handoff !== undefined || isHandoff(model, flow)),
  nameOf: title,
  places: (flow) => [flow.id],
  columns: [
    textColumn<Flow>({ id: 'between', label: 'canvas.handoff', width: 240, get: title }),
    choiceColumn<Flow>({
      id: 'channel', label: 'canvas.channel', get: (flow) => flow.handoff?.channel, set: (flow, value) => set(flow, 'channel', value),
      choices: ({ say }) => channels.map((value) => ({ value, label: say(`canvas.channel.${value}`) })), absent: (_flow, { say }) => say('canvas.notSaid'),
    }),
    timeColumn<Flow>('usually', { id: 'transfer', label: 'canvas.transfer', counts: 'elapsed', get: (flow) => flow.handoff?.transfer?.time, set: (flow, time) => set(flow, 'transfer', time === undefined ? undefined : { ...flow.handoff?.transfer, time }) }),
    choiceColumn<Flow>({
      id: 'counts', label: 'canvas.counts', get: (flow) => flow.handoff?.transfer?.counts, fixed: (flow) => flow.handoff?.transfer === undefined,
      set: (flow, counts) => set(flow, 'transfer', flow.handoff?.transfer === undefined ? undefined : withPart(flow.handoff.transfer, 'counts', counts as 'elapsed' | 'working' | undefined)),
      choices: ({ say }) => (['working', 'elapsed'] as const).map((value) => ({ value, label: say(`canvas.counts.${value}`) })), absent: (flow, { say }) => (flow.handoff?.transfer === undefined ? '' : say(`canvas.counts.${defaults.handoff.transferCounts}`)),
    }),
    percentColumn<Flow>({ id: 'questions', label: 'canvas.questionsBack', get: (flow) => flow.handoff?.clarification?.probability, set: (flow, probability) => set(flow, 'clarification', probability === undefined ? undefined : { ...flow.handoff?.clarification, probability }) }),
    timeColumn<Flow>('usually', {
      id: 'answer', label: 'canvas.answerTakes', counts: 'working', sizes: true, get: (flow) => flow.handoff?.clarification?.answer, fixed: (flow) => flow.handoff?.clarification === undefined,
      set: (flow, answer) => (flow.handoff?.clarification === undefined ? [] : set(flow, 'clarification', withPart(flow.handoff.clarification, 'answer', answer))),
    }),
    percentColumn<Flow>({ id: 'rejection', label: 'canvas.sentBack', get: (flow) => flow.handoff?.rejection, set: (flow, value) => set(flow, 'rejection', value) }),
    timeColumn<Flow>('usually', { id: 'setup', label: 'canvas.setup', counts: 'working', assumed: 'min', sizes: true, get: (flow) => flow.handoff?.setup, set: (flow, value) => set(flow, 'setup', value) }),
    yesNoColumn<Flow>({ id: 'rekeying', label: 'tables.rekeyed', get: (flow) => flow.handoff?.rekeying, set: (flow, value) => set(flow, 'rekeying', value) }),
    numberColumn<Flow>({ id: 'batch', label: 'tables.passedTogether', least: 1, whole: true, hint: '1', get: (flow) => flow.handoff?.batch?.size, set: (flow, size) => set(flow, 'batch', size === undefined || size === 1 ? undefined : { ...flow.handoff?.batch, size }) }),
    durationColumn<Flow>({
      id: 'timeout', label: 'canvas.atTheLatest', width: 136, counts: 'elapsed', assumed: 'd', get: (flow) => flow.handoff?.batch?.timeout, fixed: noBatch,
      set: (flow, timeout) => (flow.handoff?.batch === undefined ? [] : set(flow, 'batch', withPart(flow.handoff.batch, 'timeout', timeout))),
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
