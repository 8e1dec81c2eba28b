import { describe, expect, it } from 'vitest';
import { say } from '../language/say.ts';
import { parseDocument } from '../document/file/parse.ts';
import { serialiseDocument } from '../document/file/serialise.ts';
import { laneBands } from '../document/model/lanes.ts';
import { sizeOfNode } from '../document/model/queries.ts';
import type { Document } from '../document/scenarios/document.ts';
import { conflictsOf, resolveScenario } from '../document/scenarios/resolve.ts';
import { examples } from './examples.ts';

const opened = (text: string, id: string): Document => {
  const parsed = parseDocument(text, `${id}.crossflow`);
  if (!parsed.ok) throw new Error(say(parsed.failure.message));
  return parsed.value;
};

describe.each(examples.map((example) => [example.id, example] as const))('the example %s', (id, example) => {
  it('is the file that is shipped', async () => {
    await expect(example.text).toMatchFileSnapshot(`./${id}.crossflow`);
  });

  it('opens, and is written back byte for byte', () => {
    expect(serialiseDocument(opened(example.text, id))).toBe(example.text);
  });

  it('has proposals that fit without conflict', () => {
    const document = opened(example.text, id);
    expect(Object.keys(document.scenarios).length).toBeGreaterThan(1);
    for (const scenario of Object.keys(document.scenarios)) {
      expect(resolveScenario(document, scenario).ok).toBe(true);
      expect(conflictsOf(document, scenario)).toEqual([]);
    }
  });

  it('is drawn inside its lanes, in every proposal, with room between its nodes', () => {
    const document = opened(example.text, id);
    for (const scenario of Object.keys(document.scenarios)) {
      const resolved = resolveScenario(document, scenario);
      if (!resolved.ok) throw new Error(say(resolved.failure.message));
      const model = resolved.value;
      const nodes = Object.values(model.nodes).map((node) => ({ node, ...node.position, ...sizeOfNode(node) }));
      for (const a of nodes) {
        const page = model.processes[a.node.process];
        const band = page && laneBands(model, page).find((lane) => lane.party === a.node.party);
        expect(band, a.node.id).toBeDefined();
        if (band !== undefined) {
          expect(a.y, a.node.id).toBeGreaterThanOrEqual(band.offset + 16);
          expect(a.y + a.height, a.node.id).toBeLessThanOrEqual(band.offset + band.size - 16);
        }
        for (const b of nodes) {
          if (a.node.id >= b.node.id || a.node.process !== b.node.process) continue;
          const apart = a.x + a.width + 40 <= b.x || b.x + b.width + 40 <= a.x || a.y + a.height + 24 <= b.y || b.y + b.height + 24 <= a.y;
          expect(apart, `${scenario}: ${a.node.id} and ${b.node.id}`).toBe(true);
        }
      }
    }
  });

  it('says of each number that it is an estimate, and names owners, systems and outcomes', () => {
    const document = opened(example.text, id);
    const numbers = (value: unknown): number => {
      if (Array.isArray(value)) return value.reduce((sum: number, item) => sum + numbers(item), 0);
      if (typeof value !== 'object' || value === null) return 0;
      const own = typeof Reflect.get(value, 'type') === 'string' && 'unit' in value && !('provenance' in value) ? 1 : 0;
      return own + Object.values(value).reduce((sum: number, item) => sum + numbers(item), 0);
    };
    expect(numbers(document.model.nodes) + numbers(document.model.teams) + numbers(document.model.flows)).toBe(0);
    for (const node of Object.values(document.model.nodes)) if (node.kind === 'step') expect(node.owner, node.id).toBeDefined();
    for (const party of Object.values(document.model.parties)) expect(party.owner, party.id).toBeDefined();
    expect(Object.keys(document.model.outcomes).length).toBeGreaterThan(0);
  });
});
