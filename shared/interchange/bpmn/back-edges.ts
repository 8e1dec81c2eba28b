import type { Flow } from '../../document/model/flow.ts';
import type { Model } from '../../document/model/model.ts';
import { message } from '../../language/message.ts';
import type { ReportBuilder } from '../report.ts';
import { groupBy } from './flows.ts';

/**
 * Marks every flow that leads back to where its item came from as rework, as guessed (DESIGN 3.6). A flow leads back
 * when its target is still open in a depth-first walk from the starts; a circle that is entered in one place has the
 * same flow in every walk.
 */
export function markBackEdges(model: Model, report: ReportBuilder): void {
  const flows = Object.values(model.flows).filter((flow) => flow.kind !== 'information');
  const outgoing = groupBy(flows, (flow) => flow.from);
  const attached = new Map<string, string[]>();
  for (const node of Object.values(model.nodes)) {
    if (node.kind === 'event' && node.attachedTo !== undefined) attached.set(node.attachedTo, [...(attached.get(node.attachedTo) ?? []), node.id]);
  }
  const state = new Map<string, 'open' | 'done'>();
  const back: Flow[] = [];
  const starts = Object.values(model.nodes).filter((node) => node.kind === 'start');
  for (const root of [...starts, ...Object.values(model.nodes)]) walk(root.id);

  function walk(root: string): void {
    if (state.has(root)) return;
    const stack: { id: string; next: number; steps: readonly (Flow | string)[] }[] = [];
    const enter = (id: string): void => {
      state.set(id, 'open');
      stack.push({ id, next: 0, steps: [...(outgoing.get(id) ?? []), ...(attached.get(id) ?? [])] });
    };
    enter(root);
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const step = top.steps[top.next];
      top.next += 1;
      if (step === undefined) {
        state.set(top.id, 'done');
        stack.pop();
        continue;
      }
      const target = typeof step === 'string' ? step : step.to;
      const known = state.get(target);
      if (known === undefined) enter(target);
      else if (known === 'open' && typeof step !== 'string') back.push(step);
    }
  }

  for (const flow of back) {
    model.flows[flow.id] = { ...flow, rework: true, guessedRework: true };
    const called = (id: string): string => model.nodes[id]?.name ?? model.nodes[id]?.kind ?? id;
    report.add('guessed', message('interchange.backEdge', { flow: flow.name ?? `${called(flow.from)} → ${called(flow.to)}`, target: called(flow.to) }), flow.id);
  }
}
