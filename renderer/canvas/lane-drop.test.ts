import { describe, expect, it } from 'vitest';
import type { Model } from '../../shared/document/model/model.ts';
import type { LaneBox } from '../../shared/drawing/layout/lanes.ts';
import { laneAround, laneDrop, placeLane } from './lane-drop.ts';
import { after, partyNamed, samplePage, viewOf } from './sample-page.ts';

const laneOf = (model: Model, name: string): LaneBox => {
  const lane = viewOf(model).lanes.lanes.find(({ party }) => party.name === name);
  if (lane === undefined) throw new Error(`no lane ${name}`);
  return lane;
};
const order = (model: Model): readonly string[] => viewOf(model).lanes.lanes.map(({ party, depth }) => `${'-'.repeat(depth)}${party.name}`);

/** The page after a lane was dropped at a share of the thickness of another one. */
const dropped = (model: Model, dragged: string, on: string, share: number, along?: number): readonly string[] | undefined => {
  const view = viewOf(model);
  const target = view.lanes.lanes.find(({ party }) => party.name === on) as LaneBox;
  const lane = view.lanes.lanes.find(({ party }) => party.name === dragged) as LaneBox;
  const drop = laneDrop(view.lanes, lane, { across: target.box.y + share * target.box.height, along: along ?? target.header.x + 4 });
  return drop === undefined ? undefined : order(after(model, placeLane(view, lane, drop)));
};

describe('a lane dragged by its header', () => {
  it('goes before, after or into the lane under it', () => {
    const model = samplePage();
    expect(dropped(model, 'Cloud vendor', 'Business', 0.1)).toEqual(['Cloud vendor', 'Business', 'IT']);
    expect(dropped(model, 'Cloud vendor', 'Business', 0.9)).toEqual(['Business', 'Cloud vendor', 'IT']);
    expect(dropped(model, 'Business', 'IT', 0.5)).toEqual(['IT', '-Business', 'Cloud vendor']);
    expect(dropped(model, 'Business', 'Cloud vendor', 0.9)).toEqual(['IT', 'Cloud vendor', 'Business']);
  });

  it('stays where nothing would change', () => {
    const model = samplePage();
    expect(dropped(model, 'IT', 'IT', 0.9)).toBeUndefined();
    expect(dropped(model, 'IT', 'Business', 0.9)).toBeUndefined();
  });

  it('comes out of a lane over the header of the one around it, or beyond it', () => {
    const model = samplePage();
    const nested = after(model, [{ type: 'lane.nest', party: partyNamed(model, 'Business'), parent: partyNamed(model, 'Cloud vendor') }, { type: 'lane.nest', party: partyNamed(model, 'IT'), parent: partyNamed(model, 'Cloud vendor') }]);
    expect(order(nested)).toEqual(['Cloud vendor', '-IT', '-Business']);
    expect(laneAround(viewOf(nested).lanes, laneOf(nested, 'IT'))?.party.name).toBe('Cloud vendor');
    expect(dropped(nested, 'Business', 'IT', 0.1)).toEqual(['Cloud vendor', '-Business', '-IT']);
    expect(dropped(nested, 'IT', 'Cloud vendor', 0.1, 4)).toEqual(['IT', 'Cloud vendor', '-Business']);
    expect(dropped(nested, 'IT', 'Business', 2)).toEqual(['Cloud vendor', '-Business', 'IT']);
  });

  it('lies after the strip of a lane with work of its own, and takes a place on either side of it', () => {
    const model = samplePage();
    const nested = after(model, [{ type: 'lane.nest', party: partyNamed(model, 'Cloud vendor'), parent: partyNamed(model, 'IT') }]);
    const around = laneOf(nested, 'IT');
    const inner = laneOf(nested, 'Cloud vendor');
    expect(around.own).toMatchObject({ y: around.box.y, height: 160 });
    expect(inner.box.y).toBe(around.box.y + 160);
    expect(nested.nodes['check']).toEqual(model.nodes['check']);
    const half = around.box.height;
    expect(dropped(nested, 'Business', 'IT', 20 / half)).toBeUndefined();
    expect(dropped(nested, 'Business', 'IT', 80 / half)).toEqual(['IT', '-Cloud vendor', '-Business']);
    expect(dropped(nested, 'Business', 'IT', 150 / half)).toEqual(['IT', '-Business', '-Cloud vendor']);
    expect(dropped(nested, 'Cloud vendor', 'IT', 20 / half)).toEqual(['Business', 'Cloud vendor', 'IT']);
  });
});
