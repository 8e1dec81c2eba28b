import { describe, expect, it } from 'vitest';
import { sampleModel } from '../sample-model.ts';
import { foldedLane, headerLength, laneHeader, layOutLanes, workingParties, parentHeader } from './lanes.ts';

const content = { x: 300, y: 40, width: 1000, height: 600 };

function layout(orientation: 'horizontal' | 'vertical' = 'horizontal') {
  const model = sampleModel(orientation);
  const process = model.processes['change'];
  if (!process) throw new Error('no process');
  return { model, process, result: layOutLanes(model, process, content) };
}

describe('layOutLanes', () => {
  it.each(['horizontal', 'vertical'] as const)('stacks lanes without gap or overlap, %s', (orientation) => {
    const { result } = layout(orientation);
    const leaves = result.lanes.filter((lane) => lane.leaf).map(({ box }) => (orientation === 'horizontal' ? [box.y, box.y + box.height] : [box.x, box.x + box.width]));
    expect(leaves).toHaveLength(5);
    leaves.slice(1).forEach(([start], i) => expect(start).toBe(leaves[i]?.[1]));
  });
  it('makes a parent as thick as its lanes and ends all headers together', () => {
    const { result, model, process } = layout();
    const it = result.lanes.find(({ party }) => party.id === 'it');
    const dev = result.lanes.find(({ party }) => party.id === 'dev');
    const cloud = result.lanes.find(({ party }) => party.id === 'cloud');
    expect(it?.box.height).toBe(180 + 140);
    expect(dev?.depth).toBe(1);
    expect((dev?.header.x ?? 0) + (dev?.header.width ?? 0)).toBe((cloud?.header.x ?? 0) + (cloud?.header.width ?? 0));
    expect(headerLength(model, process)).toBe(parentHeader + laneHeader);
    expect(workingParties(model, process)).toEqual(['business', 'dev', 'ops', 'board', 'cloud']);
  });
  it('folds a lane with all that lies in it', () => {
    const { model, process } = layout();
    const folded = { ...process, lanes: process.lanes.map((lane) => (lane.party === 'it' ? { ...lane, collapsed: true } : lane)) };
    const result = layOutLanes(model, folded, content);
    expect(result.lanes.map(({ party }) => party.id)).toEqual(['business', 'it', 'board', 'cloud']);
    expect(result.lanes[1]?.box.height).toBe(foldedLane);
  });
  it('steps headers back before a node that lies far out', () => {
    const { model, process } = layout();
    const result = layOutLanes(model, process, { ...content, x: 10 });
    for (const { header } of result.lanes) expect(header.x + header.width).toBeLessThan(10);
  });
  it('answers nothing for a page without lanes', () => {
    const { model, process } = layout();
    expect(layOutLanes(model, { ...process, lanes: [] }, content).bounds).toBeUndefined();
  });
  it('ends at parties that are each other’s parents', () => {
    const { model, process } = layout();
    const round = { ...model, parties: { ...model.parties, it: { ...model.parties['it'], parent: 'dev' } } } as typeof model;
    expect(() => layOutLanes(round, process, content)).not.toThrow();
  });
});
