import type { Message } from '../../../language/message.ts';
import type { z } from '../../../language/zod.ts';
import type { ElementId } from '../../model/fields.ts';
import type { Document } from '../document.ts';

/** One kind of change to the document around its model: scenarios, comments, versions, settings. As operations are, but on the document. */
export interface CommandKind<S extends z.ZodObject> {
  readonly schema: S;
  apply(draft: Document, payload: z.infer<S>, before: Document): void;
  sentence(payload: z.infer<S>, before: Document): Message;
  refuses?(payload: z.infer<S>, before: Document): Message | undefined;
  mergeKey?(payload: z.infer<S>): string;
}

export type AnyCommandKind = CommandKind<z.ZodObject>;
export type CommandPayload<K> = K extends CommandKind<infer S> ? z.infer<S> : never;

export const defineCommand = <S extends z.ZodObject>(kind: CommandKind<S>): CommandKind<S> => kind;

/** The name of a scenario, or its id where it has gone. */
export const scenarioName = (document: Document, id: ElementId): string => document.scenarios[id]?.name ?? id;
