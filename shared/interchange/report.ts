import type { ElementId } from '../document/model/fields.ts';
import type { Message } from '../language/message.ts';

export const verdicts = ['kept', 'mapped', 'guessed', 'dropped'] as const;
/** `kept` as it was; `mapped` to the nearest thing Crossflow has; `guessed` by us; `dropped`. */
export type Verdict = (typeof verdicts)[number];

export interface ReportEntry {
  readonly verdict: Verdict;
  /** The element of the model, or of the file where the model has none. */
  readonly element?: ElementId;
  readonly message: Message;
  /** How many elements of the file this sentence speaks for. */
  readonly count: number;
}

/** What became of a file's content: sentences in the order of the file, and how many elements each verdict has. */
export interface ImportReport {
  readonly file: string;
  readonly entries: readonly ReportEntry[];
  readonly counts: Readonly<Record<Verdict, number>>;
}

/** Collects the sentences of one import. */
export class ReportBuilder {
  readonly entries: ReportEntry[] = [];

  add(verdict: Verdict, message: Message, element?: ElementId, count = 1): void {
    this.entries.push(element === undefined ? { verdict, message, count } : { verdict, message, element, count });
  }

  build(file: string): ImportReport {
    return toReport(file, this.entries);
  }
}

/** A report of given entries, counted. */
export function toReport(file: string, entries: readonly ReportEntry[]): ImportReport {
  const counts: Record<Verdict, number> = { kept: 0, mapped: 0, guessed: 0, dropped: 0 };
  for (const entry of entries) counts[entry.verdict] += entry.count;
  return { file, entries, counts };
}
