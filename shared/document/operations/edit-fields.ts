import { message, type Message } from '../../language/message.ts';
import type { z } from '../../language/zod.ts';
import type { ElementId } from '../model/fields.ts';
import { checked, issueField, issueReason } from '../model/issues.ts';
import type { Model } from '../model/model.ts';
import { nameOf } from '../model/queries.ts';

/** New values of some fields, and the fields that lose theirs. */
export interface FieldChange {
  readonly set?: object | undefined;
  readonly clear?: readonly string[] | undefined;
}

/** The fields that a change is about, in alphabetical order. */
export const fieldsOfChange = (change: FieldChange): readonly string[] => [...Object.keys(change.set ?? {}), ...(change.clear ?? [])].toSorted();

/** Writes a change into an element. */
export function changeFields(element: object, change: FieldChange): void {
  Object.assign(element, change.set);
  for (const field of change.clear ?? []) Reflect.deleteProperty(element, field);
}

/** Why a change cannot be made: the element is gone, or would no longer be what its schema says. */
export function refusesChange(schema: z.ZodType, model: Model, id: ElementId, element: object | undefined, change: FieldChange, fixedFields: readonly string[] = ['id']): Message | undefined {
  if (element === undefined) return message('document.refused.gone', { element: id });
  const fixed = fixedFields.find((field) => fieldsOfChange(change).includes(field));
  if (fixed !== undefined) return message('document.refused.fixedField', { element: nameOf(model, id), field: fixed });
  const changed = { ...element };
  changeFields(changed, change);
  const result = checked(schema, changed);
  if (!('issue' in result) || result.issue === undefined) return undefined;
  const { issue } = result;
  return message('document.refused.field', { element: nameOf(model, id), field: issueField(issue), reason: issueReason(issue) });
}
