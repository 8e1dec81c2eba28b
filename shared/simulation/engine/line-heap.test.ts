import { describe, expect, it } from 'vitest';
import { LineHeap } from './line-heap.ts';

describe('The heap of plain lines', () => {
  const drain = (heap: LineHeap): number[] => {
    const order: number[] = [];
    while (heap.size > 0) {
      order.push(heap.slots[0]!);
      heap.drop();
    }
    return order;
  };

  it('puts events of one time into their order, where that was left open', () => {
    // given: equal times that stand in the heap as they came
    const heap = new LineHeap(6, (a, b) => a < b);
    [3, 1, 5, 0, 4, 2].forEach((slot, place) => {
      heap.due[slot] = slot === 2 ? 1 : 7;
      heap.times[place] = heap.due[slot]!;
      heap.slots[place] = slot;
    });
    heap.size = 6;
    // when
    heap.reorder();
    // then
    expect(drain(heap)).toEqual([2, 0, 1, 3, 4, 5]);
  });

  it('gives events out by time', () => {
    const heap = new LineHeap(5, (a, b) => a < b);
    [4, 2, 9, 1, 3].forEach((time, slot) => {
      heap.due[slot] = time;
      heap.push(slot);
    });
    expect(drain(heap)).toEqual([3, 1, 4, 0, 2]);
  });
});
