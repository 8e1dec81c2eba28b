import type { Model } from '../../shared/document/model/model.ts';
import { sizeOfNode } from '../../shared/document/model/queries.ts';
import { applyOperation, type Operation } from '../../shared/document/operations/all.ts';
import { onGrid } from './guides.ts';
import type { PageView } from './page-view.ts';

/** Room between the widest node and the borders of its lane, both sides together, in pixels. */
const air = 48;

function after(model: Model, operation: Operation): Model {
  const applied = applyOperation(model, operation);
  return applied.ok ? applied.value.model : model;
}

/** The changes that turn the lanes of a page: lanes that are too thin for their nodes then get wider, nodes stay in their middle. */
export function turned({ model, page: { process } }: PageView): readonly Operation[] {
  const vertical = process.orientation !== 'vertical';
  const turn: Operation = { type: 'process.orient', process: process.id, orientation: vertical ? 'vertical' : 'horizontal' };
  const operations: Operation[] = [turn];
  let now = after(model, turn);
  for (const { party, size, collapsed } of process.lanes) {
    const inside = Object.values(now.nodes).filter((node) => node.process === process.id && node.party === party && node.parent === undefined);
    const thickest = Math.max(0, ...inside.map((node) => (vertical ? sizeOfNode(node).width : sizeOfNode(node).height)));
    const wanted = onGrid(thickest + air);
    if (thickest === 0 || wanted <= size || collapsed === true) continue;
    const resize: Operation = { type: 'lane.resize', process: process.id, party, size: wanted };
    now = after(now, resize);
    const by = (wanted - size) / 2;
    const moves = inside
      .filter((node) => node.kind !== 'event' || node.attachedTo === undefined)
      .map(({ id }) => {
        const { x, y } = now.nodes[id]?.position ?? { x: 0, y: 0 };
        return { node: id, position: vertical ? { x: x + by, y } : { x, y: y + by } };
      });
    const move: Operation = { type: 'node.move', moves };
    now = after(now, move);
    operations.push(resize, move);
  }
  return operations;
}
