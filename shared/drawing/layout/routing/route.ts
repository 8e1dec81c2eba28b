import type { Box, Point } from '../../scene.ts';
import { BoxIndex } from '../box-index.ts';
import { type Candidate, bendCost, bendsAtLeast, candidates, straightLine } from './candidates.ts';
import { type NudgedLine, spread } from './nudge.ts';
import { type Obstacle, hits, isClear } from './obstacles.ts';
import { type RouteEnd, type Side, isVertical, port, sides } from './ports.ts';
import { searchLine } from './search.ts';

export interface RouteRequest {
  readonly id: string;
  readonly from: RouteEnd;
  readonly to: RouteEnd;
}

export interface RouteOptions {
  readonly orientation?: 'horizontal' | 'vertical';
  /** Lines that stay as they are: where they touch a node is taken. */
  readonly kept?: readonly KeptLine[];
}

export interface KeptLine {
  readonly from: RouteEnd;
  readonly to: RouteEnd;
  readonly points: readonly Point[];
}

/** The side at which a line touches an end. */
function sideAt({ box }: RouteEnd, { x, y }: Point): Side {
  const gaps: readonly (readonly [Side, number])[] = [['right', Math.abs(box.x + box.width - x)], ['left', Math.abs(box.x - x)], ['bottom', Math.abs(box.y + box.height - y)], ['top', Math.abs(box.y - y)]];
  return gaps.toSorted((a, b) => a[1] - b[1])[0]?.[0] ?? 'right';
}

interface Choice {
  readonly fromSide: Side;
  readonly toSide: Side;
  readonly points: readonly Point[];
}

/** What it costs to leave or enter by a side, so that lines read in the direction of the page. */
function sideCost(side: Side, leaving: boolean, orientation: 'horizontal' | 'vertical'): number {
  const forward: Side = orientation === 'horizontal' ? (leaving ? 'right' : 'left') : leaving ? 'bottom' : 'top';
  const backward: Side = orientation === 'horizontal' ? (leaving ? 'left' : 'right') : leaving ? 'top' : 'bottom';
  if (side === forward) return 0;
  return side === backward ? 90 : 45;
}

/** Places on a corner of a small outline that are taken already, counted for each direction. */
class TakenPorts {
  private readonly leaving = new Map<string, Record<Side, number>>();
  private readonly entering = new Map<string, Record<Side, number>>();

  cost(end: RouteEnd, side: Side, leaving: boolean): number {
    const same = (leaving ? this.leaving : this.entering).get(end.id)?.[side] ?? 0;
    const other = (leaving ? this.entering : this.leaving).get(end.id)?.[side] ?? 0;
    if (end.outline === 'box') return same * 4 + other * 25;
    return (leaving ? same * 100 : same * 12) + other * 110;
  }

  take(end: RouteEnd, side: Side, leaving: boolean): void {
    const table = leaving ? this.leaving : this.entering;
    const counts = table.get(end.id) ?? { left: 0, right: 0, top: 0, bottom: 0 };
    counts[side] += 1;
    table.set(end.id, counts);
  }
}

/** How far the middles of both ends lie apart across the page's direction; lines that lead back come last. */
function offAxis({ from, to }: RouteRequest, orientation: 'horizontal' | 'vertical'): number {
  const across = Math.abs(from.box.y + from.box.height / 2 - to.box.y - to.box.height / 2);
  const along = Math.abs(from.box.x + from.box.width / 2 - to.box.x - to.box.width / 2);
  const back = orientation === 'horizontal' ? to.box.x < from.box.x : to.box.y < from.box.y;
  return (orientation === 'horizontal' ? across : along) + (back ? 100_000 : 0);
}

const allowed = (end: RouteEnd): readonly Side[] => (end.onlySide ? [end.onlySide] : sides);

interface Pair {
  readonly fromSide: Side;
  readonly toSide: Side;
  /** The middles of these sides. */
  readonly a: Point;
  readonly b: Point;
  /** What these sides cost whatever the line, and the least that any line between them can cost. */
  readonly extra: number;
  readonly least: number;
  /** The same with the bends that there must be. */
  readonly bent: number;
}

/** The sides by which an end can be left or entered, with their middles and what they cost whatever the line. */
const waysOf = (end: RouteEnd, leaving: boolean, taken: TakenPorts, orientation: 'horizontal' | 'vertical') =>
  allowed(end).map((side) => ({ side, at: port(end, side), cost: sideCost(side, leaving, orientation) + taken.cost(end, side, leaving) }));

/** All pairs of sides, the most promising first. */
function pairsOf({ from, to }: RouteRequest, taken: TakenPorts, orientation: 'horizontal' | 'vertical'): readonly Pair[] {
  const pairs: Pair[] = [];
  const entries = waysOf(to, false, taken, orientation);
  for (const a of waysOf(from, true, taken, orientation)) {
    for (const b of entries) {
      const extra = a.cost + b.cost;
      const least = extra + Math.abs(a.at.x - b.at.x) + Math.abs(a.at.y - b.at.y);
      pairs.push({ fromSide: a.side, toSide: b.side, a: a.at, b: b.at, extra, least, bent: least + bendsAtLeast(a.at, a.side, b.at, b.side) * bendCost });
    }
  }
  return pairs.sort((a, b) => a.least - b.least);
}

interface Priced {
  readonly choice: Choice;
  readonly cost: number;
}

/** Detour beyond the cheapest simple line from which a search around obstacles is worth its time. */
const searchFrom = 240;

/** Sides and line for one flow: the cheapest simple line that is clear, else the search, else the least bad line. */
function choose(request: RouteRequest, index: BoxIndex<Obstacle>, taken: TakenPorts, orientation: 'horizontal' | 'vertical'): Choice {
  const { from, to } = request;
  const pairs = pairsOf(request, taken, orientation);
  const tried: Priced[] = [];
  let clear: Priced | undefined;
  let cheapest = Number.POSITIVE_INFINITY;
  for (const { fromSide, toSide, a, b, extra, least, bent } of pairs) {
    if (clear && least >= clear.cost) break;
    if (clear && bent >= clear.cost) continue;
    const straight = straightLine(a, fromSide, b, toSide);
    if (straight && isClear(straight, from.id, to.id, index)) {
      // Nothing between these sides costs less: most lines need no other candidates.
      clear = { choice: { fromSide, toSide, points: straight }, cost: least };
      cheapest = Math.min(cheapest, least);
      continue;
    }
    for (const candidate of candidates(from, fromSide, 0, to, toSide, 0)) {
      const cost = candidate.cost + extra;
      cheapest = Math.min(cheapest, cost);
      if (clear && cost >= clear.cost) break;
      const choice = { fromSide, toSide, points: candidate.points };
      tried.push({ choice, cost });
      if (isClear(candidate.points, from.id, to.id, index)) clear = { choice, cost };
    }
  }
  if (clear && clear.cost < cheapest + searchFrom) return clear.choice;
  let best = clear;
  for (const { fromSide, toSide, a, b, extra } of pairs.slice(0, 4)) {
    const points = searchLine(a, fromSide, b, toSide, index, 240);
    if (!points || !isClear(points, from.id, to.id, index)) continue;
    const cost = measure(points) + extra;
    if (!best || cost < best.cost) best = { choice: { fromSide, toSide, points }, cost };
  }
  if (best) return best.choice;
  let fewest: { readonly choice: Choice; readonly met: number } | undefined;
  for (const { choice } of tried.sort((a, b) => a.cost - b.cost).slice(0, 24)) {
    const met = hits(choice.points, from.id, to.id, index);
    if (!fewest || met < fewest.met) fewest = { choice, met };
  }
  return fewest?.choice ?? { fromSide: 'right', toSide: 'left', points: [port(from, 'right'), port(to, 'left')] };
}

function measure(points: readonly Point[]): number {
  let sum = (points.length - 2) * bendCost;
  for (let i = 1; i < points.length; i += 1) sum += Math.abs((points[i] as Point).x - (points[i - 1] as Point).x) + Math.abs((points[i] as Point).y - (points[i - 1] as Point).y);
  return sum;
}

interface PortUse {
  readonly request: number;
  readonly leaving: boolean;
  readonly end: RouteEnd;
  readonly side: Side;
  /** Side of the port's middle to which the line turns, and how far off it does. */
  readonly turns: -1 | 0 | 1;
  readonly after: number;
  /** How far it goes on after the turn. */
  readonly leg: number;
  readonly straight: boolean;
}

function portUse(request: number, leaving: boolean, end: RouteEnd, side: Side, points: readonly Point[]): PortUse {
  const [a, b, c] = points;
  const straight = points.length === 2;
  if (!a || !b || !c) return { request, leaving, end, side, turns: 0, after: 0, leg: 0, straight };
  const across = isVertical(side) ? c.x - b.x : c.y - b.y;
  return { request, leaving, end, side, turns: across < 0 ? -1 : across > 0 ? 1 : 0, after: Math.abs(b.x - a.x) + Math.abs(b.y - a.y), leg: Math.abs(c.x - b.x) + Math.abs(c.y - b.y), straight };
}

/** What is shifted: one end of the line of a request. */
const endKey = (request: number, leaving: boolean): number => 2 * request + (leaving ? 1 : 0);

/** Shifts along crowded sides: a straight line keeps the middle, the others stand beside it in the order of where they go. */
function shifts(requests: readonly RouteRequest[], choices: readonly Choice[]): ReadonlyMap<number, number> {
  const uses: Readonly<Record<Side, Map<string, PortUse[]>>> = { left: new Map(), right: new Map(), top: new Map(), bottom: new Map() };
  const add = (use: PortUse): void => {
    const list = uses[use.side].get(use.end.id);
    if (list) list.push(use);
    else uses[use.side].set(use.end.id, [use]);
  };
  requests.forEach(({ from, to }, request) => {
    const choice = choices[request];
    if (!choice) return;
    add(portUse(request, true, from, choice.fromSide, choice.points));
    add(portUse(request, false, to, choice.toSide, choice.points.toReversed()));
  });
  const found = new Map<number, number>();
  for (const list of sides.flatMap((side) => [...uses[side].values()])) {
    const first = list[0];
    // Lines that only enter a gateway may meet in its corner; lines that leave it must be told apart.
    if (!first || list.length < 2 || (first.end.outline !== 'box' && !list.some(({ leaving }) => leaving))) continue;
    const vertical = isVertical(first.side);
    // Of lines that turn the same way, the one that turns first stands outermost, and of those that turn together the one that goes on furthest: so they do not cross.
    list.sort((a, b) => a.turns - b.turns || -a.turns * (a.after - b.after) || a.turns * (a.leg - b.leg) || a.request - b.request);
    const half = (vertical ? first.end.box.width : first.end.box.height) / 2;
    const room = first.end.outline === 'box' ? half - 10 : half * 0.55;
    const middle = list.findIndex((use) => use.straight);
    const centre = middle >= 0 ? middle : (list.length - 1) / 2;
    const most = Math.max(centre, list.length - 1 - centre);
    const step = Math.min(14, room / Math.max(1, most));
    list.forEach((use, rank) => found.set(endKey(use.request, use.leaving), Math.round((rank - centre) * step)));
  }
  return found;
}

/**
 * Orthogonal lines for many flows at once, around all nodes where that is possible, with ports spread along crowded sides
 * and parallel lines kept apart. Lines run from outline to outline. The same input gives the same lines.
 */
export function routeFlows(requests: readonly RouteRequest[], nodes: readonly Obstacle[], options: RouteOptions = {}): ReadonlyMap<string, readonly Point[]> {
  const orientation = options.orientation ?? 'horizontal';
  const index = new BoxIndex(nodes);
  const taken = new TakenPorts();
  for (const { from, to, points } of options.kept ?? []) {
    const [first, last] = [points[0], points.at(-1)];
    if (first) taken.take(from, sideAt(from, first), true);
    if (last) taken.take(to, sideAt(to, last), false);
  }
  const choices: Choice[] = [];
  // Straight lines choose first, so that the branches of a gateway leave by the corners that are left.
  const order = requests.map((request, number) => ({ number, bent: offAxis(request, orientation) })).sort((a, b) => a.bent - b.bent || a.number - b.number);
  for (const { number } of order) {
    const request = requests[number] as RouteRequest;
    const choice = choose(request, index, taken, orientation);
    taken.take(request.from, choice.fromSide, true);
    taken.take(request.to, choice.toSide, false);
    choices[number] = choice;
  }
  const moved = shifts(requests, choices);
  const lines = requests.map((request, number): NudgedLine => {
    const choice = choices[number] as Choice;
    const fromShift = moved.get(endKey(number, true)) ?? 0;
    const toShift = moved.get(endKey(number, false)) ?? 0;
    const points = fromShift === 0 && toShift === 0 ? choice.points : reroute(request, choice, fromShift, toShift, index);
    return { from: request.from.id, to: request.to.id, points };
  });
  spread(lines, index);
  return new Map(requests.map((request, number) => [request.id, (lines[number] as NudgedLine).points]));
}

function reroute(request: RouteRequest, choice: Choice, fromShift: number, toShift: number, index: BoxIndex<Obstacle>): readonly Point[] {
  const { from, to } = request;
  const { fromSide, toSide } = choice;
  const options: readonly Candidate[] = candidates(from, fromSide, fromShift, to, toSide, toShift);
  const clear = options.find(({ points }) => isClear(points, from.id, to.id, index));
  const limit = measure(choice.points) + 120;
  if (clear && clear.cost < limit) return clear.points;
  const found = searchLine(port(from, fromSide, fromShift), fromSide, port(to, toSide, toShift), toSide, index, 240);
  if (found && isClear(found, from.id, to.id, index)) return found;
  return choice.points;
}

/** Nodes' boxes as obstacles. */
export const obstacle = (id: string, box: Box): Obstacle => ({ id, x: box.x, y: box.y, width: box.width, height: box.height });
