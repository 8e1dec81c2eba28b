import type { Message } from './message.ts';

/** Why something could not be done: one sentence that names file, element and remedy, and a stable code for programs. */
export interface Failure {
  readonly code: string;
  readonly message: Message;
  /** The file at fault, as the user named it. */
  readonly file?: string;
  /** The id of the element at fault, so that a click can lead there. */
  readonly element?: string;
}

/** A value, or a named failure. Whoever receives it must look before using the value. */
export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };

export const succeed = <T>(value: T): Outcome<T> => ({ ok: true, value });

export const fail = (code: string, message: Message, where: Pick<Failure, 'file' | 'element'> = {}): Outcome<never> => ({
  ok: false,
  failure: { code, message, ...where },
});

/** Marks a branch that the types rule out; a new member of a union then fails to compile here. */
export function assertNever(value: never): never {
  throw new Error(`Unhandled case: ${JSON.stringify(value)}`);
}
