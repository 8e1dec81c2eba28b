import { type Message, type MessageId, message } from '../../language/message.ts';
import { readableUnit, secondsPer, type TimeUnit } from '../../language/units.ts';

/** A quantity as it is read: whole from ten up, one digit from one up, two significant digits below. */
export function rounded(value: number): number {
  const size = Math.abs(value);
  if (size === 0 || !Number.isFinite(size)) return value;
  const digits = size >= 10 ? 0 : size >= 1 ? 1 : Math.min(6, 1 - Math.floor(Math.log10(size)));
  const scale = 10 ** digits;
  return Math.round(value * scale) / scale;
}

const durations: Record<TimeUnit, MessageId> = {
  s: 'analysis.duration.s', min: 'analysis.duration.min', h: 'analysis.duration.h', d: 'analysis.duration.d', w: 'analysis.duration.w',
};
const ranges: Record<TimeUnit, MessageId> = {
  s: 'analysis.range.s', min: 'analysis.range.min', h: 'analysis.range.h', d: 'analysis.range.d', w: 'analysis.range.w',
};

const inUnit = (seconds: number, unit: TimeUnit): number => rounded(seconds / secondsPer(unit, 'elapsed', 24));

/** A calendar span of seconds in words: "9.4 days". */
export function durationText(seconds: number, unit: TimeUnit = readableUnit(seconds)): Message {
  return message(durations[unit], { value: inUnit(seconds, unit) });
}

/** Below this many of a unit people take a smaller one. */
const smallest = 0.2;

/** Two spans of seconds in one unit, "2 to 3 days"; one span where both read alike. */
export function rangeText(low: number, high: number): Message {
  const unit = readableUnit(Math.max(Math.abs(low), Math.abs(high)));
  const from = inUnit(low, unit);
  const to = inUnit(high, unit);
  // "39 minutes to 7.9 days": a small end says nothing in the unit of the large one.
  if (low !== 0 && Math.abs(from) < smallest && readableUnit(low) !== unit) return message('analysis.rangeOfTwo', { low: durationText(low), high: durationText(high) });
  return from === to ? durationText(high, unit) : message(ranges[unit], { low: from, high: to });
}

/** A share of 1 as a percentage: 0.714 is "71 %". */
export const shareText = (share: number): Message =>
  message('analysis.share', { value: Math.abs(share) < 0.1 ? Math.round(share * 1000) / 10 : Math.round(share * 100) });

/** Text that people gave, as a sentence part of its own. */
export const verbatim = (text: string): Message => message('analysis.verbatim', { text });

/** Parts in a row with commas; the whole list, in the order given. */
export function listText(parts: readonly Message[]): Message {
  const [first, ...rest] = parts;
  if (first === undefined) return verbatim('');
  return rest.reduce<Message>((before, part) => message('analysis.listed', { before, part }), first);
}

/** "A request" or "An order": the item's own noun with its article. */
export const itemText = (noun: string): Message => message(/^[aeiou]/i.test(noun) ? 'analysis.itemVowel' : 'analysis.item', { noun });
