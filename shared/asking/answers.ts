import type { Column, Context } from '../document/cells/table.ts';
import { tryOn } from '../document/cells/trial.ts';
import type { Provenance } from '../document/model/fields.ts';
import type { Operation } from '../document/operations/all.ts';
import type { ReadSheet } from '../interchange/xlsx/read-workbook.ts';
import { message, type Message, type MessageId } from '../language/message.ts';
import { say, type Locale } from '../language/say.ts';
import { asked, inLanguage, surenessOf, sureWords, type Asked, type Row } from './asked.ts';
import { askedOf } from './sheets.ts';

/** One number that came back otherwise than the document has it. */
export interface Answer {
  readonly key: string;
  readonly row: Row;
  readonly name: string;
  readonly asked: Asked;
  readonly column: Column<Row>;
  readonly before: string;
  readonly after: string;
  /** How the one who answered knows, where they say so. */
  readonly sure?: Provenance;
}

/** What an answer says, in the language of `say`: "Usually takes: 1.25 h → 3 h". */
export const answerText = ({ column, before, after }: Answer, say: Context['say']): string =>
  before === after ? say('tables.ask.confirmed', { label: say(column.label), value: after }) : say('tables.ask.changed', { label: say(column.label), before: before === '' ? '–' : before, after });

/** What a returned workbook says. */
export interface Returned {
  readonly answers: readonly Answer[];
  readonly by: string;
  readonly date: string;
  /** Rows whose step, handoff or team is no longer there. */
  readonly lost: number;
  /** Sheets with questions that were found. */
  readonly sheets: number;
  readonly locale: Locale;
}

const locales: readonly Locale[] = ['en', 'de'];
const inAny = (id: MessageId, text: string): Locale | undefined => locales.find((locale) => say(message(id), locale).toLowerCase() === text.trim().toLowerCase());

/** Reads what departments answered: only what differs from the document, in the language that the sheets went out in. */
export function answersIn(sheets: readonly ReadSheet[], window: Context): Returned {
  const locale = sheets.flatMap(({ rows }) => rows[0]?.flatMap((text) => inAny('tables.ask.reference', text) ?? []) ?? [])[0] ?? window.locale;
  const context = inLanguage(window, locale);
  const said = (label: MessageId): string => sheets.flatMap(({ rows }) => rows).find(([first = '']) => inAny(label, first) !== undefined)?.[1]?.trim() ?? '';
  const found = sheets.flatMap((sheet) => {
    const reference = sheet.rows[0]?.findIndex((text) => inAny('tables.ask.reference', text) !== undefined) ?? -1;
    const one = reference < 0 ? undefined : asked.find(({ heading }) => say(message(heading), locale) === sheet.rows[0]?.[0]?.trim());
    return one === undefined ? [] : [readSheet(sheet, one, reference, context)];
  });
  return {
    // A row that somebody copied says something once: what stands last.
    answers: [...new Map(found.flatMap(({ answers }) => answers).map((answer) => [answer.key, answer])).values()], lost: found.reduce((sum, { lost }) => sum + lost, 0), sheets: found.length,
    by: said(askedOf.by), date: said(askedOf.date), locale,
  };
}

/** Whether two texts differ in blanks, capitals and the decimal sign at most: programs and people write the same in several ways. */
const alike = (one: string, other: string): boolean => plain(one) === plain(other);
const plain = (text: string): string => text.replaceAll(/\s+/g, '').replaceAll(',', '.').toLowerCase();

function readSheet({ rows: [head = [], ...rows] }: ReadSheet, one: Asked, reference: number, context: Context): { readonly answers: readonly Answer[]; readonly lost: number } {
  const places = one.columns.map((column) => ({ column, at: head.indexOf(say(message(column.label), context.locale)) })).filter(({ at }) => at >= 0);
  const known = head.findIndex((text) => inAny('tables.ask.known', text) !== undefined);
  const byId = new Map(one.rows(context.model).map((row) => [row.id, row]));
  let lost = 0;
  const answers = rows.flatMap((cells): Answer[] => {
    const id = cells[reference]?.trim() ?? '';
    const row = byId.get(id);
    if (row === undefined) {
      lost += id === '' ? 0 : 1;
      return [];
    }
    const told = (Object.keys(sureWords) as Provenance[]).find((sure) => inAny(sureWords[sure], cells[known] ?? '') !== undefined);
    const sure = told === surenessOf(one, row, context) ? undefined : told;
    return places.flatMap(({ column, at }): Answer[] => {
      const shown = column.show(row, context);
      const typed = (cells[at] ?? '').trim();
      const after = alike(typed, shown.text) ? shown.text : typed;
      const confirmed = sure !== undefined && shown.sure !== undefined && shown.sure !== sure;
      if (shown.fixed === true || after === '' || (after === shown.text && !confirmed)) return [];
      return [{ key: `${one.id} ${id} ${column.id}`, row, name: one.nameOf(row, context), asked: one, column, before: shown.text, after, ...(sure === undefined ? {} : { sure }) }];
    });
  });
  return { answers, lost };
}

/** What answers come to: all their changes in order, and what cannot be taken over with the reason. */
export interface Taking {
  readonly operations: readonly Operation[];
  readonly complaints: ReadonlyMap<string, Message>;
}

/**
 * Reads each answer on the model that those before it left. What does not fit yet (a best case above the usual one that
 * is still to come) is tried once more after the others. A guess that nobody had made before counts as estimated.
 */
export function take(answers: readonly Answer[], context: Context): Taking {
  const { model, operations, take: apply } = tryOn(context.model);
  const rowNow = ({ asked: { rows }, row }: Answer): Row | undefined => rows(model()).find(({ id }) => id === row.id);
  const one = (answer: Answer): Message | undefined => {
    const { column, after } = answer;
    const row = rowNow(answer);
    if (row === undefined || column.read === undefined) return message('tables.notHere');
    const before = column.show(row, { ...context, model: model() });
    const refused = before.text === after ? undefined : apply(column.read(after, row, { ...context, model: model() }));
    if (refused !== undefined) return refused;
    const sure = answer.sure ?? (before.sure === 'default' ? 'estimated' : undefined);
    const changed = rowNow(answer);
    return sure === undefined || changed === undefined ? undefined : apply(column.mark?.(changed, sure, { ...context, model: model() }) ?? []);
  };
  const again = answers.filter((answer) => one(answer) !== undefined);
  const complaints = new Map<string, Message>();
  for (const answer of again) {
    const refused = one(answer);
    if (refused !== undefined) complaints.set(answer.key, refused);
  }
  return { operations, complaints };
}
