import type { ElementId } from '../../shared/document/model/fields.ts';
import type { Model } from '../../shared/document/model/model.ts';
import { idMaker } from '../../shared/document/model/queries.ts';
import type { Operation } from '../../shared/document/operations/all.ts';

/** Steps in the order in which they follow one right after the other; undefined where they are fewer than two or no such row. */
export function chainOf(model: Model, ids: readonly ElementId[]): readonly ElementId[] | undefined {
  if (ids.length < 2 || !ids.every((id) => model.nodes[id]?.kind === 'step')) return undefined;
  const inside = new Set(ids);
  const next = new Map(Object.values(model.flows).filter(({ from, to }) => inside.has(from) && inside.has(to)).map(({ from, to }) => [from, to]));
  const followers = new Set(next.values());
  let step: ElementId | undefined = ids.find((id) => !followers.has(id));
  const chain: ElementId[] = [];
  while (step !== undefined && !chain.includes(step)) {
    chain.push(step);
    step = next.get(step);
  }
  return chain.length === ids.length ? chain : undefined;
}

/** Makes one step of a row of them: the first takes over what the others did. */
export const mergeOperations = ([first, ...others]: readonly ElementId[]): readonly Operation[] =>
  first === undefined ? [] : others.map((second) => ({ type: 'step.merge', first, second }));

/** Does a row of steps at the same time, between a fork and a join. */
export function parallelOperation(model: Model, steps: readonly ElementId[]): Operation {
  const newId = idMaker(model);
  return { type: 'step.parallelise', steps: [...steps], fork: newId('fork'), join: newId('join'), flows: [newId('flow'), ...steps.map(() => newId('flow'))] };
}
