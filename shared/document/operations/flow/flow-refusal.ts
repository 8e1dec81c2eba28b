import { message, type Message } from '../../../language/message.ts';
import type { ElementId } from '../../model/fields.ts';
import type { Model } from '../../model/model.ts';
import { nodeNameOf } from '../node/node-name.ts';
import { mustExist } from '../requirements.ts';

/** The refusal where no flow can lead from one node to another. */
export function mustConnect(model: Model, from: ElementId, to: ElementId): Message | undefined {
  const gone = mustExist(model, 'nodes', from) ?? mustExist(model, 'nodes', to);
  if (gone !== undefined) return gone;
  const source = model.nodes[from];
  const target = model.nodes[to];
  if (source === undefined || target === undefined) return undefined;
  for (const node of [source, target]) {
    if (node.kind === 'note' || node.kind === 'group') return message('document.refused.noFlows', { element: nodeNameOf(model, node.id) });
  }
  if (source.kind === 'end') return message('document.refused.fromEnd', { element: nodeNameOf(model, from) });
  if (target.kind === 'start') return message('document.refused.toStart', { element: nodeNameOf(model, to) });
  if (source.process !== target.process || source.parent !== target.parent) {
    return message('document.refused.acrossPages', { from: nodeNameOf(model, from), to: nodeNameOf(model, to) });
  }
  return undefined;
}

/** A flow as people see it: "Assess → Decide". */
export function flowName(model: Model, id: ElementId): Message | string {
  const flow = model.flows[id];
  return flow === undefined ? message('document.unknown') : message('document.flowName', { from: nodeNameOf(model, flow.from), to: nodeNameOf(model, flow.to) });
}
