import { strToU8, zipSync } from 'fflate';
import { escapeXml } from '../../drawing/painters/svg.ts';
import { columnName } from './sheet-names.ts';

/** Formats of the style table, by their place in it. `answer` is for cells that somebody fills in: text as typed, on a pale ground. */
export const style = { plain: 0, heading: 1, number: 2, share: 3, title: 4, answer: 5, muted: 6, hours: 7, whole: 8, headingEnd: 9, plainEnd: 10, wrapped: 11 } as const;

export interface Value {
  readonly content: string | number;
  readonly style: number;
}

export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly (Value | undefined)[])[];
  /** Headings stay in sight and filter what is below them. */
  readonly table: boolean;
}

/**
 * A workbook of sheets (Office Open XML, ECMA-376 part 1), at least one. The same sheets give the same bytes. Numbers that
 * are none leave their cell empty, and words end where a cell does: after 32,767 UTF-16 units.
 */
export function writeWorkbook(sheets: readonly Sheet[]): Uint8Array {
  const files: Record<string, string> = {
    '[Content_Types].xml': contentTypes(sheets.length),
    '_rels/.rels': relations([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': workbook(sheets),
    'xl/_rels/workbook.xml.rels': relations([...sheets.map((_, at): [string, string] => ['worksheet', `worksheets/sheet${at + 1}.xml`]), ['styles', 'styles.xml']]),
    'xl/styles.xml': styles,
    ...Object.fromEntries(sheets.map((sheet, at) => [`xl/worksheets/sheet${at + 1}.xml`, worksheet(sheet)])),
  };
  const moment = new Date(Date.UTC(2000, 0, 1, 12));
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, [strToU8(text), { mtime: moment, level: 6 }]])));
}

/** UTF-16 units that a cell holds; readers call a workbook with more broken. */
const fullCell = 32_767;
/** Characters that the widest column shows, and the least that somebody can write an answer into. */
const widest = 60;
const answerWidth = 24;

/** What a text takes of a column, in digits: ideographs and emoji are twice as wide. */
const digitsWide = (text: string): number => text.length + (text.match(/[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFF00-\uFF60]/g)?.length ?? 0);

/** The largest of what rows say; there may be more rows than a call takes arguments. */
const most = (rows: Sheet['rows'], least: number, of: (row: Sheet['rows'][number]) => number): number => rows.reduce((best, row) => Math.max(best, of(row)), least);

function worksheet({ rows, table }: Sheet): string {
  const width = most(rows, 1, (row) => row.length);
  const columns = Array.from({ length: width }, (_, at) => {
    // A sentence alone in its row runs on over the empty cells beside it; an empty answer needs room to be written into.
    const needs = (value: Value | undefined): number => (typeof value?.content === 'string' ? Math.max(digitsWide(value.content), !table && value.style === style.answer ? answerWidth : 0) : 8);
    const longest = most(rows, 8, (row) => (row.length > 1 || width === 1 ? needs(row[at]) : 0));
    return `<col min="${at + 1}" max="${at + 1}" width="${Math.min(widest, Math.ceil(longest * 1.1) + 3)}" customWidth="1"/>`;
  });
  // Not every reader makes a row as high as its words need.
  const tall = (row: Sheet['rows'][number]): string => {
    const lines = Math.max(1, ...row.map((value) => (value?.style === style.wrapped && typeof value.content === 'string' ? value.content.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(digitsWide(line) / widest)), 0) : 1)));
    return lines === 1 ? '' : ` ht="${lines * 15}" customHeight="1"`;
  };
  const cells = rows.map((row, y) => `<row r="${y + 1}"${tall(row)}>${row.map((value, x) => (value === undefined ? '' : cellXml(value, `${columnName(x)}${y + 1}`))).join('')}</row>`);
  const frozen = table ? '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' : '';
  const filter = table && rows.length > 1 ? `<autoFilter ref="A1:${columnName(width - 1)}${rows.length}"/>` : '';
  // On paper a sheet is one page wide, however many columns it has.
  const paper = '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>';
  return `${head}<worksheet xmlns="${main}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>${frozen}<cols>${columns.join('')}</cols><sheetData>${cells.join('')}</sheetData>${filter}${paper}</worksheet>`;
}

function cellXml({ content, style: kind }: Value, place: string): string {
  const styled = kind === style.plain ? '' : ` s="${kind}"`;
  if (typeof content === 'number') return Number.isFinite(content) ? `<c r="${place}"${styled}><v>${content}</v></c>` : '';
  return `<c r="${place}"${styled} t="inlineStr"><is><t xml:space="preserve">${escapeXml(content.slice(0, fullCell))}</t></is></c>`;
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';

function workbook(sheets: readonly Sheet[]): string {
  const list = sheets.map(({ name }, at) => `<sheet name="${escapeXml(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`);
  // The headings of a table stand on each of its printed pages.
  const titles = sheets.flatMap(({ name, table }, at) => (table ? [`<definedName name="_xlnm.Print_Titles" localSheetId="${at}">${escapeXml(`'${name.replaceAll("'", "''")}'!$1:$1`)}</definedName>`] : []));
  const defined = titles.length === 0 ? '' : `<definedNames>${titles.join('')}</definedNames>`;
  return `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${list.join('')}</sheets>${defined}</workbook>`;
}

function relations(targets: readonly (readonly [kind: string, target: string])[]): string {
  const list = targets.map(([kind, target], at) => `<Relationship Id="rId${at + 1}" Type="${office}/${kind}" Target="${target}"/>`);
  return `${head}<Relationships xmlns="${packaged}/relationships">${list.join('')}</Relationships>`;
}

function contentTypes(sheets: number): string {
  const kind = (part: string, type: string): string => `<Override PartName="/xl/${part}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`;
  const list = [kind('workbook', 'sheet.main'), kind('styles', 'styles'), ...Array.from({ length: sheets }, (_, at) => kind(`worksheets/sheet${at + 1}`, 'worksheet'))];
  return (
    `${head}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    `<Default Extension="xml" ContentType="application/xml"/>${list.join('')}</Types>`
  );
}

/** Plain, bold headings, numbers with two places, percentages with one, the title, answers as text, quiet words, hours, whole numbers, headings and words at the right, and words in several lines: in the order of `style`. */
const atEnd = '<alignment horizontal="right" indent="1"/>';
const styles =
  `${head}<styleSheet xmlns="${main}"><numFmts count="2"><numFmt numFmtId="164" formatCode="0.0%"/><numFmt numFmtId="165" formatCode="#,##0.00&quot; h&quot;"/></numFmts>` +
  '<fonts count="4"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="16"/><name val="Calibri"/></font><font><sz val="11"/><color rgb="FF566170"/><name val="Calibri"/></font></fonts>' +
  '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFFFF3D6"/></patternFill></fill></fills>' +
  '<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left/><right/><top/><bottom style="thin"><color rgb="FFCBD2DB"/></bottom><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="12">' +
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>' +
  `<xf numFmtId="4" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1">${atEnd}</xf>` +
  `<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1">${atEnd}</xf>` +
  '<xf numFmtId="0" fontId="2" fillId="0" borderId="0" xfId="0" applyFont="1"/>' +
  '<xf numFmtId="49" fontId="0" fillId="2" borderId="1" xfId="0" applyNumberFormat="1" applyFill="1" applyBorder="1"/>' +
  '<xf numFmtId="0" fontId="3" fillId="0" borderId="0" xfId="0" applyFont="1"/>' +
  `<xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1">${atEnd}</xf>` +
  `<xf numFmtId="3" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1">${atEnd}</xf>` +
  `<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1">${atEnd}</xf>` +
  `<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1">${atEnd}</xf>` +
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';
