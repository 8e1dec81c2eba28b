import type { Message } from '../../language/message.ts';
import { fail, type Outcome } from '../../language/outcome.ts';

/** Stops the reading of a parameter file with one sentence; caught at the border of this folder. */
export class Refusal extends Error {
  readonly sentence: Message;
  readonly element: string | undefined;
  constructor(sentence: Message, element?: string) {
    super(sentence.id);
    this.sentence = sentence;
    this.element = element;
  }
}

/** The failure of whatever stopped the reading; anything unforeseen is a failure too. */
export function asFailure(error: unknown, file: string): Outcome<never> {
  if (error instanceof Refusal) return fail(error.sentence.id, error.sentence, { file, ...(error.element !== undefined && { element: error.element }) });
  const reason = error instanceof Error ? error.message : String(error);
  return fail('interchange.parametersUnreadable', { id: 'interchange.parametersUnreadable', values: { file, reason } }, { file });
}
