import type { Message, MessageId, MessageValue } from '../../language/message.ts';
import { message } from '../../language/message.ts';
import type { ElementId } from '../../document/model/fields.ts';

/** Why a model cannot be run: one sentence, and the element at fault. Thrown inside the compiler, returned by it. */
export class Refusal extends Error {
  readonly sentence: Message;
  readonly element: ElementId | undefined;

  constructor(id: MessageId, values: Readonly<Record<string, MessageValue>>, element?: ElementId) {
    super(id);
    this.sentence = message(id, values);
    this.element = element;
  }
}

/** Stops compiling. */
export function refuse(id: MessageId, values: Readonly<Record<string, MessageValue>>, element?: ElementId): never {
  throw new Refusal(id, values, element);
}
