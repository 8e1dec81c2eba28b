import type { ElementId } from '../../model/fields.ts';
import type { Flow } from '../../model/flow.ts';
import type { Model } from '../../model/model.ts';
import { plain } from '../applying.ts';

/** Flows of a model or a draft that meet a test, as they stand there: what a draft gives can be changed. */
export const flowsWhere = (model: Model, test: (flow: Flow) => boolean): Flow[] =>
  Object.values(plain(model.flows)).filter(test).flatMap(({ id }) => model.flows[id] ?? []);

export const flowsInto = (model: Model, node: ElementId): Flow[] => flowsWhere(model, (flow) => flow.to === node);
export const flowsOutOf = (model: Model, node: ElementId): Flow[] => flowsWhere(model, (flow) => flow.from === node);

/**
 * Leads every flow into a node on to where its one way out leads, so that the node can go without cutting the process.
 * The flows in keep their ids, and with them their random numbers; what the way out carried as a handoff passes to a flow
 * that carried none. A node with no way out or several cannot be healed: nothing happens and its flows go with it.
 */
export function healAround(draft: Model, node: ElementId): void {
  const out = flowsOutOf(draft, node).filter((flow) => flow.to !== node);
  const onward = out[0];
  if (onward === undefined || out.length > 1) return;
  for (const flow of flowsInto(draft, node)) {
    if (flow.from === node) continue;
    if (flow.from === onward.to) continue;
    flow.to = onward.to;
    delete flow.waypoints;
    if (flow.handoff === undefined && onward.handoff !== undefined) flow.handoff = structuredCopy(onward.handoff);
    if (onward.rework === true) flow.rework = true;
  }
}

/** A copy of plain data; one object must not stand in a draft twice. */
export const structuredCopy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
