import fc from 'fast-check';
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
    [3, 1, 5, 0, 4, 2].forEach((slot) => heap.pushLoosely(slot, slot === 2 ? 1 : 7));
    expect(heap.slots[0]).toBe(2);
    expect(heap.nextTime()).toBe(7);
    // when
    heap.reorder();
    // then
    expect(drain(heap)).toEqual([2, 0, 1, 3, 4, 5]);
  });

  it('gives events out by time, and those of one time in their order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 40 }), (times) => {
        const heap = new LineHeap(times.length, (a, b) => a < b);
        times.forEach((time, slot) => {
          heap.due[slot] = time;
          heap.push(slot);
        });
        expect(drain(heap)).toEqual(times.map((_, slot) => slot).toSorted((a, b) => times[a]! - times[b]! || a - b));
      }),
    );
  });

  it('has the earliest event at its root, whatever comes and goes, where equal times are left in any order', () => {
    const changes = fc.array(fc.record({ kind: fc.constantFrom('push', 'replace', 'drop'), time: fc.double({ min: 0, max: 1, noNaN: true }) }), { maxLength: 100 });
    fc.assert(
      fc.property(changes, (all) => {
        const heap = new LineHeap(all.length, () => false);
        let pending: { readonly slot: number; readonly time: number }[] = [];
        all.forEach(({ kind, time }, slot) => {
          if (kind !== 'push' && pending.length > 0) pending = pending.filter((event) => event.slot !== heap.slots[0]);
          else kind = 'push';
          if (kind === 'push') heap.pushLoosely(slot, time);
          else if (kind === 'replace') heap.replaceLoosely(slot, time);
          else heap.dropLoosely();
          if (kind !== 'drop') pending.push({ slot, time });
          expect(heap.size).toBe(pending.length);
          expect(heap.times[0]).toBe(Math.min(...pending.map((event) => event.time)));
        });
      }),
    );
  });
});
