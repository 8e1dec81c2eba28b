/** In which order the three numbers of a date stand. */
export const dateOrders = ['ymd', 'dmy', 'mdy', 'ydm'] as const;
export type DateOrder = (typeof dateOrders)[number];

const pattern =
  /^(\d{1,4})[-/.](\d{1,2})[-/.](\d{1,4})(?:[T\s]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*(am|pm)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?$/i;

/**
 * Milliseconds since 1970-01-01 UTC of a date-time in any of the forms that logs use; one without offset counts as UTC.
 * Undefined where it is no date-time in that order of day, month and year.
 */
export function parseInstant(text: string, order: DateOrder = 'ymd'): number | undefined {
  const match = pattern.exec(text.trim());
  if (match === null) return undefined;
  const numbers = [match[1], match[2], match[3]].map((part) => part ?? '');
  const at = (letter: string): string => numbers[order.indexOf(letter)] ?? '';
  const yearText = at('y');
  if (yearText.length !== 4 && yearText.length !== 2) return undefined;
  const year = yearText.length === 2 ? 2000 + Number(yearText) : Number(yearText);
  const [month, day] = [Number(at('m')), Number(at('d'))];
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return undefined;
  const half = match[8]?.toLowerCase();
  const given = Number(match[4] ?? 0);
  const hour = half === undefined ? given : (given % 12) + (half === 'pm' ? 12 : 0);
  const [minute, second] = [Number(match[5] ?? 0), Number(match[6] ?? 0)];
  if (hour > 24 || minute > 59 || second > 60) return undefined;
  const fraction = Number(`0.${match[7] ?? '0'}`) * 1000;
  return Math.round(((daysSince1970(year, month, day) * 24 + hour) * 60 + minute) * 60_000 + second * 1000 + fraction) - offsetOf(match[9]);
}

/** The order under which every given text is a date-time; the first of them where several are. Undefined where none is. */
export function dateOrderOf(texts: readonly string[]): DateOrder | undefined {
  const counts = dateOrders.map((order) => texts.filter((text) => parseInstant(text, order) !== undefined).length);
  const best = Math.max(...counts);
  return best === 0 ? undefined : dateOrders[counts.indexOf(best)];
}

function offsetOf(zone: string | undefined): number {
  if (zone === undefined || !/^[+-]/.test(zone)) return 0;
  const [hours, minutes] = [Number(zone.slice(1, 3)), Number(zone.slice(-2))];
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
const daysIn = (year: number, month: number): number => (month === 2 ? (isLeap(year) ? 29 : 28) : month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31);

/** Days of a date of the Gregorian calendar since 1970-01-01, counted in years that begin in March. */
function daysSince1970(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const ofEra = shifted - era * 400;
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146_097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719_468;
}
