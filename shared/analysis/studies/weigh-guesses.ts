import { defaults } from '../../document/model/defaults.ts';
import type { ElementId } from '../../document/model/fields.ts';
import type { Model } from '../../document/model/model.ts';
import type { Message } from '../../language/message.ts';
import { type Guess, guessesOf, nameOfGuess } from '../readings/guesses.ts';
import { withInputScaled } from './tornado.ts';

/** An input that is a guess, and what the answer owes to it. */
export interface WeighedGuess {
  readonly element: ElementId;
  readonly name: Message;
  /** Seconds of lead time between the low and the high end of its range; null where an end piles work up or has no estimate. */
  readonly swing: number | null;
}

/** Guesses that are tried at most, in the order of the file: each costs two estimates. */
const most = 120;

/**
 * The guesses of a model, those first that move its lead time most: each is taken to both ends of its range, all others
 * as they are (as in the tornado of DESIGN 7, by formula instead of by runs). Those that move nothing are left out.
 * `leadTime` says it of a model, in seconds; null where it cannot be said.
 */
export function weighGuesses(model: Model, leadTime: (model: Model) => number | null): readonly WeighedGuess[] {
  if (leadTime(model) === null) return [];
  const swingOf = (guess: Guess): number | null => {
    const spread = guess.spread ?? defaults.spread[guess.provenance];
    const low = leadTime(withInputScaled(model, guess, 1 - spread));
    const high = leadTime(withInputScaled(model, guess, 1 + spread));
    return low === null || high === null ? null : Math.abs(high - low);
  };
  const weighed = guessesOf(model).slice(0, most).map((guess) => ({ element: guess.element, name: nameOfGuess(model, guess), swing: swingOf(guess) }));
  const weight = ({ swing }: WeighedGuess): number => swing ?? Number.POSITIVE_INFINITY;
  return weighed.filter((one) => weight(one) > 0).toSorted((a, b) => (weight(a) === weight(b) ? 0 : weight(b) - weight(a)));
}
