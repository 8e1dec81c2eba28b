import { describe, expect, it } from 'vitest';
import type { Context } from '../document/cells/table.ts';
import { parseDocument } from '../document/file/parse.ts';
import type { Document } from '../document/scenarios/document.ts';
import { examples } from '../examples/examples.ts';
import { readWorkbook, type ReadSheet } from '../interchange/xlsx/read-workbook.ts';
import { message } from '../language/message.ts';
import { say, type Locale } from '../language/say.ts';
import { writeWorkbook } from '../report/writers/workbook.ts';
import { answersIn, take } from './answers.ts';
import { inLanguage } from './asked.ts';
import { commentsOf, momentOf } from './record.ts';
import { sheetsFor } from './sheets.ts';

const text = examples.find(({ id }) => id === 'software-change')?.text ?? '';
const parsed = parseDocument(text, 'example');
if (!parsed.ok) throw new Error(parsed.failure.code);
const document: Document = parsed.value;
const { model } = document;
const context: Context = { model, process: undefined, locale: 'en', hoursPerDay: 8, say: (id, values) => say(message(id, values), 'en') };
const team = Object.values(model.teams).find(({ name }) => name === 'Security analysts');
const step = Object.values(model.nodes).find(({ name }) => name === 'Assess risk');
if (team === undefined || step === undefined) throw new Error('The example has security analysts who assess the risk.');

/** The sheets of a team as they come back, with some cells changed. */
function cameBack(change: (cells: string[], sheet: string) => void, locale: Locale = 'en'): readonly ReadSheet[] {
  const read = readWorkbook(writeWorkbook(sheetsFor(team as NonNullable<typeof team>, 'Software change', inLanguage(context, locale))), 'back.xlsx');
  if (!read.ok) throw new Error(read.failure.code);
  return read.value.map(({ name, rows }) => ({ name, rows: rows.map((row) => {
    const cells = [...row];
    change(cells, name);
    return cells;
  }) }));
}

describe('a sheet for a team', () => {
  it('asks about its own steps, what it gets, and itself; and about nothing else', () => {
    const sheets = sheetsFor(team, 'Software change', context);
    expect(sheets.map(({ name }) => name)).toEqual(['Start here', 'Steps', 'Handoffs', 'Teams']);
    expect(sheets[1]?.rows.slice(1).map((row) => row[0]?.content)).toEqual(['Assess risk']);
    expect(sheets[2]?.rows).toHaveLength(2);
    expect(sheets[3]?.rows.slice(1).map((row) => row[0]?.content)).toEqual(['Security analysts']);
  });

  it('says nothing new when it comes back as it went out, in either language', () => {
    for (const locale of ['en', 'de'] as const) expect(answersIn(cameBack(() => undefined, locale), context)).toMatchObject({ answers: [], lost: 0, sheets: 3, locale });
  });

  it('tells what was overwritten, by whom, and how they know', () => {
    const returned = answersIn(cameBack((cells, sheet) => {
      if (cells[0] === 'Answered by') cells[1] = 'Anna';
      if (cells[0] !== 'Assess risk' || sheet !== 'Steps') return;
      cells[1] = '6 h';
      cells[3] = '2 d';
      cells[cells.indexOf('estimated')] = 'measured';
    }), context);
    expect(returned.by).toBe('Anna');
    expect(returned.answers.map(({ column, after, sure }) => [column.id, after, sure])).toContainEqual(['takes', '6 h', 'measured']);
    const { operations, complaints } = take(returned.answers, context);
    expect(complaints.size).toBe(0);
    const last = operations.findLast((operation) => operation.type === 'node.edit');
    expect(JSON.stringify(last)).toContain('"provenance":"measured"');
  });

  it('takes blanks, capitals and decimal signs for no answer, and a row that stands twice for one', () => {
    expect(answersIn(cameBack((cells) => {
      for (const [at, text] of cells.entries()) if (/^\d/.test(text)) cells[at] = text.replace(' ', '').replace('.', ',').toUpperCase();
    }), context).answers).toEqual([]);
    const twice = cameBack((cells, sheet) => {
      if (sheet === 'Steps' && cells[0] === 'Assess risk') cells[1] = '6 h';
    }).map((sheet) => ({ ...sheet, rows: [...sheet.rows, ...sheet.rows.slice(-1).map((row) => row.map((text) => (text === '6 h' ? '7 h' : text)))] }));
    const { answers } = answersIn(twice, context);
    expect(answers.map(({ column, after }) => [column.id, after])).toEqual([['takes', '7 h']]);
  });

  it('keeps an answer that cannot be read apart, with its reason', () => {
    const { answers } = answersIn(cameBack((cells, sheet) => {
      if (sheet === 'Steps' && cells[0] === 'Assess risk') cells[1] = 'a while';
    }), context);
    const { operations, complaints } = take(answers, context);
    expect(operations).toEqual([]);
    expect([...complaints.values()]).toHaveLength(1);
  });

  it('counts rows whose step is gone', () => {
    const returned = answersIn(cameBack((cells) => {
      if (cells.at(-1) === step.id) cells[cells.length - 1] = 'gone';
    }), context);
    expect(returned).toMatchObject({ answers: [], lost: 1 });
  });

  it('is recorded on what it changed, with who and when', () => {
    const { answers } = answersIn(cameBack((cells, sheet) => {
      if (sheet === 'Steps' && cells[0] === 'Assess risk') cells[1] = '6 h';
    }), context);
    const [comment, ...more] = commentsOf(answers, 'Anna', momentOf('2026-03-02', 'now'), document, context);
    expect(more).toEqual([]);
    expect(comment).toMatchObject({ element: step.id, author: 'Anna', date: '2026-03-02T12:00:00.000Z', text: 'Usually takes: 1.25 h → 6 h' });
    expect(momentOf('last Monday', 'now')).toBe('now');
  });
});
