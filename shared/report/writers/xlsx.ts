import { message } from '../../language/message.ts';
import { type Locale, say } from '../../language/say.ts';
import type { Cell, Report, Table } from '../block.ts';
import { sheetNames } from './sheet-names.ts';
import { type Sheet, style, type Value, writeWorkbook } from './workbook.ts';

/**
 * A workbook with every table of a report on a sheet of its own: exact numbers, times
 * in hours, shares as percentages. The first sheet says what the report says of itself and where which table is.
 * Words stay words, whatever they begin with. The same report gives the same bytes.
 */
export function writeXlsx(report: Report): Uint8Array {
  const { locale } = report;
  const tables = report.sections.flatMap(({ blocks }) => blocks).filter((block): block is Table => block.kind === 'table');
  const overview = say(message('report.sheet.overview'), locale);
  const [first = overview, ...names] = sheetNames([overview, ...tables.map(({ title }) => say(title, locale))]);
  const sheets = [overviewSheet(report, first, tables, names), ...tables.map((table, at) => tableSheet(table, names[at] ?? table.id, locale))];
  return writeWorkbook(sheets);
}

function overviewSheet(report: Report, name: string, tables: readonly Table[], names: readonly string[]): Sheet {
  const { locale } = report;
  const words = (content: string, kind: number = style.plain): Value => ({ content, style: kind });
  const short = report.sections[0]?.blocks.flatMap((block) => (block.kind === 'sentence' ? [[words(say(block.text, locale))]] : [])) ?? [];
  return {
    name,
    table: false,
    rows: [
      [words(report.title, style.title)],
      ...short,
      [],
      ...report.facts.map((fact) => [words(say(fact.name, locale), style.wrapped), words(say(fact.text, locale), style.wrapped)]),
      [],
      [words(say(message('report.sheet.tables'), locale), style.heading)],
      ...tables.map((table, at) => [words(names[at] ?? '', style.wrapped), words(table.note === undefined ? '' : say(table.note, locale), style.wrapped)]),
    ],
  };
}

const hour = 3600;

function tableSheet(table: Table, name: string, locale: Locale): Sheet {
  const whole = table.columns.map(({ unit }, at) => unit === undefined && table.rows.every((row) => Number.isInteger(row[at]?.value ?? 0)));
  const heading = ({ heading: text, unit }: Table['columns'][number]): string => {
    const said = say(text, locale);
    return unit === undefined || unit === 'share' ? said : `${said} [${unit === 's' ? 'h' : unit}]`;
  };
  const value = (cell: Cell, at: number): Value | undefined => {
    const unit = table.columns[at]?.unit;
    if (cell.value === undefined) {
      const text = say(cell.text, locale);
      return text === '–' ? undefined : { content: text, style: table.columns[at]?.align === 'end' ? style.plainEnd : style.plain };
    }
    // Where the heading names no unit each number shows its own.
    if (unit === 's' || (unit === undefined && cell.unit === 's')) return { content: cell.value / hour, style: unit === 's' ? style.number : style.hours };
    if ((unit ?? cell.unit) === 'share') return { content: cell.value, style: style.share };
    return { content: cell.value, style: whole[at] === true ? style.whole : style.number };
  };
  return { name, table: true, rows: [table.columns.map((column) => ({ content: heading(column), style: column.align === 'end' ? style.headingEnd : style.heading })), ...table.rows.map((row) => row.map(value))] };
}
