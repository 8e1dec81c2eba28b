import { stringify } from 'csv-stringify/browser/esm/sync';
import { say } from '../../language/say.ts';
import type { Cell, Column, Report, Table } from '../block.ts';

/**
 * Every table of the report in one CSV: the table's name in the first column, exact numbers instead of rounded words.
 * Text that a spreadsheet would take for a formula is made harmless.
 */
export function writeCsv(report: Report): string {
  const tables = report.sections.flatMap((section) => section.blocks).filter((block): block is Table => block.kind === 'table');
  const lines = tables.flatMap((table) => [
    [table.id, ...table.columns.map((column) => headingOf(say(column.heading, report.locale), column.unit))],
    ...table.rows.map((row) => [table.id, ...row.map((cell, at) => exact(cell, table.columns[at]) ?? say(cell.text, report.locale).trim())]),
  ]);
  return stringify(lines.map((line) => line.map((cell) => (typeof cell === 'number' ? String(cell) : harmless(cell)))), { record_delimiter: 'unix' });
}

/** The number behind a cell, with its unit where the heading cannot say it for all rows. */
const exact = ({ value, unit }: Cell, column: Column | undefined): string | number | undefined =>
  value === undefined || unit === undefined || column?.unit !== undefined ? value : `${value} ${unit}`;

/** Numbers may begin with a minus; words that begin like a formula get an apostrophe. */
const harmless = (text: string): string => (/^[=+\-@\t\r]/.test(text) && text !== '–' && !/^-[\d.e+-]+ (?:s|share)$/.test(text) ? `'${text}` : text);

const headingOf = (heading: string, unit: string | undefined): string => (unit === undefined ? heading : `${heading} [${unit}]`);
