import { InvalidArgumentError } from 'commander';
import { type Axis, parseAxis } from '../../shared/analysis/studies/sweep.ts';
import { message, type MessageId } from '../../shared/language/message.ts';
import { say, type Locale } from '../../shared/language/say.ts';
import { type Duration, parseDuration } from '../../shared/language/units.ts';

/** Readers of option values; what they cannot read is wrong usage, said in the person's language. */
export function valueReaders(locale: Locale) {
  const refuse = (id: MessageId, values: Readonly<Record<string, string>> = {}): never => {
    throw new InvalidArgumentError(say(message(id, values), locale));
  };
  return {
    count: (text: string): number => {
      const value = Number(text);
      return /^\d+$/.test(text) && value > 0 && Number.isSafeInteger(value) ? value : refuse('jobs.usage.count');
    },
    seed: (text: string): number => (/^\d+$/.test(text) && Number(text) < 2 ** 32 ? Number(text) : refuse('jobs.usage.seed')),
    duration: (text: string): Duration => {
      const duration = parseDuration(text, 'd');
      return duration === undefined || duration.value <= 0 ? refuse('jobs.usage.duration') : duration;
    },
    /** "5%" or "0.05". */
    share: (text: string): number => {
      const match = /^(\d+(?:\.\d+)?)\s*(%?)$/.exec(text.trim());
      const value = match === null ? Number.NaN : Number(match[1]) / (match[2] === '%' ? 100 : 1);
      return value > 0 && value <= 1 ? value : refuse('jobs.usage.share');
    },
    /** "2024-01-31" or "2024-01-31T09:00", with or without an offset. */
    instant: (text: string): string => {
      if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return `${text}T00:00`;
      return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})?$/.test(text) ? text : refuse('jobs.usage.instant');
    },
    /** "2/5": the second of five parts. */
    part: (text: string): { readonly part: number; readonly parts: number } => {
      const match = /^(\d+)\/(\d+)$/.exec(text.trim());
      const part = Number(match?.[1]);
      const parts = Number(match?.[2]);
      return part >= 1 && part <= parts && Number.isSafeInteger(parts) ? { part, parts } : refuse('jobs.usage.part');
    },
    /** "teams.security.capacity.value=2,3,4". */
    axis: (text: string): Axis => parseAxis(text) ?? refuse('jobs.usage.axis'),
    scale: (text: string): number => {
      const value = Number(text);
      return value >= 1 && value <= 4 ? value : refuse('jobs.usage.scale');
    },
    /** "2024-01-31". */
    date: (text: string): string => (/^\d{4}-\d{2}-\d{2}$/.test(text) ? text : refuse('jobs.usage.instant')),
    list: (text: string): readonly string[] => split(text) ?? refuse('jobs.usage.list'),
    /** Some of the words there are. */
    listOf:
      <T extends string>(known: readonly T[]) =>
      (text: string): readonly T[] => {
        const parts = split(text) ?? [];
        const found = parts.flatMap((part) => known.find((word) => word === part) ?? []);
        return parts.length > 0 && found.length === parts.length ? found : refuse('jobs.usage.listOf', { list: known.join(', ') });
      },
  };
}

function split(text: string): readonly string[] | undefined {
  const parts = text.split(',').map((part) => part.trim()).filter((part) => part !== '');
  return parts.length > 0 ? parts : undefined;
}
