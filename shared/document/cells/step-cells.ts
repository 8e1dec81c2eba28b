import type { Model } from '../model/model.ts';
import type { Step } from '../model/node.ts';
import { changes } from './changes.ts';
import { percentColumn, timeColumn } from './columns.ts';
import type { Column, Context } from './table.ts';

/** Steps as they stand on the pages: page by page, in the direction of the flow. */
export function stepsInOrder(model: Model): readonly Step[] {
  const pages = new Map(Object.keys(model.processes).map((page, at) => [page, at]));
  const pageOf = ({ process }: Step): number => pages.get(process) ?? -1;
  const along = ({ process, position }: Step): readonly [number, number] => (model.processes[process]?.orientation === 'vertical' ? [position.y, position.x] : [position.x, position.y]);
  return Object.values(model.nodes)
    .filter((node): node is Step => node.kind === 'step')
    .toSorted((a, b) => pageOf(a) - pageOf(b) || along(a)[0] - along(b)[0] || along(a)[1] - along(b)[1]);
}

export const stepName = (step: Step, { say }: Context): string => step.name ?? say('canvas.noName');

const served = (point: 'usually' | 'atBest' | 'atWorst', id: string, label: 'tables.takes' | 'tables.atBest' | 'tables.atWorst', sizes = false): Column<Step> =>
  timeColumn<Step>(point, { id, label, counts: 'working', sizes, get: (step) => step.serviceTime, set: (step, value) => changes('node.edit', step.id, 'serviceTime', value) });

/** When a step is an approval: after how long it is decided; in a meeting that is not its question. */
const decidesAfter = (step: Step) => (step.approval?.when.type === 'anyTime' ? step.approval.when.after : undefined);

/** What those who do a step know about it. */
export const stepCells = {
  takes: served('usually', 'takes', 'tables.takes', true),
  atBest: served('atBest', 'atBest', 'tables.atBest'),
  atWorst: served('atWorst', 'atWorst', 'tables.atWorst'),
  rework: percentColumn<Step>({ id: 'rework', label: 'canvas.repeats', get: (step) => step.rework, set: (step, value) => changes('node.edit', step.id, 'rework', value) }),
  decidesAfter: timeColumn<Step>('usually', {
    id: 'decidesAfter', label: 'tables.decidesAfter', counts: 'working', assumed: 'd', get: decidesAfter, fixed: (step) => step.approval?.when.type !== 'anyTime',
    set: (step, after) => {
      if (step.approval?.when.type !== 'anyTime') return [];
      const { after: _old, ...when } = step.approval.when;
      return changes('node.edit', step.id, 'approval', { ...step.approval, when: { ...when, ...(after === undefined ? {} : { after }) } });
    },
  }),
} as const;
