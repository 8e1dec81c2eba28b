import { act, onDocument, onModel, type Action } from '../document/editing/action.ts';
import type { Document } from '../document/scenarios/document.ts';
import type { Message } from '../language/message.ts';
import type { Locale } from '../language/say.ts';
import { type Answer, type Returned, take } from './answers.ts';
import { sheetContext } from './asked.ts';
import { commentsOf } from './record.ts';

/** A document after answers were taken over, and what could not be. */
export interface TakenOver {
  readonly document: Document;
  readonly taken: readonly Answer[];
  /** Why an answer was left out, by its key. */
  readonly complaints: ReadonlyMap<string, Message>;
}

/**
 * Takes over into Today every answer that can be read, and records on what it changed who said so and when.
 * `by` is a name or '', `moment` a date and time as ISO 8601; comments are in the language of `locale`.
 */
export function takeOver(document: Document, { answers, locale: written }: Returned, by: string, moment: string, locale: Locale): TakenOver {
  const inSheet = sheetContext(document.model, document.settings, written);
  const { complaints } = take(answers, inSheet);
  const taken = answers.filter(({ key }) => !complaints.has(key));
  const comments = commentsOf(taken, by, moment, document, sheetContext(document.model, document.settings, locale));
  const actions: readonly Action[] = [...take(taken, inSheet).operations.map((operation) => onModel(operation)), ...comments.map((comment) => onDocument({ type: 'comment.add', comment }))];
  let after = document;
  for (const action of actions) {
    const acted = act(after, action);
    // Each was tried on the same model before.
    if (acted.ok) after = acted.value.document;
  }
  return { document: after, taken, complaints };
}
