import { strFromU8, unzipSync } from 'fflate';
import { message } from '../../language/message.ts';
import { fail, type Outcome, succeed } from '../../language/outcome.ts';
import { parseXml, type XmlElement } from '../xml.ts';

/** A sheet of a workbook: its name, and its cells as text, row by row; what is empty is ''. */
export interface ReadSheet {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

/** More than this, unpacked and all parts together, is no form that somebody filled in, bytes. */
const largest = 20_000_000;
/** Rows and columns beyond these are not looked at. */
const most = { rows: 20_000, columns: 200 };

/**
 * The sheets of a workbook (Office Open XML, ECMA-376 part 1) with what their cells say: shared, inline and calculated
 * texts, numbers as they are, numbers in a percent format as "20 %", days in a date format as "2026-03-02". Fails in one
 * sentence where it is no workbook.
 */
export function readWorkbook(bytes: Uint8Array, file: string): Outcome<readonly ReadSheet[]> {
  const parts = unpack(bytes);
  if (parts === undefined) return fail('interchange.notWorkbook', message('interchange.notWorkbook', { file }), { file });
  const xml = (name: string): XmlElement | undefined => {
    const part = parts[name];
    const parsed = part === undefined ? undefined : parseXml(strFromU8(part), file);
    return parsed?.ok === true ? parsed.value : undefined;
  };
  const book = xml('xl/workbook.xml');
  if (book === undefined) return fail('interchange.notWorkbook', message('interchange.notWorkbook', { file }), { file });
  const targets = new Map((xml('xl/_rels/workbook.xml.rels')?.children ?? []).map(({ attributes }) => [attributes.get('Id') ?? '', pathOf(attributes.get('Target') ?? '')]));
  const texts = (xml('xl/sharedStrings.xml')?.children ?? []).map(textOf);
  const looks = looksOf(xml('xl/styles.xml'));
  // A workbook of an old Macintosh counts days from 1904 on.
  const from1904 = ['1', 'true'].includes(all(book, 'workbookPr')[0]?.attributes.get('date1904') ?? '');
  const sheets = all(book, 'sheet').flatMap((sheet): ReadSheet[] => {
    const id = [...sheet.attributes].find(([name]) => name === 'id' || name.endsWith(':id'))?.[1] ?? '';
    const content = xml(targets.get(id) ?? '');
    return content === undefined ? [] : [{ name: sheet.attributes.get('name') ?? '', rows: rowsOf(content, (cell) => cellText(cell, texts, looks, from1904)) }];
  });
  return succeed(sheets);
}

function unpack(bytes: Uint8Array): Readonly<Record<string, Uint8Array>> | undefined {
  let left = largest;
  const isWanted = ({ name, originalSize }: { readonly name: string; readonly originalSize: number }): boolean => {
    if (!/^xl\/.*\.(xml|rels)$/.test(name) || originalSize > left) return false;
    left -= originalSize;
    return true;
  };
  try {
    return unzipSync(bytes, { filter: isWanted });
  } catch {
    return undefined;
  }
}

const pathOf = (target: string): string => (target.startsWith('/') ? target.slice(1) : `xl/${target}`);

const all = (element: XmlElement, name: string): readonly XmlElement[] => element.children.flatMap((child) => (child.name === name ? [child] : all(child, name)));

/** The text of an entry, runs of different looks put together; phonetic hints are left out. */
function textOf(element: XmlElement): string {
  return element.children.map((child) => (child.name === 't' ? child.text : child.name === 'r' ? textOf(child) : '')).join('');
}

/** How a cell shows its number, where that changes what it says. */
type Look = 'percent' | 'date';

/** The formats of ECMA-376 part 1, 18.8.30, that show a share or a day. */
const known: ReadonlyMap<string, Look> = new Map([...['9', '10'].map((id): [string, Look] => [id, 'percent']), ...['14', '15', '16', '17', '22'].map((id): [string, Look] => [id, 'date'])]);

/** The look of a format code: what stands in quotes, in brackets or after a backslash is no part of it. */
function lookOf(code: string): Look | undefined {
  const bare = code.replaceAll(/"[^"]*"|\[[^\]]*\]|\\./g, '');
  if (bare.includes('%')) return 'percent';
  return /[yd]/i.test(bare) ? 'date' : undefined;
}

/** The looks of cell styles, by their number; a plain one has none. */
function looksOf(styles: XmlElement | undefined): readonly (Look | undefined)[] {
  if (styles === undefined) return [];
  const own = new Map(all(styles, 'numFmt').map(({ attributes }) => [attributes.get('numFmtId') ?? '', lookOf(attributes.get('formatCode') ?? '')]));
  const cells = styles.children.find(({ name }) => name === 'cellXfs')?.children ?? [];
  return cells.map(({ attributes }) => {
    const id = attributes.get('numFmtId') ?? '';
    return own.has(id) ? own.get(id) : known.get(id);
  });
}

function rowsOf(sheet: XmlElement, textIn: (cell: XmlElement) => string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  for (const row of all(sheet, 'row')) {
    const at = Number(row.attributes.get('r') ?? rows.length + 1) - 1;
    if (!Number.isInteger(at) || at < 0 || at >= most.rows) continue;
    while (rows.length <= at) rows.push([]);
    const cells = rows[at] ?? [];
    for (const cell of row.children) {
      const column = columnOf(cell.attributes.get('r') ?? '') ?? cells.length;
      if (column >= most.columns) continue;
      while (cells.length <= column) cells.push('');
      cells[column] = textIn(cell);
    }
  }
  return rows;
}

/** "C7" is column 2, counted from 0. */
function columnOf(place: string): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(place)?.[0];
  return letters === undefined ? undefined : [...letters].reduce((sum, letter) => sum * 26 + (letter.codePointAt(0) ?? 64) - 64, 0) - 1;
}

function cellText(cell: XmlElement, texts: readonly string[], looks: readonly (Look | undefined)[], from1904: boolean): string {
  const value = cell.children.find(({ name }) => name === 'v')?.text.trim() ?? '';
  switch (cell.attributes.get('t')) {
    case 's': return (texts[Number(value)] ?? '').trim();
    case 'inlineStr': return cell.children.map(textOf).join('').trim();
    case 'str': case 'b': case 'e': return value;
    default: break;
  }
  const number = Number(value);
  if (value === '' || !Number.isFinite(number)) return value;
  switch (looks[Number(cell.attributes.get('s') ?? -1)]) {
    case 'percent': return `${rounded(number * 100)} %`;
    case 'date': return dayOf(number + (from1904 ? daysTo1904 : 0)) ?? value;
    default: return String(rounded(number));
  }
}

/** As somebody typed it: files keep 1.1 as 1.1000000000000001. */
const rounded = (value: number): number => Number(value.toPrecision(15));

const daysTo1904 = 1462;
const unixDay = 25_569;

/** The day of a serial number, "2026-03-02"; undefined before March 1900, where programs disagree, and beyond 9999. */
function dayOf(serial: number): string | undefined {
  return serial < 61 || serial >= 2_958_466 ? undefined : new Date((Math.floor(serial) - unixDay) * 86_400_000).toISOString().slice(0, 10);
}
