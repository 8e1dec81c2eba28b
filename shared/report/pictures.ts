import type { GroupTime } from '../analysis/readings/groups.ts';
import { durationText, rangeText } from '../analysis/readings/phrases.ts';
import { rangeBars } from '../drawing/charts/ranges.ts';
import { timeBar } from '../drawing/charts/time-bar.ts';
import { type Message, message, type MessageId } from '../language/message.ts';
import { say } from '../language/say.ts';
import { readableUnit, secondsPer } from '../language/units.ts';
import type { Picture } from './block.ts';

/** The bar that shows where an item's time goes; its parts sum to the lead time. */
export function timeBarPicture(groups: readonly GroupTime[], id = 'time-bar'): Picture {
  const total = groups.reduce((sum, part) => sum + part.seconds, 0);
  return {
    kind: 'picture',
    id,
    scene: (locale) =>
      timeBar(
        [{ total: say(durationText(total), locale), parts: groups.map(({ group, seconds }) => ({ group, value: seconds, text: say(durationText(seconds), locale) })) }],
        { title: say(message('report.causes'), locale), locale },
      ),
  };
}

/** Two or more bars on one scale: Today above its proposals. `width` in pixels, a page's by default. */
export function timeBarsPicture(rows: readonly { readonly name: string; readonly groups: readonly GroupTime[] }[], id = 'time-bars', width?: number): Picture {
  return {
    kind: 'picture',
    id,
    scene: (locale) =>
      timeBar(
        rows.map(({ name, groups }) => ({
          name,
          total: say(durationText(groups.reduce((sum, part) => sum + part.seconds, 0)), locale),
          parts: groups.map(({ group, seconds }) => ({ group, value: seconds, text: say(durationText(seconds), locale) })),
        })),
        { title: say(message('report.causes'), locale), locale, ...(width === undefined ? {} : { width }) },
      ),
  };
}

/** As wide as the drawer shows a picture, so that its words are as large as those around it. */
const pageWidth = 960;

/** Spans in seconds with where they lie, on one axis in one unit; `zero` draws the line of nothing. */
export function durationRangesPicture(
  rows: readonly { readonly name: Message; readonly mean: number; readonly low: number | null; readonly high: number | null }[],
  { id, title, zero = false }: { readonly id: string; readonly title: MessageId; readonly zero?: boolean },
): Picture {
  const unit = readableUnit(Math.max(...rows.flatMap(({ mean, low, high }) => [mean, low ?? mean, high ?? mean]).map(Math.abs)));
  const length = secondsPer(unit, 'elapsed', 24);
  return {
    kind: 'picture',
    id,
    scene: (locale) =>
      rangeBars(
        {
          rows: rows.map(({ name, mean, low, high }) => ({
            name: say(name, locale),
            mean: mean / length,
            ...(low === null || high === null ? {} : { low: low / length, high: high / length }),
            text: say(low === null || high === null ? durationText(mean) : rangeText(low, high), locale),
          })),
          format: (value) => say(durationText(value * length, unit), locale),
          zero,
        },
        { title: say(message(title), locale), locale, width: pageWidth },
      ),
  };
}
