import { message, type Message } from '../../../language/message.ts';
import type { z } from '../../../language/zod.ts';
import type { ElementId } from '../../model/fields.ts';
import type { Model } from '../../model/model.ts';
import { nameOf } from '../../model/queries.ts';
import { changeFields, type FieldChange, fieldsOfChange, refusesChange } from '../edit-fields.ts';
import { fieldWords } from '../field-words.ts';
import { removeElements } from '../removing.ts';
import { mustBeFree, mustExist } from '../requirements.ts';

/** Tables whose elements are added, edited and removed alike. */
export type PlainTable = 'teams' | 'people' | 'calendars' | 'systems' | 'dataObjects' | 'outcomes' | 'demandClasses';

type Row = Model[PlainTable][string];

/** The shared part of a kind of operation, with everything but its schema. */
interface Recipe<P> {
  apply(draft: Model, payload: P): void;
  touches(payload: P): readonly ElementId[];
  sentence(payload: P, before: Model): Message;
  refuses(payload: P, before: Model): Message | undefined;
  mergeKey?(payload: P): string;
}

/** Adds one element; what it names must be there. */
export const adding = <P>(table: PlainTable, rowOf: (payload: P) => Row): Recipe<P> => ({
  apply: (draft, payload) => {
    Reflect.set(draft[table], rowOf(payload).id, rowOf(payload));
  },
  touches: (payload) => [rowOf(payload).id],
  sentence: (payload) => message('document.did.add', { element: rowOf(payload).name }),
  refuses: (payload, before) => mustBeFree(before, rowOf(payload).id),
});

/** Sets or clears fields of one element. */
export const editing = <P extends FieldChange>(table: PlainTable, schema: z.ZodType, idOf: (payload: P) => ElementId): Recipe<P> => ({
  apply: (draft, payload) => {
    const row = draft[table][idOf(payload)];
    if (row !== undefined) changeFields(row, payload);
  },
  touches: (payload) => [idOf(payload)],
  sentence: (payload, before) => message('document.did.edit', { element: nameOf(before, idOf(payload)), fields: fieldWords(payload) }),
  refuses: (payload, before) => refusesChange(schema, before, idOf(payload), before[table][idOf(payload)], payload),
  mergeKey: (payload) => `${table}.edit ${idOf(payload)} ${fieldsOfChange(payload).join()}`,
});

/** Removes one element and forgets its name everywhere. */
export const removing = <P>(table: PlainTable, idOf: (payload: P) => ElementId): Recipe<P> => ({
  apply: (draft, payload) => removeElements(draft, [idOf(payload)]),
  touches: (payload) => [idOf(payload)],
  sentence: (payload, before) => message('document.did.remove', { element: nameOf(before, idOf(payload)) }),
  refuses: (payload, before) => mustExist(before, table, idOf(payload)),
});
