import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EventList, orderOf, placeOf } from './event-list.ts';

interface Entry {
  readonly time: number;
  readonly order: number;
  readonly place: number;
  readonly payload: number;
}

const byOrder = (a: Entry, b: Entry): number => a.time - b.time || a.order - b.order || a.place - b.place;

function drain(list: EventList): number[] {
  const payloads: number[] = [];
  while (list.size > 0) payloads.push(list.pop());
  return payloads;
}

describe('the event list', () => {
  it('orders by time, kind, class, item, element and instance, whatever the order of insertion', () => {
    const entries: Entry[] = [
      { time: 0.5, order: orderOf(9, 9, 9), place: 9, payload: 0 },
      { time: 1, order: orderOf(0, 16383, 2 ** 32 - 1), place: 0, payload: 1 },
      { time: 1, order: orderOf(1, 0, 0), place: 0, payload: 2 },
      { time: 1, order: orderOf(1, 1, 0), place: 0, payload: 3 },
      { time: 1, order: orderOf(1, 1, 1), place: placeOf(0, 2 ** 26 - 1), payload: 4 },
      { time: 1, order: orderOf(1, 1, 1), place: placeOf(1, 0), payload: 5 },
      { time: 1, order: orderOf(1, 1, 1), place: placeOf(1, 1), payload: 6 },
      { time: 1, order: orderOf(63, 16383, 2 ** 32 - 1), place: placeOf(2 ** 26 - 1, 2 ** 26 - 1), payload: 7 },
    ];
    for (const rotation of entries.keys()) {
      const list = new EventList(2);
      for (const entry of [...entries.slice(rotation), ...entries.slice(0, rotation)].reverse()) {
        list.push(entry.time, entry.order, entry.place, entry.payload);
      }
      expect(drain(list)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
      expect(list.nextTime()).toBe(Infinity);
    }
  });

  it('behaves as a sorted list under any pushes, pops and removals', () => {
    const command = fc.oneof(
      { weight: 5, arbitrary: fc.record({ kind: fc.constant('push' as const), time: fc.integer({ min: 0, max: 6 }), order: fc.integer({ min: 0, max: 3 }) }) },
      { weight: 3, arbitrary: fc.record({ kind: fc.constant('pop' as const) }) },
      { weight: 2, arbitrary: fc.record({ kind: fc.constant('remove' as const), at: fc.nat(30) }) },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('look' as const) }) },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('clear' as const) }) },
    );
    fc.assert(
      fc.property(fc.array(command, { maxLength: 120 }), (commands) => {
        const list = new EventList(4);
        let model: (Entry & { handle: number })[] = [];
        let serial = 0;
        for (const step of commands) {
          if (step.kind === 'push') {
            serial += 1;
            const entry = { time: step.time, order: step.order, place: serial, payload: serial };
            model.push({ ...entry, handle: list.push(entry.time, entry.order, entry.place, entry.payload) });
          } else if (step.kind === 'pop' && model.length > 0) {
            model.sort(byOrder);
            expect(list.pop()).toBe(model.shift()!.payload);
          } else if (step.kind === 'remove' && model.length > 0) {
            const [gone] = model.splice(step.at % model.length, 1);
            expect(list.payload(gone!.handle)).toBe(gone!.payload);
            list.remove(gone!.handle);
          } else if (step.kind === 'look') {
            expect(list.nextTime()).toBe(Math.min(Infinity, ...model.map(({ time }) => time)));
            for (const { handle, time } of model) expect(list.time(handle)).toBe(time);
          } else if (step.kind === 'clear') {
            list.clear();
            model = [];
          }
          expect(list.size).toBe(model.length);
        }
        expect(drain(list)).toEqual(model.sort(byOrder).map(({ payload }) => payload));
      }),
      { numRuns: 400 },
    );
  });

  it('grows without losing anything', () => {
    const list = new EventList(1);
    for (let index = 0; index < 1000; index += 1) list.push((index * 7919) % 1009, 0, index, index);
    const times = drain(list).map((payload) => (payload * 7919) % 1009);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(times).toHaveLength(1000);
  });
});
