import type { en } from './catalogue/en.ts';

/** The name of a sentence in the catalogue. */
export type MessageId = keyof typeof en;

export type MessageValue = string | number | Message;

/** A sentence that nobody has chosen a language for yet. Plain data: it crosses threads and is stored. */
export interface Message {
  readonly id: MessageId;
  readonly values?: Readonly<Record<string, MessageValue>>;
}

export const message = (id: MessageId, values?: Readonly<Record<string, MessageValue>>): Message =>
  values === undefined ? { id } : { id, values };
