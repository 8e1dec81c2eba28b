import type { ElementId } from '../document/model/fields.ts';
import type { Flow } from '../document/model/flow.ts';
import type { Model } from '../document/model/model.ts';

export interface Ways {
  /** All ways that were asked for, as ids of flows. */
  readonly paths: readonly (readonly ElementId[])[];
  /** Place in `paths` of the shortest way between two nodes that passes no other step; −1 where there is none. */
  between(from: ElementId, to: ElementId): number;
  /** The nearest end after a node; undefined where none follows without another step. */
  out(from: ElementId): { readonly node: ElementId; readonly path: number } | undefined;
}

/** The ways that items take between the steps of a model, through gateways and events; each is searched once. */
export function waysThrough({ nodes, flows }: Model): Ways {
  const after = new Map<ElementId, Flow[]>();
  for (const flow of Object.values(flows)) {
    const list = after.get(flow.from);
    if (list === undefined) after.set(flow.from, [flow]);
    else list.push(flow);
  }
  const paths: ElementId[][] = [];
  const known = new Map<string, { readonly node: ElementId; readonly path: number } | undefined>();

  const search = (key: string, from: ElementId, isGoal: (node: ElementId) => boolean) => {
    if (known.has(key)) return known.get(key);
    const found = shortest(from, isGoal);
    const answer = found === undefined ? undefined : { node: found.node, path: paths.push(found.path) - 1 };
    known.set(key, answer);
    return answer;
  };

  /** Breadth first, in the order of the flows. */
  function shortest(from: ElementId, isGoal: (node: ElementId) => boolean): { readonly node: ElementId; readonly path: ElementId[] } | undefined {
    const seen = new Set<ElementId>();
    let edge: { readonly node: ElementId; readonly path: ElementId[] }[] = [{ node: from, path: [] }];
    while (edge.length > 0) {
      const next: typeof edge = [];
      for (const { node, path } of edge) {
        for (const flow of after.get(node) ?? []) {
          const way = [...path, flow.id];
          if (isGoal(flow.to)) return { node: flow.to, path: way };
          if (seen.has(flow.to) || nodes[flow.to]?.kind === 'step') continue;
          seen.add(flow.to);
          next.push({ node: flow.to, path: way });
        }
      }
      edge = next;
    }
    return undefined;
  }

  return {
    paths,
    between: (from, to) => search(`${from} ${to}`, from, (node) => node === to)?.path ?? -1,
    out: (from) => search(`${from} `, from, (node) => nodes[node]?.kind === 'end'),
  };
}
