import type { TextLine } from '../drawing/scene.ts';
import type { Message } from '../language/message.ts';
import { type Locale, say } from '../language/say.ts';

const ellipsis = '…';

/** Letters that a name keeps, longest first, until its sentence fits. */
const lengths = [40, 28, 20, 14] as const;

function shortName(name: string, most: number): string {
  if (name.length <= most) return name;
  const cut = name.slice(0, most);
  const gap = cut.lastIndexOf(' ');
  return `${(gap > most / 2 ? cut.slice(0, gap) : cut).trimEnd()}${ellipsis}`;
}

/** A sentence whose names keep `most` letters each, cut between words where that is possible. */
const withShortNames = ({ id, values }: Message, most: number): Message =>
  values === undefined
    ? { id }
    : { id, values: Object.fromEntries(Object.entries(values).map(([key, value]) => [key, typeof value === 'string' ? shortName(value, most) : typeof value === 'number' ? value : withShortNames(value, most)])) };

/** A sentence and the lines that it was wrapped into. */
export interface Fitted {
  readonly words: string;
  readonly lines: readonly TextLine[];
  /** The sentence again, where all of it stands in the lines and no word was broken. */
  readonly whole?: string;
}

const bare = (text: string): string => text.replaceAll(/\s+/gu, '');

/**
 * A sentence in as many lines as there is room for. Where it is too long its names are shortened before its end is cut:
 * the number at the end is what it says.
 * @param lines wraps words; its last line ends in an ellipsis where something is left
 */
export function sayFitting(text: Message, locale: Locale, lines: (words: string) => readonly TextLine[]): Fitted {
  const tried = (one: Message) => {
    const words = say(one, locale);
    const wrapped = lines(words);
    const cut = wrapped.at(-1)?.text.endsWith(ellipsis) === true && !words.trimEnd().endsWith(ellipsis);
    const uncut = bare(wrapped.map((line) => line.text).join('')) === bare(words);
    return { cut, fitted: { words, lines: wrapped, ...(uncut ? { whole: words } : {}) } };
  };
  const long = tried(text);
  // What somebody typed as a text of its own is no name.
  if (!long.cut || text.id === 'analysis.verbatim') return long.fitted;
  for (const most of lengths) {
    const shorter = tried(withShortNames(text, most));
    if (!shorter.cut) return shorter.fitted;
  }
  return long.fitted;
}
