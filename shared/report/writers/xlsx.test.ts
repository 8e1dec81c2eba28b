import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { sampleEvidence, sampleStudies } from '../../analysis/readings/sample-evidence.ts';
import { composeReport } from '../compose.ts';
import { columnName, sheetNames } from './sheet-names.ts';
import { style, writeWorkbook } from './workbook.ts';
import { writeXlsx } from './xlsx.ts';

const report = (costs = false) => composeReport({ ...sampleEvidence(), studies: sampleStudies() }, 'en', { date: '2024-02-03', version: '1.2.3' }, { costs, names: false, comments: false });

const filesOf = (bytes: Uint8Array): Readonly<Record<string, string>> => Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]));

const sheetOf = (files: Readonly<Record<string, string>>, name: string): string => {
  const at = [...(files['xl/workbook.xml'] ?? '').matchAll(/<sheet name="([^"]*)"/g)].findIndex((match) => match[1] === name);
  return files[`xl/worksheets/sheet${at + 1}.xml`] ?? '';
};

describe('a workbook', () => {
  it('has a sheet for every table of the report, after one that says what it is', () => {
    const files = filesOf(writeXlsx(report()));
    const tables = report().sections.flatMap(({ blocks }) => blocks).filter(({ kind }) => kind === 'table');
    expect(Object.keys(files).filter((name) => name.startsWith('xl/worksheets/'))).toHaveLength(tables.length + 1);
    expect(Object.keys(files)[0]).toBe('[Content_Types].xml');
    expect(sheetOf(files, 'Overview')).toContain('Software change: report');
    expect(sheetOf(files, 'Overview')).toContain('2024-02-03');
  });

  it('holds times in hours and shares as such, exact, under headings that say so', () => {
    const causes = sheetOf(filesOf(writeXlsx(report())), 'Where time goes');
    expect(causes).toContain('>Per item [h]</t>');
    // Decision: 3.2 days of 9.4.
    expect(causes).toMatch(/<c r="B\d+" s="2"><v>76\.8<\/v><\/c><c r="C\d+" s="3"><v>0\.3404/);
    expect(causes).toMatch(/<pane ySplit="1"/);
    expect(causes).toMatch(/<autoFilter ref="A1:D\d+"\/>/);
  });

  it('gives each number its own unit where rows of a column differ', () => {
    const files = filesOf(writeXlsx(report()));
    const lead = sheetOf(files, 'Lead time and flow');
    const valueOf = (name: string): readonly string[] => new RegExp(`>${name}</t></is></c><c r="B\\d+" s="(\\d+)"><v>([^<]+)<`).exec(lead)?.slice(1) ?? [];
    const { result } = sampleEvidence().scenario;
    // Times in hours with their unit, shares as percentages, a count as it is.
    expect(valueOf('Mean')).toEqual(['7', String((result?.leadTime.mean ?? 0) / 3600)]);
    expect(valueOf('Share of the time that is work')).toEqual(['3', String(result?.flowEfficiency.mean)]);
    expect(valueOf('Finished per day')).toEqual(['2', String(result?.throughputPerDay.mean)]);
    expect(files['xl/styles.xml']).toContain('numFmtId="165" formatCode="#,##0.00&quot; h&quot;"');
  });

  it('makes columns as wide as their tables need, whatever a sentence above them takes, and answers wide enough to write into', () => {
    const words = (content: string, kind: number = style.plain) => ({ content, style: kind });
    const files = filesOf(writeWorkbook([{ name: 'Ask', table: false, rows: [[words('A long sentence that explains what to do with all of this')], [words('Date', style.heading), words('', style.answer)]] }]));
    expect([...(files['xl/worksheets/sheet1.xml'] ?? '').matchAll(/ width="(\d+)"/g)].map(([, width]) => Number(width))).toEqual([12, 30]);
  });

  it('prints each table one page wide, its headings on every page', () => {
    const files = filesOf(writeXlsx(report()));
    const sheets = Object.entries(files).filter(([name]) => name.startsWith('xl/worksheets/'));
    for (const [, sheet] of sheets) expect(sheet).toMatch(/<sheetPr><pageSetUpPr fitToPage="1"\/><\/sheetPr>.*fitToWidth="1" fitToHeight="0"\/><\/worksheet>$/s);
    expect(files['xl/workbook.xml']?.match(/_xlnm\.Print_Titles/g)).toHaveLength(sheets.length - 1);
    expect(files['xl/workbook.xml']).toMatch(/localSheetId="1">(?:'|&apos;|&#39;)Where time goes(?:'|&apos;|&#39;)!\$1:\$1</);
  });

  it('keeps words words, and lets no mark-up through', () => {
    const given = report();
    const [section] = given.sections;
    if (section === undefined) throw new Error('A report has sections.');
    const text = { id: 'analysis.verbatim', values: { text: '=1+1 <b>&"\u0007' } } as const;
    const table = { kind: 'table', id: 't', title: text, columns: [{ heading: text, align: 'start' }], rows: [[{ text }]] } as const;
    const sheet = filesOf(writeXlsx({ ...given, sections: [{ ...section, blocks: [table] }] }))['xl/worksheets/sheet2.xml'] ?? '';
    expect(sheet).toContain('t="inlineStr"><is><t xml:space="preserve">=1+1 &lt;b&gt;&amp;');
    expect(sheet).not.toContain('\u0007');
    expect(sheet).not.toContain('<f>');
  });

  it('keeps within what readers take: words of a cell, and as many rows as there are', () => {
    const words = (content: string, kind: number = style.plain) => ({ content, style: kind });
    const sheet = filesOf(writeWorkbook([{ name: 'Long', table: true, rows: [[words('a'.repeat(40_000))], ...Array.from({ length: 200_000 }, () => [words('x')])] }]))['xl/worksheets/sheet1.xml'] ?? '';
    expect(/<t xml:space="preserve">(a+)<\/t>/.exec(sheet)?.[1]).toHaveLength(32_767);
    expect(sheet).toContain('<row r="200001">');
  });

  it('gives ideographs the width, and lines of a cell the height, that they take', () => {
    const words = (content: string, kind: number = style.plain) => ({ content, style: kind });
    const sheet = filesOf(writeWorkbook([{ name: 'A', table: true, rows: [[words('安全評估變更管理委員會'), words('abcdefghijk')], [words('one\ntwo\nthree', style.wrapped), words('')]] }]))['xl/worksheets/sheet1.xml'] ?? '';
    const [wide = 0, narrow = 0] = [...sheet.matchAll(/ width="(\d+)"/g)].map(([, width]) => Number(width));
    expect(wide).toBeGreaterThan(narrow * 1.5);
    expect(sheet).toContain('<row r="2" ht="45" customHeight="1">');
  });

  it('writes a table of many rows in time that grows with them', () => {
    const given = report();
    const [section] = given.sections;
    if (section === undefined) throw new Error('A report has sections.');
    const text = { id: 'analysis.verbatim', values: { text: 'n' } } as const;
    const rows = Array.from({ length: 30_000 }, (_, at) => [{ text, value: at }]);
    const started = performance.now();
    writeXlsx({ ...given, sections: [{ ...section, blocks: [{ kind: 'table', id: 't', title: text, columns: [{ heading: text, align: 'end' }], rows }] }] });
    // Looking through all rows for each of them took nine seconds.
    expect(performance.now() - started).toBeLessThan(5000);
  });

  it('is the same twice', () => {
    expect(writeXlsx(report())).toEqual(writeXlsx(report()));
  });
});

describe('names of sheets', () => {
  it('are short, free of forbidden signs, and none twice', () => {
    expect(sheetNames(['A/B: [c]*?', 'a b c', "'x'", ''])).toEqual(['A B c', 'a b c (2)', 'x', 'Sheet']);
    expect(sheetNames(['History', '\u0007', `${'x'.repeat(30)}'y`])).toEqual(['History (2)', 'Sheet', 'x'.repeat(30)]);
    expect(sheetNames([`${'x'.repeat(30)}😀`])).toEqual(['x'.repeat(30)]);
    const [one, two] = sheetNames(['What each cause really costs in time', 'What each cause really costs in time']);
    expect([one, two]).toEqual(['What each cause really costs in', 'What each cause really cost (2)']);
  });

  it('and of columns count on after Z', () => {
    expect([0, 25, 26, 27, 51, 52, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'AB', 'AZ', 'BA', 'ZZ', 'AAA']);
  });
});
