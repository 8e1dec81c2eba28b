/** Reads "12", "1.5", "1,5", "1 200" or "30 %"; undefined for anything else. */
export function readNumber(text: string): number | undefined {
  const cleaned = text.trim().replace(/\s+/g, '').replace(/%$/, '').replace(/^[A-Z€$£]{1,3}/i, '').replace(',', '.');
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(cleaned)) return undefined;
  return Number(cleaned);
}

/** A number for an input: no grouping, the decimal sign of the language, at most `digits` decimals. */
export const writeNumber = (value: number, locale: string, digits = 4): string =>
  new Intl.NumberFormat(locale, { maximumFractionDigits: digits, useGrouping: false }).format(value);
