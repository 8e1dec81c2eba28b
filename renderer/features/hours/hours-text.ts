/** Open from one time of a day to another; the share of people there, where not all are. */
export interface Span {
  readonly from: string;
  readonly to: string;
  readonly availability?: number | undefined;
}

const pattern = /^(\d{1,2})(?:[:.h]?(\d{2}))?\s*(?:-|–|—|to|bis)\s*(\d{1,2})(?:[:.h]?(\d{2}))?\s*(?:\(?\s*(\d+(?:[.,]\d+)?)\s*%\s*\)?)?$/i;

const time = (hours: string | undefined, minutes: string | undefined): string | undefined => {
  const [h, m] = [Number(hours), Number(minutes ?? 0)];
  return h > 24 || m > 59 || (h === 24 && m > 0) ? undefined : `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`;
};

/** Reads "9–12, 13:00–17:30 (50 %)"; nothing is closed. Undefined where a part is no span, ends before it starts or overlaps another. */
export function readSpans(text: string): readonly Span[] | undefined {
  const spans: Span[] = [];
  for (const part of text.split(/;|,(?!\d+\s*%)/).map((one) => one.trim()).filter((one) => one !== '' && one !== '–' && one !== '-')) {
    const match = pattern.exec(part);
    const from = match === null ? undefined : time(match[1], match[2]);
    const to = match === null ? undefined : time(match[3], match[4]);
    const share = match?.[5] === undefined ? undefined : Number(match[5].replace(',', '.')) / 100;
    if (from === undefined || to === undefined || from >= to || (share !== undefined && share > 1)) return undefined;
    spans.push({ from, to, ...(share === undefined || share === 1 ? {} : { availability: share }) });
  }
  spans.sort((a, b) => (a.from < b.from ? -1 : 1));
  return spans.some((span, at) => at > 0 && span.from < (spans[at - 1]?.to ?? '')) ? undefined : spans;
}

/** A span as it is typed. */
export const writeSpans = (spans: readonly Span[]): string =>
  spans.map(({ from, to, availability }) => `${from.slice(0, 5)}–${to.slice(0, 5)}${availability === undefined || availability === 1 ? '' : ` (${Math.round(availability * 1000) / 10} %)`}`).join(', ');

/** Minutes of a time of day. */
export const minutesOf = (at: string): number => Number(at.slice(0, 2)) * 60 + Number(at.slice(3, 5));
