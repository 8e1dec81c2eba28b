import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readWorkbook } from './read-workbook.ts';

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const office = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

const packed = (sheet: string, more: Readonly<Record<string, string>> = {}): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries({
    'xl/workbook.xml': `<workbook ${main} ${office}><sheets><sheet name="Steps" sheetId="1" r:id="rId4"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId4" Target="worksheets/one.xml"/></Relationships>',
    'xl/worksheets/one.xml': `<worksheet ${main}><sheetData>${sheet}</sheetData></worksheet>`,
    ...more,
  }).map(([name, text]) => [name, strToU8(text)])));

const rows = (bytes: Uint8Array): readonly (readonly string[])[] => {
  const read = readWorkbook(bytes, 'a.xlsx');
  if (!read.ok) throw new Error(read.failure.code);
  return read.value[0]?.rows ?? [];
};

describe('a workbook', () => {
  it('gives texts that are shared, in the cell, or in runs of several looks', () => {
    const shared = { 'xl/sharedStrings.xml': `<sst ${main}><si><t>Assess</t></si><si><r><t>2 </t></r><r><t>h</t></r><rPh sb="0" eb="1"><t>x</t></rPh></si></sst>` };
    expect(rows(packed('<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><t> 90 min </t></is></c></row>', shared))).toEqual([['Assess', '2 h', '90 min']]);
  });

  it('keeps rows and cells that are left out empty', () => {
    expect(rows(packed('<row r="3"><c r="C3"><v>4</v></c></row>'))).toEqual([[], [], ['', '', '4']]);
  });

  it('reads shares in a percent format as per cent', () => {
    const styles = { 'xl/styles.xml': `<styleSheet ${main}><numFmts><numFmt numFmtId="170" formatCode="0.0%"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="170"/></cellXfs></styleSheet>` };
    expect(rows(packed('<row r="1"><c r="A1" s="0"><v>0.2</v></c><c r="B1" s="1"><v>0.2</v></c><c r="C1" s="2"><v>0.07</v></c></row>', styles))).toEqual([['0.2', '20 %', '7 %']]);
  });

  it('reads days in a date format as such, and numbers as somebody typed them', () => {
    const styles = { 'xl/styles.xml': `<styleSheet ${main}><numFmts><numFmt numFmtId="170" formatCode="dd/mm/yyyy"/><numFmt numFmtId="171" formatCode="0.00&quot; days&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/></cellXfs></styleSheet>` };
    const sheet = '<row r="1"><c r="A1" s="1"><v>46083</v></c><c r="B1" s="2"><v>46083.75</v></c><c r="C1" s="3"><v>2</v></c><c r="D1"><v>1.1000000000000001</v></c><c r="E1"><v>2E-3</v></c><c r="F1" s="1"><v>-5</v></c></row>';
    expect(rows(packed(sheet, styles))).toEqual([['2026-03-02', '2026-03-02', '2', '1.1', '0.002', '-5']]);
    const old = { ...styles, 'xl/workbook.xml': `<workbook ${main} ${office}><workbookPr date1904="1"/><sheets><sheet name="Steps" sheetId="1" r:id="rId4"/></sheets></workbook>` };
    expect(rows(packed('<row r="1"><c r="A1" s="1"><v>44621</v></c></row>', old))).toEqual([['2026-03-02']]);
  });

  it('unpacks no more than a form that was filled in can hold, however many parts there are', () => {
    const many = Object.fromEntries(Array.from({ length: 3 }, (_, at) => [`xl/worksheets/more${at}.xml`, `<a>${' '.repeat(9_000_000)}</a>`]));
    const bytes = zipSync(Object.fromEntries([...Object.entries(many), ['xl/workbook.xml', `<workbook ${main}>${' '.repeat(5_000_000)}</workbook>`] as const].map(([name, text]) => [name, strToU8(text)])));
    expect(bytes.length).toBeLessThan(100_000);
    const read = readWorkbook(bytes, 'a.xlsx');
    expect(read.ok ? '' : read.failure.code).toBe('interchange.notWorkbook');
  });

  it('says in one sentence that something else is none', () => {
    for (const bytes of [strToU8('no zip'), zipSync({ 'word/document.xml': strToU8('<a/>') })]) {
      const read = readWorkbook(bytes, 'a.docx');
      expect(read.ok ? '' : read.failure.code).toBe('interchange.notWorkbook');
    }
  });
});
