import type { ElementId } from '../../document/model/fields.ts';
import type { Flow } from '../../document/model/flow.ts';
import type { Model } from '../../document/model/model.ts';
import type { Step } from '../../document/model/node.ts';
import { type FlowIndex, indexFlows, workingTeam } from '../../document/model/queries.ts';

/** The end of a boundary that is nobody's: where items come from and go to. */
export const outside = 'outside';

/** What lies behind a boundary of the results: the flows that lead across it and the steps at which they arrive. */
export interface BoundaryPath {
  readonly flows: readonly Flow[];
  readonly steps: readonly Step[];
}

/** Who does a node in the results' sense: its team, else the decider of an approval, else nobody. */
function doerOf(model: Model, id: ElementId): ElementId | undefined {
  const node = model.nodes[id];
  if (node?.kind !== 'step') return undefined;
  return workingTeam(model, node)?.id ?? node.approval?.decider;
}

/** The flows from one team's steps to the next team's, through whatever is no work in between (DESIGN 4c). */
export function boundaryPath(model: Model, from: ElementId, to: ElementId, index: FlowIndex = indexFlows(model)): BoundaryPath {
  const flows = new Map<ElementId, Flow>();
  const steps = new Map<ElementId, Step>();
  for (const node of Object.values(model.nodes)) {
    const leaves = from === outside ? node.kind === 'start' : node.kind === 'step' && doerOf(model, node.id) === from;
    if (!leaves) continue;
    for (const flow of index.from.get(node.id) ?? []) follow(flow, [flow], new Set([node.id]));
  }
  return { flows: [...flows.values()], steps: [...steps.values()] };

  function follow(flow: Flow, path: readonly Flow[], seen: Set<ElementId>): void {
    const node = model.nodes[flow.to];
    if (node === undefined) return;
    const doer = doerOf(model, node.id);
    if (doer !== undefined || node.kind === 'end') {
      if ((doer ?? outside) !== to) return;
      for (const part of path) flows.set(part.id, part);
      if (node.kind === 'step') steps.set(node.id, node);
      return;
    }
    if (seen.has(node.id)) return;
    seen.add(node.id);
    for (const next of index.from.get(node.id) ?? []) follow(next, [...path, next], seen);
  }
}
