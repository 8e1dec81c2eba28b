import { expect, test } from 'vitest';
import { sampleModel } from '../analysis/readings/sample-evidence.ts';
import type { Model } from '../document/model/model.ts';
import { waysThrough } from './ways.ts';

type Kind = 'start' | 'step' | 'gateway' | 'end';

/** Nodes by id, and flows as `from>to`. */
function drawn(kinds: Readonly<Record<string, Kind>>, flows: readonly string[]): Model {
  const process = 'p';
  return {
    ...sampleModel(),
    nodes: Object.fromEntries(Object.entries(kinds).map(([id, kind]) => [id, kind === 'gateway' ? { kind, id, process, position: { x: 0, y: 0 }, decision: 'oneOf' } : { kind, id, process, position: { x: 0, y: 0 } }])) as Model['nodes'],
    flows: Object.fromEntries(flows.map((id) => [id, { id, process, from: id.split('>')[0] ?? '', to: id.split('>')[1] ?? '' }])),
  };
}

const model = drawn(
  { in: 'start', a: 'step', fork: 'gateway', b: 'step', c: 'step', out: 'end' },
  ['in>a', 'a>fork', 'fork>b', 'fork>c', 'c>a', 'b>out'],
);

test('a way goes through gateways, never through another step', () => {
  const ways = waysThrough(model);
  expect(ways.paths[ways.between('a', 'b')]).toEqual(['a>fork', 'fork>b']);
  expect(ways.paths[ways.between('in', 'a')]).toEqual(['in>a']);
  expect(ways.between('in', 'b')).toBe(-1);
});

test('a way back to the same step is found, and asked for twice it is one way', () => {
  const ways = waysThrough(drawn({ a: 'step', again: 'gateway' }, ['a>again', 'again>a']));
  expect(ways.paths[ways.between('a', 'a')]).toEqual(['a>again', 'again>a']);
  expect(ways.between('a', 'a')).toBe(0);
  expect(ways.paths).toHaveLength(1);
});

test('the nearest end is the one without another step between', () => {
  const ways = waysThrough(model);
  expect(ways.out('b')).toEqual({ node: 'out', path: 0 });
  expect(ways.out('a')).toBeUndefined();
});
