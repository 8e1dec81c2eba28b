import { message } from '../../language/message.ts';
import { fail, type Outcome, succeed } from '../../language/outcome.ts';
import { z } from '../../language/zod.ts';
import { actionSchema } from '../editing/action.ts';
import { type History, markSaved, perform, redo, startHistory, undo } from '../editing/history.ts';
import { entity } from '../model/fields.ts';
import { parseDocument } from './parse.ts';

/** One line of the journal: what was done, or that it was taken back, brought back, or saved. */
export const journalEntrySchema = z.discriminatedUnion('did', [
  entity({ did: z.literal('perform'), action: actionSchema }),
  entity({ did: z.literal('undo') }),
  entity({ did: z.literal('redo') }),
  entity({ did: z.literal('save') }),
]);
export type JournalEntry = z.infer<typeof journalEntrySchema>;

/** The line to append for an entry, with its line feed. */
export const journalLine = (entry: JournalEntry): string => `${JSON.stringify(entry)}\n`;

/** How far a replay came. `lost` lines could not be read or carried out: a line torn by a power cut is the last one at most. */
export interface Replay {
  readonly history: History;
  readonly replayed: number;
  readonly lost: number;
}

/**
 * Repeats a journal on the text that it began with. Stops at the first line that cannot be read or carried out, since what
 * follows was meant for another document. `startsSaved` false: the base was never saved as a file.
 */
export function replayJournal(baseText: string, journal: string, fileName: string, startsSaved = true): Outcome<Replay> {
  const base = parseDocument(baseText, fileName);
  if (!base.ok) return base;
  const lines = journal.split('\n').filter((line) => line.trim() !== '');
  let history = startHistory(base.value, startsSaved);
  let replayed = 0;
  for (const line of lines) {
    const next = replayLine(history, line, fileName);
    if (!next.ok) break;
    history = next.value;
    replayed += 1;
  }
  return succeed({ history, replayed, lost: lines.length - replayed });
}

function replayLine(history: History, line: string, fileName: string): Outcome<History> {
  const torn = fail('journal-line', message('document.file.journalLine', { file: fileName }), { file: fileName });
  let data: unknown;
  try {
    data = JSON.parse(line);
  } catch {
    return torn;
  }
  const entry = journalEntrySchema.safeParse(data);
  if (!entry.success) return torn;
  switch (entry.data.did) {
    case 'perform':
      return perform(history, entry.data.action);
    case 'undo':
      return succeed(undo(history));
    case 'redo':
      return succeed(redo(history));
    case 'save':
      return succeed(markSaved(history));
  }
}
