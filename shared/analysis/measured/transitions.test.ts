import { describe, expect, it } from 'vitest';
import { groupBy, type MeasuredEvent } from './measured-event.ts';
import { concurrentActivities, findTransitions } from './transitions.ts';

/** "A1-3" is activity A from 1 to 3. */
const events = (text: string, caseId = 'c'): MeasuredEvent[] =>
  text.split(' ').map((part) => {
    const [, activity = '', start = '', end = ''] = /^([A-Z])(\d+)-(\d+)$/.exec(part) ?? [];
    return { caseId, activity, resource: 'r', start: Number(start), end: Number(end) };
  });
/** Each event with what enabled it, and when: "B←A@3". */
const links = (log: readonly MeasuredEvent[]): readonly string[] =>
  findTransitions(log).map(({ source, target, enabled }) => `${target.activity}←${source?.activity ?? ''}@${enabled}`);

describe('what enables an event', () => {
  it('is the latest event of its case that had ended', () => {
    expect(links(events('A1-3 B4-6 C7-8'))).toEqual(['A←@1', 'B←A@3', 'C←B@6']);
    expect(links(events('A1-3 B1-5 C6-7'))).toEqual(['A←@1', 'B←@1', 'C←B@5']);
    expect(links(events('A1-3 B2-9 C4-12'))).toEqual(['A←@1', 'B←@2', 'C←A@3']);
  });

  it('may end in the very moment in which the next begins', () => {
    expect(links(events('A1-3 B3-6'))).toEqual(['A←@1', 'B←A@3']);
  });

  it('is looked for in the same case only', () => {
    expect(links([...events('A1-3', 'x'), ...events('B4-6', 'y')])).toEqual(['A←@1', 'B←@4']);
  });

  it('does not depend on the order of the log', () => {
    expect(links(events('C7-8 B4-6 A1-3'))).toEqual(['A←@1', 'B←A@3', 'C←B@6']);
  });

  it('is never concurrent with it', () => {
    // B and C end in both orders over the cases: neither enables the other.
    const log = [...events('A1-2 B3-4 C5-6', 'x'), ...events('A1-2 C3-4 B5-6', 'y')];
    expect(links(log)).toEqual(['A←@1', 'B←A@2', 'C←A@2', 'A←@1', 'C←A@2', 'B←A@2']);
  });

  it('is the first of two that end together', () => {
    expect(links(events('A1-3 B2-3 C4-5'))).toEqual(['A←@1', 'B←@2', 'C←A@3']);
    expect(links(events('B2-3 A1-3 C4-5'))).toEqual(['A←@1', 'B←@2', 'C←A@3']);
  });

  it('is what the log says where it says so: never before the one that came before, never after its own start', () => {
    const [first, second] = events('A5-6 B9-10');
    if (first === undefined || second === undefined) throw new Error('Both were made.');
    const ready = (a: number | undefined, b: number | undefined): readonly (readonly number[])[] =>
      findTransitions([a === undefined ? first : { ...first, enabled: a }, b === undefined ? second : { ...second, enabled: b }]).map((transition) => [transition.enabled, transition.ready]);
    expect(ready(undefined, undefined)).toEqual([[5, 5], [6, 6]]);
    expect(ready(2, 8)).toEqual([[2, 2], [6, 8]]);
    expect(ready(7, 4)).toEqual([[5, 5], [6, 6]]);
    expect(ready(5, 12)).toEqual([[5, 5], [6, 9]]);
  });

  it('comes before it even where both take no time', () => {
    expect(links(events('A3-3 B3-3 C3-3'))).toEqual(['A←@3', 'B←A@3', 'C←A@3']);
  });
});

describe('concurrent activities', () => {
  const pairs = (...cases: readonly string[]): readonly string[] => [...concurrentActivities(cases.map((text) => events(text)))].map((key) => key.replace('\u0000', ''));

  it('are those that end directly after one another in both orders', () => {
    expect(pairs('A1-2 B3-4', 'B1-2 A3-4')).toEqual(['AB', 'BA']);
    expect(pairs('A1-2 B3-4 C5-6')).toEqual([]);
    expect(pairs('A1-2 C3-4 B5-6', 'B1-2 A3-4')).toEqual([]);
  });

  it('are never an activity and its own repetition', () => {
    expect(pairs('A1-2 A3-4 A5-6')).toEqual([]);
  });
});

describe('grouping', () => {
  it('keeps the order of the list, in the groups and among them', () => {
    expect([...groupBy([3, 1, 4, 1, 5, 9], (n) => (n % 2 === 0 ? 'even' : 'odd'))]).toEqual([['odd', [3, 1, 1, 5, 9]], ['even', [4]]]);
  });
});
