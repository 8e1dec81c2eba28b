import type { GroupTime } from '../analysis/readings/groups.ts';
import { durationText } from '../analysis/readings/phrases.ts';
import { timeBar } from '../drawing/charts/time-bar.ts';
import { message } from '../language/message.ts';
import { say } from '../language/say.ts';
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
