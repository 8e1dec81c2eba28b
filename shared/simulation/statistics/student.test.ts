import { describe, expect, it } from 'vitest';
import { exponential, naturalLog } from './elementary.ts';
import { incompleteBeta, logGamma } from './special-functions.ts';
import { studentDensity, studentProbability, studentQuantile } from './student.ts';

/** All expected values: 40-digit arithmetic. */
function near(actual: number, expected: number, relative = 1e-12): void {
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(relative * Math.abs(expected));
}

describe('elementary functions', () => {
  it.each([
    [5e-324, -744.44007192138126], [1e-300, -690.77552789821371], [0.1, -2.3025850929940457], [0.9999999, -1.0000000494736474e-7],
    [1.00001, 9.9999500003988422e-6], [3, 1.0986122886681097], [1e300, 690.77552789821371], [2 ** 64, 64 * Math.LN2], [2 ** -64, -64 * Math.LN2],
  ])('log %d', (x, expected) => near(naturalLog(x), expected, 1e-15));

  it('log of special values', () => {
    expect(naturalLog(1)).toBe(0);
    expect(naturalLog(0)).toBe(-Infinity);
    expect(naturalLog(Infinity)).toBe(Infinity);
    expect(naturalLog(-1)).toBeNaN();
    expect(naturalLog(NaN)).toBeNaN();
  });

  it.each([
    [-700.3, 7.3042280336457154e-305], [-1e-10, 0.9999999999], [-0.3, 0.74081822068171787], [1, 2.718281828459045], [30.5, 17619017951355.631],
    [709.7, 1.6549840276802644e308], [44.4, Math.exp(44.4)], [-44.4, Math.exp(-44.4)],
  ])('exp %d', (x, expected) => near(exponential(x), expected, 1e-15));

  it('exp of special values', () => {
    expect(exponential(0)).toBe(1);
    expect(exponential(-746)).toBe(0);
    expect(exponential(-Infinity)).toBe(0);
    expect(exponential(710)).toBe(Infinity);
    expect(exponential(Infinity)).toBe(Infinity);
    expect(exponential(NaN)).toBeNaN();
  });
});

describe('special functions', () => {
  it.each([[0.01, 4.5994798780420217], [0.5, 0.572364942924700087], [2.5, 0.28468287047291916], [14.9, 24.9241320022172783], [15, 25.1912211827386815], [100, 359.134205369575399], [1e5, 1051287.70897365689]])(
    'ln Γ(%d)', (x, expected) => near(logGamma(x), expected, 1e-13));

  it('ln Γ to the last digits where its series takes over', () => {
    expect(Math.abs(logGamma(15) - 25.1912211827386815)).toBeLessThan(2e-14);
    expect(Math.abs(logGamma(16) - 27.899271383840891566)).toBeLessThan(2e-14);
  });

  it('ln Γ of 1 and 2 is 0, of 0 nothing', () => {
    expect(Math.abs(logGamma(1))).toBeLessThan(1e-13);
    expect(Math.abs(logGamma(2))).toBeLessThan(1e-13);
    expect(logGamma(0)).toBeNaN();
    expect(logGamma(-1)).toBeNaN();
  });

  it.each([
    [0.3, 2, 5, 0.579824999999999976], [0.9, 0.5, 0.5, 0.795167235300866572], [0.5, 30, 40, 0.885799887323351514], [0.01, 0.1, 3, 0.727434192716609427],
    [0.999, 8, 0.2, 0.589990381404364218],
  ])('I_%d(%d, %d)', (x, a, b, expected) => near(incompleteBeta(x, a, b), expected));

  it('incomplete beta and its mirror image make 1, however lopsided', () => {
    for (const a of [1e-3, 0.1, 0.5, 1, 1.5, 7, 60, 5e3, 1e6]) {
      for (const b of [1e-3, 0.5, 1, 2.5, 30, 1e4]) {
        for (const x of [1e-9, 0.01, 0.2, 0.5, 0.77, 0.999]) {
          const sum = incompleteBeta(x, a, b) + incompleteBeta(1 - x, b, a);
          expect(Math.abs(sum - 1), `${x} ${a} ${b}`).toBeLessThan(1e-9);
        }
      }
    }
  });

  it('incomplete beta at its ends and outside', () => {
    expect(incompleteBeta(0, 2, 3)).toBe(0);
    expect(incompleteBeta(1, 2, 3)).toBe(1);
    for (const [x, a, b] of [[-0.1, 1, 1], [1.1, 1, 1], [0.5, 0, 1], [0.5, 1, 0], [0.5, -0.5, 1], [0.5, 1, -0.5], [0, 0, 1], [1, 1, 0]] as const) expect(incompleteBeta(x, a, b)).toBeNaN();
  });
});

describe("Student's t", () => {
  it.each([[0, 3, 0.367552596947861366], [1.5, 2.5, 0.11766850421719718], [-4, 9, 0.00234629870939782767], [2, 100, 0.05490864329540969]])(
    'density at %d with %d degrees', (t, freedom, expected) => near(studentDensity(t, freedom), expected));

  it.each([[2, 5, 0.949030260585070822], [-1.5, 2.5, 0.123918226543148131], [40, 3, 0.999982809659605421], [0.1, 100, 0.539727734452074384], [0, 3, 0.5], [1e-6, 3, 0.500000367552596948], [-1e-6, 3, 0.499999632447403052]])(
    'below %d with %d degrees', (t, freedom, expected) => near(studentProbability(t, freedom), expected));

  it.each([
    [0.975, 9, 2.262157162798205], [0.975, 1, 12.7062047361746933], [0.995, 29, 2.75638590367060512], [0.9, 2.5, 1.73025092880717683],
    [0.975, 1000, 1.9623390808264081], [0.9995, 4, 8.61030158137952276], [0.6, 3, 0.276670662332689847], [0.99, 0.7, 135.571505741877654],
    [0.025, 9, -2.262157162798205], [1e-9, 4, -234.027610406118937], [1e-6, 1, -318309.886182743474],
  ])('quantile %d with %d degrees', (p, freedom, expected) => near(studentQuantile(p, freedom), expected));

  it('quantile with a hundred thousand degrees, to nine digits', () => near(studentQuantile(1e-9, 1e5), -5.99836146167907629, 1e-9));

  it('at its ends and outside', () => {
    expect(studentQuantile(0.5, 3)).toBe(0);
    expect(studentQuantile(0, 3)).toBe(-Infinity);
    expect(studentQuantile(1, 3)).toBe(Infinity);
    for (const [p, freedom] of [[1.1, 3], [0.3, -1], [-0.1, 3], [0.5, 0], [NaN, 3]] as const) expect(studentQuantile(p, freedom)).toBeNaN();
    expect(studentProbability(1, 0)).toBeNaN();
    expect(studentProbability(1, -1)).toBeNaN();
    expect(studentProbability(NaN, 3)).toBeNaN();
    expect(studentProbability(Infinity, 3)).toBe(1);
    expect(studentProbability(-Infinity, 3)).toBe(0);
  });
});
