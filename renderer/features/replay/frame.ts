import type { ElementId } from '../../../shared/document/model/fields.ts';
import type { Box, Point } from '../../../shared/drawing/scene.ts';
import type { Replay, ReplayStay } from '../../../shared/simulation/results/replay.ts';

export type DotState = 'moving' | 'waiting' | 'working';

export interface Dot extends Point {
  readonly state: DotState;
}

/** How many more stand where there is no room for dots. */
export interface More extends Point {
  readonly count: number;
}

export interface Frame {
  readonly dots: readonly Dot[];
  readonly more: readonly More[];
  readonly counts: Readonly<Record<DotState, number>>;
}

/** Where things are on the page. */
export interface Ground {
  readonly boxes: ReadonlyMap<ElementId, Box>;
  readonly lines: ReadonlyMap<ElementId, readonly Point[]>;
}

const spacing = 10;
/** From the edge of a step to the middle of its row of dots: those who wait above it, those in work beneath. */
const away = 8;

interface Way {
  readonly points: readonly Point[];
  /** Length up to each point. */
  readonly lengths: readonly number[];
}

/** The line of each path of a replay, from one step to the next; undefined for one that is not wholly on this page. */
export function waysOnPage({ paths }: Pick<Replay, 'paths'>, { lines }: Ground): readonly (Way | undefined)[] {
  return paths.map((flows) => {
    const parts = flows.map((flow) => lines.get(flow));
    if (parts.some((part) => part === undefined)) return undefined;
    const points = parts.flatMap((part) => part ?? []);
    let length = 0;
    const lengths = points.map((point, index) => {
      const before = points[index - 1];
      length += before === undefined ? 0 : Math.hypot(point.x - before.x, point.y - before.y);
      return length;
    });
    return { points, lengths };
  });
}

/** The point of a way at a share of its length, from 0 to 1. */
function along({ points, lengths }: Way, share: number): Point | undefined {
  const wanted = share * (lengths.at(-1) ?? 0);
  const next = lengths.findIndex((length) => length >= wanted);
  const [to, from] = [points[next], points[next - 1]];
  if (to === undefined || from === undefined) return to;
  const [start, end] = [lengths[next - 1] ?? 0, lengths[next] ?? 0];
  const part = end === start ? 1 : (wanted - start) / (end - start);
  return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
}

/**
 * What is seen at a moment: who moves stands on its line, who waits above its step, who is worked on beneath it.
 * @param time seconds from the beginning of the replay
 * @param hop seconds that a move is shown for at least, since most take no time
 */
export function frameAt({ stays }: Pick<Replay, 'stays'>, ways: readonly (Way | undefined)[], ground: Ground, time: number, hop: number): Frame {
  const counts = { moving: 0, waiting: 0, working: 0 };
  const dots: Dot[] = [];
  const rows = new Map<string, { readonly node: ElementId; readonly state: DotState; count: number }>();
  for (const stay of stays) {
    if (stay.left > time) break;
    const state = stateOf(stay, time, hop);
    if (state === undefined) continue;
    counts[state] += 1;
    if (state === 'moving') {
      const way = ways[stay.path];
      const at = way === undefined ? undefined : along(way, Math.min(1, (time - stay.left) / Math.max(stay.enable - stay.left, hop)));
      if (at !== undefined) dots.push({ ...at, state });
      continue;
    }
    const key = `${state} ${stay.node}`;
    const row = rows.get(key);
    if (row === undefined) rows.set(key, { node: stay.node, state, count: 1 });
    else row.count += 1;
  }
  const more: More[] = [];
  for (const { node, state, count } of rows.values()) {
    const box = ground.boxes.get(node);
    if (box === undefined) continue;
    const room = Math.max(1, Math.floor(box.width / spacing) - 2);
    const y = state === 'waiting' ? box.y - away : box.y + box.height + away;
    const shown = Math.min(count, room);
    for (let place = 0; place < shown; place += 1) dots.push({ x: box.x + spacing / 2 + place * spacing, y, state });
    if (count > shown) more.push({ x: box.x + shown * spacing + 2, y, count: count - shown });
  }
  return { dots, more, counts };
}

/** What an item does at a moment of a stay; undefined where it is not there, or no longer. */
function stateOf({ left, enable, begin, end, path }: ReplayStay, time: number, hop: number): DotState | undefined {
  const arrived = path < 0 ? enable : Math.max(enable, left + hop);
  // A visit too short to be seen still shows the way to it.
  if (time >= Math.max(end, arrived)) return undefined;
  if (time < arrived) return path < 0 ? undefined : 'moving';
  return time < begin ? 'waiting' : 'working';
}
