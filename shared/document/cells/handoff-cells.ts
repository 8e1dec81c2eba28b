import type { Flow, Handoff } from '../model/flow.ts';
import type { Model } from '../model/model.ts';
import { isHandoff, nameOf } from '../model/queries.ts';
import { changes, withPart } from './changes.ts';
import { percentColumn, timeColumn } from './columns.ts';
import type { Context, Reading } from './table.ts';

/** Flows that cross teams, and those that somebody described as handoffs. */
export const handoffsOf = (model: Model): readonly Flow[] => Object.values(model.flows).filter((flow) => flow.handoff !== undefined || isHandoff(model, flow));

export const handoffName = (flow: Flow, { model }: Context): string => `${nameOf(model, flow.from)} → ${nameOf(model, flow.to)}`;

/** The change of one field of a handoff; undefined takes it away. */
export const setHandoff = (flow: Flow, field: keyof Handoff, value: unknown): Reading => changes('handoff.edit', flow.id, field, value);

/** What those who receive a handoff know about it. */
export const handoffCells = {
  transfer: timeColumn<Flow>('usually', { id: 'transfer', label: 'canvas.transfer', counts: 'elapsed', get: (flow) => flow.handoff?.transfer?.time, set: (flow, time) => setHandoff(flow, 'transfer', time === undefined ? undefined : { ...flow.handoff?.transfer, time }) }),
  questions: percentColumn<Flow>({ id: 'questions', label: 'canvas.questionsBack', get: (flow) => flow.handoff?.clarification?.probability, set: (flow, probability) => setHandoff(flow, 'clarification', probability === undefined ? undefined : { ...flow.handoff?.clarification, probability }) }),
  answer: timeColumn<Flow>('usually', {
    id: 'answer', label: 'canvas.answerTakes', counts: 'working', sizes: true, get: (flow) => flow.handoff?.clarification?.answer, fixed: (flow) => flow.handoff?.clarification === undefined,
    set: (flow, answer) => (flow.handoff?.clarification === undefined ? [] : setHandoff(flow, 'clarification', withPart(flow.handoff.clarification, 'answer', answer))),
  }),
  rejection: percentColumn<Flow>({ id: 'rejection', label: 'canvas.sentBack', get: (flow) => flow.handoff?.rejection, set: (flow, value) => setHandoff(flow, 'rejection', value) }),
  setup: timeColumn<Flow>('usually', { id: 'setup', label: 'canvas.setup', counts: 'working', assumed: 'min', sizes: true, get: (flow) => flow.handoff?.setup, set: (flow, value) => setHandoff(flow, 'setup', value) }),
} as const;
