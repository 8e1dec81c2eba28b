import { expect, it } from 'vitest';
import { drawFlow } from '../../shared/drawing/shapes/flow.ts';
import { drawNode } from '../../shared/drawing/shapes/node.ts';
import { farPicture, type FarThing } from './far-picture.ts';
import { samplePage, viewOf } from './sample-page.ts';

const step = (x: number, y: number): FarThing => {
  const node = viewOf(samplePage()).page.nodes[0];
  if (node === undefined) throw new Error('The page has no node');
  return { shapes: [drawNode(node)], at: { x, y } };
};

it('draws many steps by one path, each where it stands', () => {
  const picture = farPicture([step(0, 0), step(200, 0), step(400, 80)]);
  expect(picture).toHaveLength(1);
  const [path] = picture;
  expect(path?.style).toMatchObject({ fill: 'surface', stroke: 'neutral' });
  expect(path?.steps.filter(([letter]) => letter === 'M')).toEqual([['M', 0, 0], ['M', 200, 0], ['M', 400, 80]]);
});

it('keeps apart what looks different and what lies far apart', () => {
  expect(farPicture([step(0, 0), step(30_000, 0)])).toHaveLength(2);
  const points = [{ x: 0, y: 0 }, { x: 100, y: 0 }];
  const line = (id: string, faded: boolean): FarThing => ({ shapes: [drawFlow({ id, kind: 'execution' }, points, faded ? { dimmed: true } : {})], at: { x: 0, y: 0 } });
  const lines = farPicture([line('a', false), line('b', true), line('c', false)]);
  expect(lines.map(({ style }) => style.opacity ?? 1)).toEqual([1, 0.3]);
  expect(lines[0]?.steps).toHaveLength(4);
  expect(lines.every(({ style }) => style.fill === undefined)).toBe(true);
});

it('leaves words out', () => {
  expect(farPicture([{ shapes: [{ kind: 'text', lines: [], size: 12, lineHeight: 15, weight: 'regular', anchor: 'start', colour: 'text', x: 0, y: 0 }], at: { x: 0, y: 0 } }])).toEqual([]);
});
