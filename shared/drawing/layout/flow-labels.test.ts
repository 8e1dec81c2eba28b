import { describe, expect, it } from 'vitest';
import { emptyModel, type Model } from '../../document/model/model.ts';
import type { Node } from '../../document/model/node.ts';
import { drawFlow } from '../shapes/flow.ts';
import { flatten } from '../path.ts';
import { overlaps } from '../scene.ts';
import { flowLabelSize } from './label-size.ts';
import { boxOfNode } from './node-box.ts';
import { pageOf } from './page.ts';
import { boxAround } from './place-on-line.ts';
import { planPage } from './plan.ts';

/** A gateway with a step right behind it, and one below: little room for the words at the first branch. */
function narrow(): Model {
  const nodes: readonly Node[] = [
    { kind: 'gateway', id: 'gate', name: 'Discount?', process: 'p', position: { x: 0, y: 8 }, decides: 'oneOf' },
    { kind: 'step', id: 'yes', name: 'Approve', process: 'p', position: { x: 100, y: 0 } },
    { kind: 'step', id: 'no', name: 'Go on', process: 'p', position: { x: 100, y: 160 } },
  ];
  return {
    ...emptyModel(),
    processes: { p: { id: 'p', name: 'Page', lanes: [] } },
    nodes: Object.fromEntries(nodes.map((node) => [node.id, node])),
    flows: {
      a: { id: 'a', process: 'p', from: 'gate', to: 'yes', name: 'Yes', probability: { value: 0.4 } },
      b: { id: 'b', process: 'p', from: 'gate', to: 'no', name: 'No', probability: { value: 0.6 } },
    },
  };
}

describe('words at flows', () => {
  it('stand one below the other where they would lie upon a node, and beside each other where there is room', () => {
    const model = narrow();
    const process = model.processes['p'];
    if (process === undefined) throw new Error('No page');
    const plan = planPage(model, pageOf(model, process));
    expect(plan.flows.map(({ stacked }) => stacked === true)).toEqual([true, false]);
    for (const { label, labelAt, stacked } of plan.flows) {
      if (labelAt === undefined) throw new Error(`No place for ${label}`);
      const box = boxAround(labelAt, flowLabelSize({ label, stacked: stacked === true }), 0);
      for (const node of plan.page.nodes) expect(overlaps(box, boxOfNode(node))).toBe(false);
    }
  });

  it('are drawn as lines of their own', () => {
    const texts = flatten([drawFlow({ id: 'a', kind: 'execution', label: 'Yes · 40 %', stacked: true }, [{ x: 0, y: 0 }, { x: 90, y: 0 }])]).flatMap((shape) => (shape.kind === 'text' ? [shape] : []));
    expect(texts).toHaveLength(2);
  });
});
