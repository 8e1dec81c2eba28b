import { expect, test } from 'vitest';
import type { ReplayStay } from '../../../shared/simulation/results/replay.ts';
import { frameAt, waysOnPage, type Ground } from './frame.ts';

const ground: Ground = {
  boxes: new Map([
    ['assess', { x: 0, y: 100, width: 160, height: 64 }],
    ['decide', { x: 400, y: 100, width: 160, height: 64 }],
  ]),
  lines: new Map([
    ['first', [{ x: 160, y: 132 }, { x: 280, y: 132 }]],
    ['second', [{ x: 280, y: 132 }, { x: 280, y: 172 }, { x: 400, y: 172 }]],
  ]),
};
const paths = [['first', 'second'], ['first', 'elsewhere']];
const ways = waysOnPage({ paths }, ground);
const stay = (part: Partial<ReplayStay>): ReplayStay => ({ item: 0, node: 'decide', left: 100, enable: 200, begin: 300, end: 400, path: 0, ...part });
const at = (time: number, stays = [stay({})], hop = 10) => frameAt({ stays }, ways, ground, time, hop);

test('an item moves along its way, waits above the step and is worked on beneath it', () => {
  // The way is 120 + 40 + 120 long: half of it is in the middle of the step down.
  expect(at(150)).toEqual({ dots: [{ x: 280, y: 152, state: 'moving' }], more: [], counts: { moving: 1, waiting: 0, working: 0 } });
  expect(at(200).dots).toEqual([{ x: 405, y: 92, state: 'waiting' }]);
  expect(at(300).dots).toEqual([{ x: 405, y: 172, state: 'working' }]);
  expect(at(400).dots).toEqual([]);
  expect(at(99).dots).toEqual([]);
});

test('a move that takes no time is shown for a moment', () => {
  const sudden = [stay({ left: 200 })];
  expect(at(205, sudden).dots[0]).toMatchObject({ x: 280, y: 152, state: 'moving' });
  expect(at(210, sudden).dots[0]?.state).toBe('waiting');
});

test('an item that only passes an end is seen going there', () => {
  const out = [stay({ left: 200, begin: 200, end: 200 })];
  expect(at(209, out).counts.moving).toBe(1);
  expect(at(210, out).counts).toEqual({ moving: 0, waiting: 0, working: 0 });
});

test('who is on another page counts but is not drawn', () => {
  const elsewhere = [stay({ path: 1 }), stay({ item: 1, node: 'elsewhere', left: 100, enable: 100, path: -1 })];
  expect(at(150, elsewhere)).toEqual({ dots: [], more: [], counts: { moving: 1, waiting: 1, working: 0 } });
});

test('a long queue is dots and the number of the others', () => {
  const queue = Array.from({ length: 20 }, (_, item) => stay({ item }));
  const { dots, more } = at(250, queue);
  expect(dots).toHaveLength(14);
  expect(more).toEqual([{ x: 542, y: 92, count: 6 }]);
});
