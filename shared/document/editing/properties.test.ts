import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findInconsistency } from '../file/consistency.ts';
import { parseDocument } from '../file/parse.ts';
import { serialiseDocument } from '../file/serialise.ts';
import { type Model, modelSchema } from '../model/model.ts';
import { applyOperation, type Operation, operationTypes } from '../operations/all.ts';
import { applyPatches } from '../operations/applying.ts';
import { type Document, naturalOrder } from '../scenarios/document.ts';
import { sampleDocument } from '../testing/sample.ts';
import { sampleOperations } from '../testing/sample-operations.ts';
import { type Action, act, onModel } from './action.ts';
import { dirty, type History, perform, redo, startHistory, undo } from './history.ts';

const sampled: fc.Arbitrary<Operation> = fc.constantFrom(...operationTypes).map((type) => sampleOperations[type]);
const point = fc.record({ x: fc.integer({ min: -2000, max: 4000 }), y: fc.integer({ min: -2000, max: 4000 }) });
const nodeId = fc.constantFrom(...Object.keys(sampleDocument().model.nodes));
const drawn: fc.Arbitrary<Operation> = fc.oneof(
  sampled,
  fc.record({ type: fc.constant('node.move' as const), moves: fc.array(fc.record({ node: nodeId, position: point, party: fc.constantFrom('it', 'cloud', null) }), { minLength: 1, maxLength: 3 }) }),
  fc.record({ type: fc.constant('node.remove' as const), nodes: fc.array(nodeId, { minLength: 1, maxLength: 3 }), heal: fc.boolean() }),
  fc.record({ type: fc.constant('node.replace' as const), node: nodeId, kind: fc.constantFrom('start', 'step', 'gateway', 'fork', 'join', 'event', 'subprocess', 'end', 'note', 'group') }),
  fc.record({ type: fc.constant('step.eliminate' as const), step: nodeId }),
  fc.record({ type: fc.constant('flow.reconnect' as const), flow: fc.constantFrom('f1', 'f2', 'yes', 'no'), to: nodeId }),
);
const actions: fc.Arbitrary<Action[]> = fc.array(
  fc.record({ operation: drawn, scenario: fc.constantFrom(undefined, 'daily'), gesture: fc.constantFrom(undefined, 'g') }).map((drawnAction) => onModel(drawnAction.operation, drawnAction.scenario, drawnAction.gesture)),
  { maxLength: 12 },
);

it('the inverse of any operation restores the model, and its patches repeat it', () => {
  fc.assert(
    fc.property(actions, (list) => {
      let document = sampleDocument();
      for (const action of list) {
        const acted = act(document, action);
        if (!acted.ok) continue;
        expect(applyPatches(acted.value.document, acted.value.inverse)).toEqual(document);
        expect(applyPatches(document, acted.value.patches)).toEqual(acted.value.document);
        document = acted.value.document;
      }
    }),
    { seed: 1, numRuns: 150 },
  );
});

it('every document that edits can reach can be written and read back', () => {
  fc.assert(
    fc.property(actions, (list) => {
      const { document } = all(list);
      const text = serialiseDocument(document);
      const parsed = parseDocument(text, 'a.crossflow');
      expect(parsed.ok ? '' : parsed.failure).toBe('');
      expect(parsed.ok && serialiseDocument(parsed.value)).toBe(text);
      expect(parsed.ok && parsed.value).toEqual(JSON.parse(JSON.stringify(document)));
    }),
    { seed: 2, numRuns: 150 },
  );
});

it('undoing everything gives the same bytes, redoing everything too', () => {
  fc.assert(
    fc.property(actions, (list) => {
      const end = all(list);
      let back: History = end;
      while (back.past.length > 0) back = undo(back);
      expect(serialiseDocument(back.document)).toBe(serialiseDocument(sampleDocument()));
      expect(dirty(back)).toBe(false);
      let forth = back;
      while (forth.future.length > 0) forth = redo(forth);
      expect(serialiseDocument(forth.document)).toBe(serialiseDocument(end.document));
    }),
    { seed: 3, numRuns: 100 },
  );
});

it('keeps every model whole, whatever is done to it', () => {
  fc.assert(
    fc.property(fc.array(drawn, { maxLength: 12 }), (list) => {
      let model: Model = sampleDocument().model;
      for (const operation of list) {
        const applied = applyOperation(model, operation);
        if (applied.ok) model = applied.value.model;
      }
      expect(modelSchema.safeParse(model).success).toBe(true);
      expect(findInconsistency({ ...sampleDocument(), model })).toBeUndefined();
    }),
    { seed: 4, numRuns: 200 },
  );
});

it('keeps unknown fields of any shape and name', () => {
  const field = fc.string({ minLength: 1, maxLength: 6 }).filter((name) => name !== '__proto__').map((name) => `x-${name}`);
  fc.assert(
    fc.property(fc.dictionary(field, fc.jsonValue({ maxDepth: 3 })), fc.constantFrom<keyof Document>('settings', 'runSettings', 'model'), (fields, place) => {
      const data = JSON.parse(serialiseDocument(sampleDocument())) as Record<string, object>;
      Object.assign(data[place] ?? {}, fields);
      const parsed = parseDocument(JSON.stringify(data), 'a.crossflow');
      if (!parsed.ok) throw new Error(JSON.stringify(parsed.failure));
      const text = serialiseDocument(parsed.value);
      expect((JSON.parse(text) as Record<string, object>)[place]).toMatchObject(JSON.parse(JSON.stringify(fields)) as object);
      const again = parseDocument(text, 'a.crossflow');
      expect(again.ok && serialiseDocument(again.value)).toBe(text);
    }),
    { seed: 5, numRuns: 100 },
  );
});

it('never throws on any text', () => {
  const text = serialiseDocument(sampleDocument());
  fc.assert(
    fc.property(fc.integer({ min: 0, max: text.length }), fc.integer({ min: 0, max: 20 }), fc.string({ maxLength: 8 }), (from, length, inserted) => {
      const torn = text.slice(0, from) + inserted + text.slice(from + length);
      const parsed = parseDocument(torn, 'a.crossflow');
      if (!parsed.ok) expect(parsed.failure.code).toMatch(/^[a-z-]+$/);
    }),
    { seed: 6, numRuns: 400 },
  );
});

it('orders ids totally', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: fc.constantFrom('a', 'b', '-', '1', '0', '9'), maxLength: 6 }), { maxLength: 8 }), (ids) => {
      const sorted = ids.toSorted(naturalOrder);
      expect(ids.toReversed().toSorted(naturalOrder)).toEqual(sorted);
      for (let i = 1; i < sorted.length; i += 1) expect(naturalOrder(sorted[i - 1] ?? '', sorted[i] ?? '')).toBeLessThanOrEqual(0);
    }),
    { seed: 7 },
  );
});

function all(list: readonly Action[]): History {
  return list.reduce<History>((history, action) => {
    const next = perform(history, action);
    return next.ok ? next.value : history;
  }, startHistory(sampleDocument()));
}
