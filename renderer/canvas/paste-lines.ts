import type { ElementId } from '../../shared/document/model/fields.ts';
import { applyOperation, type Operation } from '../../shared/document/operations/all.ts';
import { boxOfNode } from '../../shared/drawing/shapes/node.ts';
import type { Naming } from '../store/state.ts';
import { firstStep, nameTyped, nextStep } from './naming.ts';
import type { PageView } from './page-view.ts';

/** More lines than this are no list of steps. */
export const mostLines = 200;

/** What lists put before their lines: bullets, dashes, numbers. */
const bullet = /^\s*(?:[-–—•*·▪‣]|\(?\d{1,3}[.)]|[a-z][.)])\s+/i;

/** Names of steps in pasted text: one a line, without bullets; a second cell of a table that names a lane of the page is the wish for it. */
export function stepsIn(text: string, lanes: readonly string[]): readonly string[] {
  const known = new Map(lanes.map((lane) => [lane.toLowerCase(), lane]));
  return text.split(/\r?\n/).flatMap((line) => {
    const [first = '', ...more] = line.split('\t').map((part) => part.trim());
    const name = first.replace(bullet, '').replace(/\s+/g, ' ').slice(0, 200);
    const lane = more.map((part) => known.get(part.toLowerCase())).find((one) => one !== undefined);
    return name === '' ? [] : [lane === undefined ? name : `${name} @${lane}`];
  });
}

/** The page with one more node, as far as finding the next place asks for it. */
function withMade(view: PageView, operations: readonly Operation[], made: ElementId): PageView | undefined {
  let { model } = view;
  for (const operation of operations) {
    const applied = applyOperation(model, operation);
    if (!applied.ok) return undefined;
    model = applied.value.model;
  }
  const node = model.nodes[made];
  if (node === undefined) return undefined;
  return { ...view, model, page: { ...view.page, nodes: [...view.page.nodes, node] }, boxes: new Map(view.boxes).set(made, boxOfNode(node)) };
}

/** Steps joined one to the next, the first to `after` where there is one: as if they had been typed. */
export function pasteLines(view: PageView, steps: readonly string[], after?: ElementId, within?: ElementId): { readonly operations: readonly Operation[]; readonly made: readonly ElementId[] } {
  const operations: Operation[] = [];
  const made: ElementId[] = [];
  let now = view;
  let last = after;
  for (const step of steps) {
    const naming: Naming | undefined = last === undefined ? firstStep(now, within) : nextStep(now, last);
    const named = naming === undefined ? undefined : nameTyped(now, naming, step);
    if (named?.made === undefined) continue;
    const next = withMade(now, named.operations, named.made);
    if (next === undefined) break;
    operations.push(...named.operations);
    made.push(named.made);
    now = next;
    last = named.made;
  }
  return { operations, made };
}
