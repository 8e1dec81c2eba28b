import { describe, expect, it } from 'vitest';
import { beyondInter, graphemes, textWidth } from './text-width.ts';
import { fit, textIn, wrap, wrapEvenly } from './wrap.ts';

const texts = (lines: readonly { readonly text: string }[]): readonly string[] => lines.map((line) => line.text);

describe('text widths', () => {
  it('knows the advances of Inter', () => {
    expect(textWidth('A', 100)).toBeCloseTo(68.99, 2);
    expect(textWidth('i', 100)).toBeLessThan(textWidth('m', 100) / 2);
    expect(textWidth('Approve', 13, 'bold')).toBeGreaterThan(textWidth('Approve', 13));
  });
  it('knows what Inter cannot draw, blanks and joiners left out', () => {
    expect(beyondInter('Prüfung → 2\u00A0h · Вход')).toEqual([]);
    expect(beyondInter('שלום 日本 שם 👩\u200D👧')).toEqual([...'שלום日本ם👩👧'].filter((sign, at, all) => all.indexOf(sign) === at));
  });
  it('sets figures tabular', () => {
    expect(textWidth('1', 13)).toBe(textWidth('8', 13));
  });
  it('gives ideographs one em, marks nothing and a joined family one picture', () => {
    expect(textWidth('注文', 10)).toBe(20);
    expect(textWidth('e\u0301', 10)).toBe(textWidth('e', 10));
    expect(textWidth('👩‍👩‍👧', 10)).toBe(13);
    expect(graphemes('👩‍👩‍👧🇩🇪é')).toHaveLength(3);
  });
});

describe('wrap', () => {
  it('breaks at spaces and never exceeds the width', () => {
    const lines = wrap('Check the request against the purchasing policy', 120, 13, 5);
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines) expect(line.width).toBeLessThanOrEqual(120);
    expect(texts(lines).join(' ')).toBe('Check the request against the purchasing policy');
  });
  it('ends in an ellipsis where lines are left over', () => {
    const lines = wrap('Check the request against the purchasing policy of the whole group', 100, 13, 2);
    expect(lines).toHaveLength(2);
    expect(lines[1]?.text.endsWith('…')).toBe(true);
    expect(lines[1]?.width).toBeLessThanOrEqual(100);
  });
  it('cuts a word that is longer than a line, between graphemes', () => {
    const lines = wrap('Donaudampfschifffahrtsgesellschaftskapitän', 90, 13, 6);
    expect(lines.length).toBeGreaterThan(2);
    expect(texts(lines).join('').replaceAll('-', '')).toBe('Donaudampfschifffahrtsgesellschaftskapitän');
    expect(lines[0]?.text.endsWith('-')).toBe(true);
    for (const line of lines) expect(line.width).toBeLessThanOrEqual(90);
  });
  it('breaks ideographs anywhere and keeps closing marks with them', () => {
    const lines = wrap('請求書を確認してから承認する。', 65, 13, 9);
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines) expect(line.text.startsWith('。')).toBe(false);
  });
  it('keeps line breaks and returns nothing for nothing', () => {
    expect(texts(wrap('one\ntwo', 200, 13, 3))).toEqual(['one', 'two']);
    expect(wrap('   ', 100, 13, 3)).toEqual([]);
  });
  it('fits a line', () => {
    expect(fit('short', 100, 13).text).toBe('short');
    expect(fit('a very long label', 40, 13).width).toBeLessThanOrEqual(40);
  });
});

it('centres lines in their box', () => {
  const shape = textIn({ x: 0, y: 0, width: 160, height: 64 }, 'One line', { size: 12 });
  expect(shape.y).toBeGreaterThan(32);
  expect(shape.y).toBeLessThan(40);
  expect(shape.x).toBe(80);
});

describe('titles', () => {
  it('have lines of about the same length, and no more of them', () => {
    const text = 'Most is lost Security analysts to Change board: 3.1 days, because the Change board meets weekly';
    const [plain, even] = [wrap(text, 560, 20, 3), wrapEvenly(text, 560, 20, 3)];
    const raggedness = (lines: readonly { readonly width: number }[]): number => Math.max(...lines.map(({ width }) => width)) - Math.min(...lines.map(({ width }) => width));
    expect(even).toHaveLength(plain.length);
    expect(raggedness(even)).toBeLessThan(raggedness(plain));
    expect(texts(even).join(' ')).toBe(texts(plain).join(' '));
  });

  it('never part a number from its unit', () => {
    for (const text of ['Most is lost Security → Change board: 3.8 days, because the board meets weekly.', 'Meist verliert der Weg 3,8 Tage, weil das Gremium wöchentlich tagt.', 'It lies between 10 and 12 % of all cases there are.'])
      for (let width = 90; width < 700; width += 10) expect(texts(wrap(text, width, 20, 9)).join('\n')).not.toMatch(/\d\n(?:days|Tage|%)/);
  });

  it('stand on one line where they fit', () => expect(texts(wrapEvenly('Short', 500, 20, 2))).toEqual(['Short']));

  it('keep a number with its per cent', () => {
    expect(texts(wrap('gets busier: 71 → 76 %.', textWidth('gets busier: 71 → 76', 13) + 2, 13, 3))).toEqual(['gets busier: 71 →', '76 %.']);
  });
});
