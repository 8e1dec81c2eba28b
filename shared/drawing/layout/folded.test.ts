import { describe, expect, it } from 'vitest';
import type { Model } from '../../document/model/model.ts';
import { laneBand } from '../../document/model/lanes.ts';
import { sampleModel } from '../sample-model.ts';
import { isFlat } from './folded.ts';
import { boxOfNode } from './node-box.ts';
import { pageOf } from './page.ts';

const folded = (party: string): { readonly model: Model; readonly process: string } => {
  const model = sampleModel();
  const process = Object.values(model.processes)[0];
  if (process === undefined) throw new Error('No page');
  const lanes = process.lanes.map((lane) => (lane.party === party ? { ...lane, collapsed: true } : lane));
  return { process: process.id, model: { ...model, processes: { ...model.processes, [process.id]: { ...process, lanes } } } };
};

describe('nodes of a folded lane', () => {
  const party = Object.values(sampleModel().nodes).find((node) => node.kind === 'step')?.party ?? '';
  const { model, process } = folded(party);
  const page = pageOf(model, model.processes[process] ?? (() => { throw new Error('No page'); })());

  it('are drawn flat inside their lane, the others as they are', () => {
    const band = laneBand(model, page.process, party);
    const inside = page.nodes.filter((node) => node.party === party);
    expect(inside.length).toBeGreaterThan(0);
    for (const node of inside) {
      const box = boxOfNode(node);
      expect(isFlat(node)).toBe(true);
      expect(box.y).toBeGreaterThanOrEqual(band?.offset ?? Infinity);
      expect(box.y + box.height).toBeLessThanOrEqual((band?.offset ?? 0) + (band?.size ?? 0));
    }
    for (const node of page.nodes) if (node.party !== party) expect(node).toBe(model.nodes[node.id]);
  });

  it('are the same objects from one question to the next', () => {
    const again = pageOf(model, page.process);
    expect(again.nodes.every((node, index) => node === page.nodes[index])).toBe(true);
  });
});
