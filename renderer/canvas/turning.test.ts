import { expect, it } from 'vitest';
import { after, samplePage, viewOf } from './sample-page.ts';
import { turned } from './turning.ts';

it('turns the lanes, and makes those wider that are too thin for a step', () => {
  const model = samplePage();
  const later = after(model, turned(viewOf(model)));
  const view = viewOf(later);
  expect(later.processes['p']?.orientation).toBe('vertical');
  expect(later.processes['p']?.lanes.map((lane) => lane.size)).toEqual([208, 208, 160]);
  for (const id of ['ask', 'check']) {
    const lane = view.lanes.lanes.find(({ party }) => party.id === later.nodes[id]?.party)?.box;
    const box = view.boxes.get(id);
    if (lane === undefined || box === undefined) throw new Error(`${id} has no lane`);
    expect(box.x - lane.x).toBe(24);
    expect(lane.x + lane.width - box.x - box.width).toBe(24);
  }
});
