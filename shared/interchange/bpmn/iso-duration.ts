import type { TimeUnit } from '../../language/units.ts';

export interface IsoDuration {
  readonly value: number;
  readonly unit: TimeUnit;
  /** Years or months were given, which have no fixed length: 365 and 30 days are taken. */
  readonly approximate: boolean;
}

const seconds: Readonly<Record<TimeUnit, number>> = { s: 1, min: 60, h: 3600, d: 86_400, w: 604_800 };

/** Reads an ISO 8601 duration such as "P2DT12H" or "PT0.5H" in elapsed time. Undefined where it is none, or negative. */
export function parseIsoDuration(text: string): IsoDuration | undefined {
  const match = /^P(?:([\d.,]+)Y)?(?:([\d.,]+)M)?(?:([\d.,]+)W)?(?:([\d.,]+)D)?(?:T(?:([\d.,]+)H)?(?:([\d.,]+)M)?(?:([\d.,]+)S)?)?$/.exec(text.trim());
  if (match === null) return undefined;
  const [years, months, weeks, days, hours, minutes, rest] = match.slice(1).map((part) => (part === undefined ? undefined : Number(part.replace(',', '.'))));
  const parts: readonly (readonly [number | undefined, TimeUnit, number])[] = [
    [years, 'd', 365], [months, 'd', 30], [weeks, 'w', 1], [days, 'd', 1], [hours, 'h', 1], [minutes, 'min', 1], [rest, 's', 1],
  ];
  const given = parts.filter(([value]) => value !== undefined);
  if (given.length === 0 || given.some(([value]) => Number.isNaN(value))) return undefined;
  const approximate = years !== undefined || months !== undefined;
  const [first] = given;
  if (given.length === 1 && first !== undefined) return { value: (first[0] ?? 0) * first[2], unit: first[1], approximate };
  const total = given.reduce((sum, [value, unit, factor]) => sum + (value ?? 0) * factor * seconds[unit], 0);
  const unit = (['d', 'h', 'min'] as const).find((one) => total % seconds[one] === 0) ?? 's';
  return { value: total / seconds[unit], unit, approximate };
}

/** Reads a repeating interval "R/PT1H" or "R3/2024-01-01T00:00/P1D": the duration between two ticks. */
export function parseIsoCycle(text: string): IsoDuration | undefined {
  const parts = text.trim().split('/');
  if (!/^R\d*$/.test(parts[0] ?? '')) return undefined;
  return parts.slice(1).map(parseIsoDuration).find((duration) => duration !== undefined);
}

/** Writes a number of seconds as an ISO 8601 duration: 5400 → "PT1H30M". */
export function isoDuration(total: number): string {
  const rounded = Math.round(total * 1000) / 1000;
  const days = Math.floor(rounded / 86_400);
  const hours = Math.floor((rounded % 86_400) / 3600);
  const minutes = Math.floor((rounded % 3600) / 60);
  const rest = Math.round((rounded % 60) * 1000) / 1000;
  const time = `${hours > 0 ? `${hours}H` : ''}${minutes > 0 ? `${minutes}M` : ''}${rest > 0 ? `${rest}S` : ''}`;
  if (days === 0 && time === '') return 'PT0S';
  return `P${days > 0 ? `${days}D` : ''}${time === '' ? '' : `T${time}`}`;
}

/** Writes a number of one unit as an ISO 8601 duration of that unit: 60 min → "PT60M". */
export function writeIsoDuration(value: number, unit: TimeUnit): string {
  const letter = { s: 'S', min: 'M', h: 'H', d: 'D', w: 'W' }[unit];
  return unit === 'd' || unit === 'w' ? `P${value}${letter}` : `PT${value}${letter}`;
}
