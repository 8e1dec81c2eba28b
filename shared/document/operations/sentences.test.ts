import { describe, expect, it } from 'vitest';
import { say } from '../../language/say.ts';
import { demandClassSchema } from '../model/demand.ts';
import { flowSchema, handoffSchema } from '../model/flow.ts';
import { nodeSchemas } from '../model/node.ts';
import { partySchema, teamSchema } from '../model/organisation.ts';
import { allIds } from '../model/queries.ts';
import { processSchema, type Model } from '../model/model.ts';
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

describe('a change of fields', () => {
  const schemas = { node: nodeSchemas, flow: [flowSchema], handoff: [handoffSchema], team: [teamSchema], party: [partySchema], demand: [demandClassSchema], process: [processSchema] };

  it.each(Object.entries(schemas))('of a %s is said in words, not by the names of the file', (_name, all) => {
    const fields = all.flatMap((schema) => Object.keys(schema.shape)).filter((field) => !['id', 'kind', 'process', 'position', 'parent', 'from', 'to', 'lanes', 'orientation'].includes(field));
    for (const field of fields) expect(say(sentenceOf({ type: 'team.edit', team: 'developers', clear: [field] }, sampleModel()), 'de'), field).not.toMatch(new RegExp(`: ${field}$`));
  });

  it('lists several', () => {
    expect(say(sentenceOf({ type: 'node.edit', node: 'build', set: { owner: 'Ada', rework: { value: 0.1 } } }, sampleModel()))).toBe('Change Build: owner, how often it is done again');
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
