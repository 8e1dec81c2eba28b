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
 * texts, numbers as they are, numbers in a percent format as "20 %". Fails in one sentence where it is no workbook.
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
  const percent = percentStyles(xml('xl/styles.xml'));
  const sheets = all(book, 'sheet').flatMap((sheet): ReadSheet[] => {
    const id = [...sheet.attributes].find(([name]) => name === 'id' || name.endsWith(':id'))?.[1] ?? '';
    const content = xml(targets.get(id) ?? '');
    return content === undefined ? [] : [{ name: sheet.attributes.get('name') ?? '', rows: rowsOf(content, texts, percent) }];
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

/** Which cell styles show a share as a percentage: formats 9 and 10, and own ones with a percent sign. */
function percentStyles(styles: XmlElement | undefined): ReadonlySet<number> {
  if (styles === undefined) return new Set();
  const own = new Set(all(styles, 'numFmt').flatMap(({ attributes }) => (attributes.get('formatCode')?.includes('%') === true ? [attributes.get('numFmtId')] : [])));
  const cells = styles.children.find(({ name }) => name === 'cellXfs')?.children ?? [];
  return new Set(cells.flatMap(({ attributes }, at) => (['9', '10'].includes(attributes.get('numFmtId') ?? '') || own.has(attributes.get('numFmtId')) ? [at] : [])));
}

function rowsOf(sheet: XmlElement, texts: readonly string[], percent: ReadonlySet<number>): readonly (readonly string[])[] {
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
      cells[column] = cellText(cell, texts, percent);
    }
  }
  return rows;
}

/** "C7" is column 2, counted from 0. */
function columnOf(place: string): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(place)?.[0];
  return letters === undefined ? undefined : [...letters].reduce((sum, letter) => sum * 26 + (letter.codePointAt(0) ?? 64) - 64, 0) - 1;
}

function cellText(cell: XmlElement, texts: readonly string[], percent: ReadonlySet<number>): string {
  const value = cell.children.find(({ name }) => name === 'v')?.text ?? '';
  switch (cell.attributes.get('t')) {
    case 's': return (texts[Number(value)] ?? '').trim();
    case 'inlineStr': return cell.children.map(textOf).join('').trim();
    case 'str': case 'b': case 'e': return value.trim();
    default: break;
  }
  if (value === '' || !percent.has(Number(cell.attributes.get('s') ?? -1))) return value;
  return `${Number((Number(value) * 100).toPrecision(12))} %`;
}
