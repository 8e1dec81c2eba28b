import { de } from './catalogue/de.ts';
import { en } from './catalogue/en.ts';
import type { Message, MessageValue } from './message.ts';

export type Locale = 'en' | 'de';

const catalogues: Record<Locale, Readonly<Record<string, string>>> = { en, de };

/**
 * The message as a sentence in the given language.
 * `{name}` is replaced by the value of that name; `{n|request|requests}` picks the first word where n is exactly 1
 * and the second otherwise. Values that are messages are said first. An unknown placeholder stays visible.
 */
export function say(message: Message, locale: Locale = 'en'): string {
  const pattern = catalogues[locale][message.id] ?? catalogues.en[message.id] ?? message.id;
  return pattern.replaceAll(/\{(\w+)(?:\|([^|{}]*)\|([^|{}]*))?\}/g, (whole, name: string, one?: string, many?: string) => {
    const value = message.values?.[name];
    if (value === undefined) return whole;
    if (one !== undefined && many !== undefined) return value === 1 ? one : many;
    return sayValue(value, locale);
  });
}

function sayValue(value: MessageValue, locale: Locale): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return formatNumber(value, locale);
  return say(value, locale);
}

/** A language that this program speaks, from a tag of any language: 'de-CH' is German; undefined for others. */
export function localeOfTag(tag: string | undefined): Locale | undefined {
  const language = tag?.split('-')[0]?.toLowerCase();
  return language === 'en' || language === 'de' ? language : undefined;
}

/** A number as people of that language write it, with at most `digits` decimals. */
export const formatNumber = (value: number, locale: Locale = 'en', digits = 3): string =>
  new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(value);
