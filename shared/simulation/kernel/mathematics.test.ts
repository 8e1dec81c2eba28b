import { describe, expect, it } from 'vitest';
import { xorshift128plus } from 'pure-rand/generator/xorshift128plus';
import { exp, log, pow } from './mathematics.ts';
import { normalProbability } from './normal-probability.ts';
import { normalQuantile } from './normal-quantile.ts';

/** Deterministic uniforms of an independent generator. */
function uniforms(seed: number): () => number {
  const generator = xorshift128plus(seed);
  return () => (generator.next() >>> 0) / 2 ** 32;
}

function relative(actual: number, expected: number): number {
  return actual === expected ? 0 : Math.abs(actual - expected) / Math.abs(expected);
}

function worst(count: number, error: (u: () => number, index: number) => number): number {
  const u = uniforms(7);
  let result = 0;
  for (let index = 0; index < count; index += 1) result = Math.max(result, error(u, index));
  return result;
}

describe('log', () => {
  it('is within an ulp or so of the built-in one, near 1 too', () => {
    expect(worst(100_000, (u) => { const x = u() * 2 + 1e-9; return relative(log(x), Math.log(x)); })).toBeLessThan(4.5e-16);
    expect(worst(100_000, (u) => { const x = 1 + (u() - 0.5) * 0.02; return x === 1 ? 0 : relative(log(x), Math.log(x)); })).toBeLessThan(4.5e-16);
    expect(worst(100_000, (u) => { const x = 10 ** ((u() - 0.5) * 600); return relative(log(x), Math.log(x)); })).toBeLessThan(4.5e-16);
  });

  it.each([
    [5e-324, -744.44007192138126], [1e-300, -690.77552789821371], [0.1, -2.3025850929940457], [0.9999999, -1.0000000494736474e-7],
    [1.00001, 9.9999500003988422e-6], [3, 1.0986122886681097], [1e300, 690.77552789821371], [1, 0], [0, -Infinity], [Infinity, Infinity],
  ])('of %d is %d', (x, expected) => {
    expect(relative(log(x), expected)).toBeLessThan(2.3e-16);
  });

  it('has no value below 0', () => {
    expect(log(-1)).toBeNaN();
    expect(log(-0)).toBe(-Infinity);
    expect(log(NaN)).toBeNaN();
  });
});

describe('exp', () => {
  it('is within an ulp or so of the built-in one', () => {
    expect(worst(200_000, (u) => { const x = (u() - 0.5) * 1410; return relative(exp(x), Math.exp(x)); })).toBeLessThan(4.5e-16);
    expect(worst(200_000, (u) => { const x = (u() - 0.5) * 4; return relative(exp(x), Math.exp(x)); })).toBeLessThan(4.5e-16);
  });

  it.each([
    [-700.3, 7.3042280336457154e-305], [-1e-10, 0.9999999999], [-0.3, 0.74081822068171787], [1, 2.718281828459045], [30.5, 17619017951355.631],
    [709.7, 1.6549840276802644e308], [0, 1], [-745, 5e-324], [-746, 0], [-Infinity, 0], [710, Infinity], [Infinity, Infinity],
  ])('of %d is %d', (x, expected) => {
    expect(relative(exp(x), expected)).toBeLessThan(2.3e-16);
  });

  it('keeps what is no number', () => expect(exp(NaN)).toBeNaN());
});

describe('pow', () => {
  it('is within an ulp or so of the built-in one', () => {
    expect(worst(200_000, (u) => {
      const x = 10 ** ((u() - 0.5) * 60);
      const y = (u() - 0.5) * 9;
      return relative(pow(x, y), x ** y);
    })).toBeLessThan(4.5e-16);
  });

  it.each([
    [2, 0.5, Math.SQRT2], [1.0000001, 1e7, 2.7182816941320816], [1e-300, 0.7, 1.0000000000000307e-210], [3.7, -200.25, 1.6504590583067866e-114],
    [0.9999, -5e6, 1.4391267226581200e217], [10, 308, 1e308], [1e-320, 0.5, 9.9999443357584896e-161], [5, 0, 1], [1, NaN, 1], [0, 2, 0],
    [0, -2, Infinity], [Infinity, 2, Infinity], [Infinity, -2, 0], [2, 2000, Infinity], [2, -2000, 0], [2, 1e300, Infinity], [0.5, 1e300, 0],
  ])('%d to the power %d is %d', (x, y, expected) => {
    expect(relative(pow(x, y), expected)).toBeLessThan(2.3e-16);
  });

  it('has no value for a negative base or no number', () => {
    expect(pow(-2, 2)).toBeNaN();
    expect(pow(2, NaN)).toBeNaN();
    expect(pow(NaN, 2)).toBeNaN();
  });
});

describe('the standard normal', () => {
  it.each([
    [0.975, 1.95996398454005424], [0.5, 0], [0.2, -0.841621233572914205], [1e-10, -6.3613409024040562], [1e-300, -37.0470962993611992],
  ])('quantile at %d is %d', (p, expected) => {
    expect(relative(normalQuantile(p), expected)).toBeLessThan(1e-15);
  });

  it.each([
    [-8.5, 9.47953482220331835e-18], [-3, 0.00134989803163009453], [-1, 0.158655253931457051], [0.5, 0.691462461274013104], [2, 0.977249868051820793],
    [-2.4999, 0.006211418], [-40, 0], [40, 1], [-Infinity, 0], [Infinity, 1],
  ])('probability below %d is %d', (x, expected) => {
    expect(relative(normalProbability(x), expected)).toBeLessThan(x === -2.4999 ? 1e-6 : 2e-14);
  });

  it('quantile and probability undo each other', () => {
    for (let index = 1; index < 1000; index += 1) expect(relative(normalProbability(normalQuantile(index / 1000)), index / 1000)).toBeLessThan(1e-13);
    expect(normalQuantile(0)).toBe(-Infinity);
    expect(normalQuantile(1)).toBe(Infinity);
    expect(normalQuantile(-1)).toBeNaN();
  });
});
