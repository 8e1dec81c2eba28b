import { message, type Message } from '../../language/message.ts';
import type { z } from '../../language/zod.ts';

type Issue = z.core.$ZodIssue;

/** A value as its schema reads it, or the first thing that is wrong with it. */
export function checked<T>(schema: z.ZodType<T>, value: unknown): { readonly value: T } | { readonly issue: Issue | undefined } {
  const result = schema.safeParse(value, { reportInput: true });
  return result.success ? { value: result.data } : { issue: result.error.issues[0] };
}

/** What is wrong with a value, without saying where: "must be at least 0". */
export function issueReason(issue: Issue): Message {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined) return message('document.issue.missing');
      return issue.expected === 'int' ? message('document.issue.whole') : message('document.issue.type', { expected: issue.expected });
    case 'too_small':
      return issue.origin === 'array' || issue.origin === 'string'
        ? message('document.issue.tooShort', { minimum: Number(issue.minimum) })
        : message(issue.inclusive === false ? 'document.issue.notAbove' : 'document.issue.tooSmall', { minimum: Number(issue.minimum) });
    case 'too_big':
      return issue.origin === 'array' || issue.origin === 'string'
        ? message('document.issue.tooLong', { maximum: Number(issue.maximum) })
        : message('document.issue.tooBig', { maximum: Number(issue.maximum) });
    case 'invalid_value':
      return message('document.issue.oneOf', { values: issue.values.map(String).join(', ') });
    case 'invalid_union':
      return unionReason(issue);
    case 'unrecognized_keys':
    case 'invalid_key':
    case 'invalid_element':
    case 'not_multiple_of':
    case 'invalid_format':
    case 'custom':
      return message('document.issue.invalid', { reason: issue.message });
  }
}

/** A union by a field names the field's value; a union of shapes names the first shape's trouble. */
function unionReason(issue: Extract<Issue, { code: 'invalid_union' }>): Message {
  const first = issue.errors[0]?.[0];
  return first === undefined ? message('document.issue.unknownKind') : issueReason(first);
}

/** The field of an issue as people read it: "requirements 1 → anyOf 2 → team". */
export const issueField = (issue: Issue): string => fieldName(issue.path);

/** Array positions count from one and stand behind the name of their list. */
export function fieldName(path: readonly PropertyKey[]): string {
  const words: string[] = [];
  for (const part of path) {
    if (typeof part === 'number' && words.length > 0) words[words.length - 1] = `${words[words.length - 1]} ${part + 1}`;
    else words.push(typeof part === 'number' ? String(part + 1) : String(part));
  }
  return words.join(' → ');
}
