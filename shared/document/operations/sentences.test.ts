import { describe, expect, it } from 'vitest';
import { say } from '../../language/say.ts';
import { allIds } from '../model/queries.ts';
import type { Model } from '../model/model.ts';
import { tellChanges } from '../scenarios/tell-changes.ts';
import { sampleModel } from '../testing/sample.ts';
import { sampleOperations } from '../testing/sample-operations.ts';
import { applyOperation, type Operation, operationTypes, sentenceOf } from './all.ts';

/** The same value with a sign before every id, so that an id is seen wherever it gets into a sentence. */
function marked<T>(value: T, ids: ReadonlySet<string>): T {
  const mark = (one: unknown, field?: string): unknown => {
    if (typeof one === 'string') return ids.has(one) && field !== 'type' && field !== 'kind' && field !== 'name' ? `#${one}` : one;
    if (Array.isArray(one)) return one.map((inner) => mark(inner));
    if (typeof one !== 'object' || one === null) return one;
    return Object.fromEntries(Object.entries(one).map(([key, inner]) => [ids.has(key) && typeof inner === 'object' ? `#${key}` : key, mark(inner, key)]));
  };
  return mark(value) as T;
}

/** The sample, and the same without a single name that may be missing. */
const models = (): readonly Model[] => {
  const nameless = sampleModel();
  for (const node of Object.values(nameless.nodes)) delete node.name;
  return [sampleModel(), nameless];
};

describe('the sentence of an operation', () => {
  it.each(operationTypes)('%s: names its elements and never shows an id', (type) => {
    const operation: Operation = sampleOperations[type];
    for (const model of models()) {
      const applied = applyOperation(model, operation);
      const own = allIds(model);
      const ids = new Set([...own, ...(applied.ok ? allIds(applied.value.model) : []), 'standard']);
      for (const name of ['outside', 'page']) if (!own.has(name)) ids.delete(name);
      for (const locale of ['en', 'de'] as const) {
        expect(say(sentenceOf(marked(operation, ids), marked(model, ids)), locale)).not.toContain('#');
      }
    }
  });
});

describe('the changes of a proposal', () => {
  it('are told in the words of what those before them made', () => {
    const told = tellChanges(sampleModel(), [
      { operation: { type: 'node.add', node: { kind: 'step', id: 'approve-small', name: 'Decide small change', process: 'page', position: { x: 0, y: 0 } } } },
      { operation: { type: 'flow.connect', flow: { id: 'to-daily', process: 'page', from: 'assess', to: 'approve-small' } } },
      { operation: { type: 'handoff.setChannel', flow: 'to-daily', channel: 'chat' } },
    ]).map((sentence) => say(sentence));
    expect(told).toEqual(['Add Decide small change', 'Connect Assess → Decide small change', 'Assess → Decide small change: by chat']);
  });

  it('speak of what is not there without its id', () => {
    expect(say(sentenceOf({ type: 'handoff.setChannel', flow: 'to-daily', channel: 'chat' }, sampleModel()))).not.toContain('to-daily');
  });
});
