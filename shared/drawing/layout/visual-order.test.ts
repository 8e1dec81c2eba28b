import { expect, it } from 'vitest';
import { visualRuns } from './visual-order.ts';

/** A line as it stands, signs from left to right: capitals stand for letters that are read from right to left. */
function shown(line: string): string {
  const letters = 'אבגדהוזחטיכלמנסעפצקרשת';
  const hebrew = line.replaceAll(/[A-V]/g, (letter) => letters[letter.charCodeAt(0) - 65] ?? letter);
  const back = (text: string): string => text.replaceAll(/[א-ת]/g, (letter) => String.fromCharCode(65 + [...letters].indexOf(letter)));
  return visualRuns(hebrew).map(({ text, leftwards }) => back(leftwards ? [...text].toReversed().join('') : text)).join('');
}

it.each([
  ['check now', 'check now'],
  ['CAR', 'RAC'],
  ['check CAR now', 'check RAC now'],
  ['BIG CAR', 'RAC GIB'],
  ['CAR 12 BIG', 'GIB 12 RAC'],
  ['CAR 12.5 BIG', 'GIB 12.5 RAC'],
  ['CAR 15%', '15% RAC'],
  ['12 CAR', '12 RAC'],
  ['CAR · internal', 'RAC · internal'],
  ['CAR 2026 · 2026-11-22 · internal', '2026-11-22 · 2026 RAC · internal'],
  ['check (CAR) now', 'check (RAC) now'],
  ['CAR (BIG) CAR', 'RAC (GIB) RAC'],
  ['', ''],
])('%j stands as %j', (line, stands) => {
  expect(shown(line)).toBe(stands);
});

it('keeps marks with their letters', () => {
  expect(visualRuns('שָׁלוֹם a')).toEqual([{ text: 'שָׁלוֹם', leftwards: true }, { text: ' a', leftwards: false }]);
});
