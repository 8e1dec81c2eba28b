import type { ElementId } from '../../shared/document/model/fields.ts';
import type { Flow } from '../../shared/document/model/flow.ts';
import type { Node } from '../../shared/document/model/node.ts';
import { BoxIndex } from '../../shared/drawing/layout/box-index.ts';
import type { PlannedFlow } from '../../shared/drawing/layout/plan.ts';
import type { Box } from '../../shared/drawing/scene.ts';
import type { PageView } from './page-view.ts';

export interface NodePlace extends Box {
  readonly node: Node;
}

/** What is on a page, found by place and by what it hangs on: a drag asks for it at every movement. */
export interface Surroundings {
  /** Nodes as the page shows them: flat where their lane is folded. */
  readonly nodes: ReadonlyMap<ElementId, Node>;
  readonly places: BoxIndex<NodePlace>;
  /** Flows by the nodes at their ends. */
  readonly flows: ReadonlyMap<ElementId, readonly Flow[]>;
  readonly planned: ReadonlyMap<ElementId, PlannedFlow>;
}

const known = new WeakMap<PageView, Surroundings>();

/** The surroundings on a page; made once for a view. */
export function surroundingsOf(view: PageView): Surroundings {
  const old = known.get(view);
  if (old !== undefined) return old;
  const places = view.page.nodes.flatMap((node): NodePlace[] => {
    const box = view.boxes.get(node.id);
    return box === undefined ? [] : [{ ...box, node }];
  });
  const flows = new Map<ElementId, Flow[]>();
  const join = (id: ElementId, flow: Flow): void => {
    const list = flows.get(id);
    if (list === undefined) flows.set(id, [flow]);
    else list.push(flow);
  };
  for (const flow of view.page.flows) {
    join(flow.from, flow);
    if (flow.to !== flow.from) join(flow.to, flow);
  }
  const made: Surroundings = {
    nodes: new Map(view.page.nodes.map((node) => [node.id, node])),
    places: new BoxIndex(places),
    flows,
    planned: new Map(view.plan.flows.map((planned) => [planned.flow.id, planned])),
  };
  known.set(view, made);
  return made;
}

/** Flows with an end among some nodes, each once, in the order of those nodes. */
export const flowsAt = (view: PageView, nodes: Iterable<ElementId>): readonly Flow[] => {
  const { flows } = surroundingsOf(view);
  return [...new Set([...nodes].flatMap((id) => flows.get(id) ?? []))];
};
