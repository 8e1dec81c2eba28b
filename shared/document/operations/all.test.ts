import { describe, expect, it } from 'vitest';
import { say } from '../../language/say.ts';
import { onModel } from '../editing/action.ts';
import { perform, redo, startHistory, undo } from '../editing/history.ts';
import { findInconsistency } from '../file/consistency.ts';
import { modelSchema } from '../model/model.ts';
import { allIds } from '../model/queries.ts';
import { sampleDocument, sampleModel } from '../testing/sample.ts';
import { sampleOperations } from '../testing/sample-operations.ts';
import { applyOperation, type Operation, operationSchema, operationTypes, sentenceOf, touchedBy } from './all.ts';

const each: readonly (readonly [string, Operation])[] = operationTypes.map((type) => [type, sampleOperations[type]]);

describe('every operation', () => {
  it.each(each)('%s can be executed, undone and redone', (_type, operation) => {
    // given
    const history = startHistory(sampleDocument());
    // when
    const performed = perform(history, onModel(operation));
    // then
    if (!performed.ok) throw new Error(say(performed.failure.message));
    const after = performed.value.document;
    expect(after).not.toEqual(history.document);
    expect(undo(performed.value).document).toEqual(sampleDocument());
    expect(redo(undo(performed.value)).document).toEqual(after);
  });

  it.each(each)('%s leaves a model that is whole', (_type, operation) => {
    const applied = applyOperation(sampleModel(), operation);
    if (!applied.ok) throw new Error(say(applied.failure.message));
    const { model } = applied.value;
    expect(modelSchema.safeParse(model).error?.issues).toBeUndefined();
    expect(findInconsistency({ ...sampleDocument(), model })).toBeUndefined();
  });

  it.each(each)('%s is plain data with a sentence in both languages', (_type, operation) => {
    const copy = operationSchema.parse(JSON.parse(JSON.stringify(operation)));
    expect(copy).toEqual(operation);
    for (const locale of ['en', 'de'] as const) {
      const sentence = say(sentenceOf(operation, sampleModel()), locale);
      expect(sentence).not.toMatch(/\{|undefined/);
      expect(sentence.length).toBeGreaterThan(3);
    }
  });

  it.each(each)('%s does not change what it was given', (_type, operation) => {
    const model = sampleModel();
    const before = JSON.stringify([model, operation]);
    applyOperation(model, operation);
    expect(JSON.stringify([model, operation])).toBe(before);
  });

  it.each(each)('%s touches elements that the model has before or after', (_type, operation) => {
    const applied = applyOperation(sampleModel(), operation);
    if (!applied.ok) throw new Error(say(applied.failure.message));
    const known = new Set([...allIds(sampleModel()), ...allIds(applied.value.model)]);
    expect(touchedBy(operation).filter((id) => !known.has(id))).toEqual([]);
  });

  it.each(each)('%s is refused in a sentence where its elements are missing', (_type, operation) => {
    const bare = { ...sampleModel(), processes: {}, parties: {}, teams: {}, people: {}, calendars: {}, systems: {}, dataObjects: {}, outcomes: {}, demandClasses: {}, nodes: {}, flows: {} };
    const applied = applyOperation(bare, operation);
    if (applied.ok) {
      expect(operation.type).toMatch(/^(party|person|calendar|system|outcome)\.add$/);
      return;
    }
    expect(say(applied.failure.message)).toMatch(/: .+\.$/);
  });
});
