import ElkConstructor from 'elkjs/lib/elk.bundled.js';
import { describe, expect, it } from 'vitest';
import type { Model } from '../../../document/model/model.ts';
import { sampleModel } from '../../sample-model.ts';
import { type Box, overlaps } from '../../scene.ts';
import { boxOfNode, isAttached } from '../node-box.ts';
import { BoxIndex } from '../box-index.ts';
import { layOutLanes } from '../lanes.ts';
import { hits } from '../routing/obstacles.ts';
import type { LayoutEngine } from './engine.ts';
import { applyTidy, tidy } from './tidy.ts';

const elk = new ElkConstructor();
const engine: LayoutEngine = (graph) => elk.layout(structuredClone(graph) as unknown as Parameters<typeof elk.layout>[0]);

async function tidied(model: Model): Promise<{ readonly model: Model; readonly lines: Awaited<ReturnType<typeof tidy>>['lines'] }> {
  const process = model.processes['change'];
  if (!process) throw new Error('no process');
  const result = await tidy(model, process, engine);
  return { model: applyTidy(model, 'change', result), lines: result.lines };
}

function expectTidy(model: Model): void {
  const process = model.processes['change'];
  if (!process) throw new Error('no process');
  const nodes = Object.values(model.nodes).filter((node) => node.kind !== 'group' && !isAttached(node));
  nodes.forEach((a, i) => nodes.slice(i + 1).forEach((b) => {
    if (a.parent === b.parent) expect(overlaps(boxOfNode(a), boxOfNode(b)), `${a.id} and ${b.id}`).toBe(false);
  }));
  const { lanes } = layOutLanes(model, process, undefined);
  const across = (box: Box): readonly [number, number] => (process.orientation === 'vertical' ? [box.x, box.x + box.width] : [box.y, box.y + box.height]);
  for (const node of nodes) {
    const lane = lanes.find(({ party, leaf }) => leaf && party.id === node.party);
    if (!lane) continue;
    const [from, to] = across(lane.box);
    const [first, last] = across(boxOfNode(node));
    expect(first, node.id).toBeGreaterThanOrEqual(from);
    expect(last, node.id).toBeLessThanOrEqual(to);
  }
}

describe('tidy', () => {
  it.each(['horizontal', 'vertical'] as const)('keeps nodes apart and in their lanes, %s', async (orientation) => {
    const { model } = await tidied(sampleModel(orientation));
    expectTidy(model);
  });
  it('leads no line through a foreign node', async () => {
    const { model, lines } = await tidied(sampleModel());
    const obstacles = Object.values(model.nodes).filter((node) => node.kind !== 'group' && node.kind !== 'note').map((node) => ({ id: node.id, ...boxOfNode(node) }));
    const index = new BoxIndex(obstacles);
    for (const [id, points] of lines) {
      const flow = model.flows[id];
      const from = model.nodes[flow?.from ?? ''];
      const host = from?.kind === 'event' ? from.attachedTo : undefined;
      const met = hits(points, flow?.from ?? '', flow?.to ?? '', index);
      expect(host === undefined ? met : 0, id).toBe(0);
    }
  });
  it('puts an attached event on the border of its step and the frame around what it held', async () => {
    const { model } = await tidied(sampleModel());
    const [event, host, frame, inside] = ['late', 'prepare', 'group', 'build'].map((id) => boxOfNode(model.nodes[id] as Model['nodes'][string]));
    if (!event || !host || !frame || !inside) throw new Error('missing');
    expect(event.y + event.height / 2).toBe(host.y + host.height);
    expect(frame.x).toBeLessThan(inside.x);
    expect(frame.x + frame.width).toBeGreaterThan(inside.x + inside.width);
  });
  it('lays out a page without lanes, and nodes that name none', async () => {
    const bare = sampleModel();
    const process = bare.processes['change'];
    if (!process) throw new Error('no process');
    expectTidy((await tidied({ ...bare, processes: { change: { ...process, lanes: [] } } })).model);
    const lost = bare.nodes['deploy'];
    if (!lost) throw new Error('no node');
    const { party: _none, ...homeless } = lost;
    expectTidy((await tidied({ ...bare, nodes: { ...bare.nodes, deploy: homeless as typeof lost } })).model);
  });
  it('lays out the inside of an open sub-process within it', async () => {
    const base = sampleModel();
    const deploy = base.nodes['deploy'];
    if (deploy?.kind !== 'subprocess') throw new Error('no sub-process');
    const child = (id: string): Model['nodes'][string] => ({ kind: 'step', id, process: 'change', parent: 'deploy', name: id, position: { x: 0, y: 0 } });
    const { model } = await tidied({
      ...base,
      nodes: { ...base.nodes, deploy: { ...deploy, expanded: true }, one: child('one'), two: child('two') },
      flows: { ...base.flows, inner: { id: 'inner', process: 'change', from: 'one', to: 'two' } },
    });
    const holder = boxOfNode(model.nodes['deploy'] as Model['nodes'][string]);
    for (const id of ['one', 'two']) {
      const box = boxOfNode(model.nodes[id] as Model['nodes'][string]);
      expect(box.x).toBeGreaterThan(holder.x);
      expect(box.x + box.width).toBeLessThan(holder.x + holder.width);
      expect(box.y + box.height).toBeLessThan(holder.y + holder.height);
    }
    expectTidy(model);
  });
  it('gives the same page for the same model', async () => {
    const [a, b] = [await tidied(sampleModel()), await tidied(sampleModel())];
    expect(a.model).toEqual(b.model);
  });
});
