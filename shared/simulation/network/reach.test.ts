import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileReach } from './reach.ts';

describe('reach', () => {
  it('says who comes back to itself, as going there step by step does', () => {
    const graph = fc.integer({ min: 1, max: 9 }).chain((count) => fc.array(fc.uniqueArray(fc.nat(count - 1), { maxLength: 3 }), { minLength: count, maxLength: count }));
    fc.assert(fc.property(graph, (ways) => {
      const reach = compileReach(ways, ways);
      for (const node of ways.keys()) {
        const seen = new Set<number>();
        const open = [...ways[node]!];
        for (let each = open.pop(); each !== undefined; each = open.pop()) {
          if (seen.has(each)) continue;
          seen.add(each);
          open.push(...ways[each]!);
        }
        for (const target of ways.keys()) expect(reach.from(node, target)).toBe(seen.has(target));
      }
    }));
  });
});
