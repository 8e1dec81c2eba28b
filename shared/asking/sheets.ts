import type { Context } from '../document/cells/table.ts';
import type { Team } from '../document/model/organisation.ts';
import type { MessageId } from '../language/message.ts';
import { sheetNames } from '../report/writers/sheet-names.ts';
import { style, type Sheet, type Value } from '../report/writers/workbook.ts';
import { asked, rowsAsked, surenessOf, sureWords, type Asked, type Row } from './asked.ts';
import { fileNames } from './file-names.ts';

/** Labels of what the one who answers says about themselves. */
export const askedOf = { by: 'tables.ask.by', date: 'tables.ask.date' } as const satisfies Record<string, MessageId>;

/** The name of the file that goes out to a team, without its ending. */
export const sheetFileNames = (teams: readonly Team[], { say }: Context): readonly string[] => fileNames(teams.map(({ name }) => say('tables.ask.file', { team: name })));

/**
 * What goes out to a team: who is asked and how to answer; then its steps, what it gets from others, and itself, each
 * on a sheet with what the document says now. The last column finds the row again when the sheet comes back.
 */
export function sheetsFor(team: Team, title: string, context: Context): readonly Sheet[] {
  const { say, model } = context;
  const pages = asked.flatMap((one) => {
    const rows = rowsAsked(one, team.id, model);
    return rows.length === 0 ? [] : [{ one, rows }];
  });
  const [first = '', ...names] = sheetNames([say('tables.ask.start'), ...pages.map(({ one }) => say(one.label))]);
  return [startSheet(first, team, title, context), ...pages.map(({ one, rows }, at) => questionSheet(names[at] ?? one.id, one, rows, context))];
}

function startSheet(name: string, team: Team, title: string, { say, model }: Context): Sheet {
  const words = (content: string, kind: number = style.plain): Value => ({ content, style: kind });
  const line = (label: MessageId): readonly Value[] => [words(say(label), style.heading), words('', style.answer)];
  const department = model.parties[team.party]?.name;
  return {
    name,
    table: false,
    rows: [
      [words(say('tables.ask.title', { team: team.name }), style.title)],
      [words(department === undefined || department === team.name ? title : `${title} · ${department}`, style.muted)],
      [],
      [words(say('tables.ask.how'))],
      [words(say('tables.ask.times'))],
      [words(say('tables.ask.sure', { measured: say('drawing.measured'), estimated: say('drawing.estimated'), assumed: say('drawing.assumed') }))],
      [],
      line(askedOf.by),
      line(askedOf.date),
    ],
  };
}

function questionSheet(name: string, one: Asked, rows: readonly Row[], context: Context): Sheet {
  const { say } = context;
  const heading = (content: string): Value => ({ content, style: style.heading });
  const used = one.columns.filter((column) => rows.some((row) => column.show(row, context).fixed !== true));
  return {
    name,
    table: true,
    rows: [
      [heading(say(one.heading)), ...used.map((column) => heading(say(column.label))), heading(say('tables.ask.known')), heading(say('tables.ask.reference'))],
      ...rows.map((row) => {
        const sure = surenessOf(one, row, context);
        return [
          { content: one.nameOf(row, context), style: style.plain },
          ...used.map((column) => {
            const shown = column.show(row, context);
            return shown.fixed === true ? { content: '–', style: style.muted } : { content: shown.text, style: style.answer };
          }),
          { content: sure === undefined ? '' : say(sureWords[sure]), style: style.answer },
          { content: row.id, style: style.muted },
        ];
      }),
    ],
  };
}
