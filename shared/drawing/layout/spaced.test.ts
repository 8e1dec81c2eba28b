import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Placed, spaced } from './spaced.ts';

const things = fc.array(fc.record({ at: fc.integer({ min: 0, max: 2000 }), half: fc.constantFrom(18, 24, 80), across: fc.integer({ min: 0, max: 400 }), smaller: fc.boolean() }), { maxLength: 12 })
  .map((list) => list.map(({ at, half, across, smaller }, i): Placed => ({ id: String(i), at, half, newHalf: smaller && half === 80 ? 52 : half, from: across, to: across + 64 })));

it('keeps the order, keeps apart what was apart, and leaves no more room than there was', () => {
  fc.assert(fc.property(things, (list) => {
    const placed = spaced(list, () => 30);
    const place = ({ id }: Placed): number => placed.get(id) ?? Number.NaN;
    for (const a of list) {
      for (const b of list) {
        if (b.at > a.at) expect(place(b)).toBeGreaterThanOrEqual(place(a) - 1e-9);
        const apart = b.at - b.half - (a.at + a.half);
        if (apart >= 0 && a.from < b.to && b.from < a.to) expect(place(b) - b.newHalf - (place(a) + a.newHalf)).toBeGreaterThanOrEqual(Math.min(30, apart) - 1e-9);
      }
    }
    const span = (middle: (one: Placed) => number): number => Math.max(...list.map(middle)) - Math.min(...list.map(middle));
    if (list.length > 0) expect(span(place)).toBeLessThanOrEqual(span(({ at }) => at) + 1e-9);
  }));
});

it('lets neighbours of different lanes come as near as it is told, and no further apart than they were', () => {
  const card = (id: string, at: number, from: number): Placed => ({ id, at, half: 80, newHalf: 52, from, to: from + 64 });
  const stairs = [card('a', 0, 0), card('b', 200, 120), card('c', 400, 240)];
  expect([...spaced(stairs, () => 34, () => 70)]).toEqual([['a', 0], ['b', 70], ['c', 140]]);
  expect([...spaced(stairs, () => 34, () => 900)]).toEqual([['a', 0], ['b', 200], ['c', 400]]);
  // What lies in one lane keeps the gap all the same.
  expect([...spaced([card('a', 0, 0), card('b', 200, 0)], () => 34, () => 70)]).toEqual([['a', 0], ['b', 138]]);
});

it('closes wide gaps to the given one, and gives a label the room it asks for', () => {
  const row = (id: string, at: number): Placed => ({ id, at, half: 80, newHalf: 50, from: 0, to: 64 });
  expect([...spaced([row('a', 0), row('b', 400), row('c', 580)], (a) => (a.id === 'a' ? 90 : 34))]).toEqual([['a', 0], ['b', 190], ['c', 310]]);
});
