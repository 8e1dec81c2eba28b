import type { Message } from '../../language/message.ts';
import type { z } from '../../language/zod.ts';
import type { ElementId } from '../model/fields.ts';
import type { Model } from '../model/model.ts';

/**
 * One kind of change to a model. `apply` is a recipe on an immer draft of the model (zod infers a mutable type, so the
 * draft has the model's own type) and is only called with a payload that its schema accepts and `refuses` lets pass.
 */
export interface OperationKind<S extends z.ZodObject> {
  readonly schema: S;
  apply(draft: Model, payload: z.infer<S>): void;
  /** The elements that the change is about: for conflicts, highlights and the search for effects elsewhere. */
  touches(payload: z.infer<S>): readonly ElementId[];
  /** What happens, for people; `before` is the model in front of the change. */
  sentence(payload: z.infer<S>, before: Model): Message;
  /** Why this model cannot take the change, in one sentence with the remedy. */
  refuses?(payload: z.infer<S>, before: Model): Message | undefined;
  /**
   * Two operations with equal keys: the later one supersedes the earlier one. Within one gesture they become one entry
   * of the history, and one change of a scenario when they follow each other.
   */
  mergeKey?(payload: z.infer<S>): string;
}

/** Any kind, for tables over all of them. */
export type AnyOperationKind = OperationKind<z.ZodObject>;

/** The payload of a kind. */
export type PayloadOf<K> = K extends OperationKind<infer S> ? z.infer<S> : never;

/** Declares a kind; the compiler takes the payload's type from the schema. */
export const defineOperation = <S extends z.ZodObject>(kind: OperationKind<S>): OperationKind<S> => kind;
