import type { Node } from '../../shared/document/model/node.ts';
import type { PlannedFlow } from '../../shared/drawing/layout/plan.ts';
import { nameOf } from '../../shared/document/model/queries.ts';
import type { Placeable } from '../store/placeables.ts';
import type { Say } from '../ui/locale.tsx';
import type { PageView } from './page-view.ts';

/** What people call a kind of node. */
export function kindOfNode(node: Node): Placeable {
  if (node.kind === 'step') return node.approval === undefined ? 'step' : 'approval';
  if (node.kind === 'event') return node.trigger === 'timer' ? 'wait' : 'message';
  return node.kind;
}

/** A node in one breath: kind, name, lane, where it leads. */
export function speakNode(view: PageView, say: Say): (node: Node) => string {
  const leads = new Map<string, string[]>();
  for (const flow of view.page.flows) leads.set(flow.from, [...(leads.get(flow.from) ?? []), nameOf(view.model, flow.to)]);
  return (node) => {
    const lane = view.model.parties[node.party ?? '']?.name;
    const to = leads.get(node.id);
    const parts = [
      `${say(`canvas.kind.${kindOfNode(node)}`)}: ${node.kind === 'note' ? node.text : (node.name ?? say('canvas.noName'))}`,
      ...(lane === undefined ? [] : [say('canvas.inLane', { lane })]),
      ...(to === undefined ? [] : [say('canvas.leadsTo', { to: to.join(', ') })]),
    ];
    return parts.join('. ');
  };
}

/** A flow in one breath: kind, ends, whether it is a handoff, what is written on it. */
export function speakFlow(view: PageView, say: Say): (planned: PlannedFlow) => string {
  return ({ flow, kind, handoff, label }) => {
    const line = say(handoff ? 'canvas.handoffFromTo' : 'canvas.flowFromTo', { kind: say(`canvas.flowKind.${kind}`), from: nameOf(view.model, flow.from), to: nameOf(view.model, flow.to) });
    return label === '' ? line : `${line}. ${label}`;
  };
}
