import type { ElementId } from '../../shared/document/model/fields.ts';
import type { Model, Process } from '../../shared/document/model/model.ts';
import type { Node } from '../../shared/document/model/node.ts';
import type { LaneBox, LaneLayout } from '../../shared/drawing/layout/lanes.ts';
import { pageOf, routePage, type Page } from '../../shared/drawing/layout/page.ts';
import { planPage, type PagePlan } from '../../shared/drawing/layout/plan.ts';
import type { DiagramPaint } from '../../shared/drawing/paint.ts';
import type { Box, Point } from '../../shared/drawing/scene.ts';
import type { Locale } from '../../shared/language/say.ts';
import { boxOfNode } from '../../shared/drawing/shapes/node.ts';

/** One page as it stands on the canvas: what is on it, where its lanes are, how its lines run. */
export interface PageView {
  readonly model: Model;
  readonly page: Page;
  readonly plan: PagePlan;
  readonly lanes: LaneLayout;
  readonly boxes: ReadonlyMap<ElementId, Box>;
  /** Everything, lanes included; undefined on an empty page. */
  readonly bounds: Box | undefined;
}

export interface ViewOptions {
  readonly within?: ElementId | undefined;
  readonly paint?: DiagramPaint | undefined;
  readonly locale?: Locale;
}

/** What the routing depends on: a rename or a number leaves the lines as they are. */
function geometryKey({ process, nodes, flows }: Page): string {
  const places = nodes.map(({ id, kind, position, size }) => `${id} ${kind} ${position.x} ${position.y} ${size?.width ?? ''} ${size?.height ?? ''}`);
  const joins = flows.map(({ id, from, to, waypoints }) => `${id} ${from} ${to} ${waypoints?.map(({ x, y }) => `${x} ${y}`).join() ?? ''}`);
  return [process.orientation ?? '', ...places, '|', ...joins].join('\n');
}

const routed = new Map<string, { readonly key: string; readonly lines: ReadonlyMap<ElementId, readonly Point[]> }>();

const views = new WeakMap<Model, { readonly process: string; readonly options: ViewOptions; readonly view: PageView }>();

/**
 * The page of a process, or the inside of a sub-process. Lines are routed anew only where something moved, and the
 * same question asked twice in a row gets the same answer.
 */
export function viewPage(model: Model, process: Process, options: ViewOptions = {}): PageView {
  const last = views.get(model);
  if (last?.process === process.id && last.options.within === options.within && last.options.paint === options.paint && last.options.locale === options.locale) return last.view;
  const view = makeView(model, process, options);
  views.set(model, { process: process.id, options, view });
  return view;
}

function makeView(model: Model, process: Process, { within, paint, locale = 'en' }: ViewOptions): PageView {
  const page = pageOf(model, process, within);
  const name = `${process.id} ${within ?? ''}`;
  const key = geometryKey(page);
  const old = routed.get(name);
  const lines = old?.key === key ? old.lines : routePage(model, page);
  routed.set(name, { key, lines });
  const full = planPage(model, page, { locale, routes: lines, ...(paint === undefined ? {} : { paint }) });
  const plan: PagePlan = within === undefined ? full : { ...full, lanes: { orientation: full.lanes.orientation, lanes: [], bounds: undefined } };
  const boxes = new Map(page.nodes.map((node) => [node.id, boxOfNode(node)]));
  return { model, page, plan, lanes: plan.lanes, boxes, bounds: plan.bounds };
}

const holds = (box: Box, point: Point): boolean => point.x >= box.x && point.x < box.x + box.width && point.y >= box.y && point.y < box.y + box.height;

/** The lane that a point belongs to: the one it is in, else the nearest across the page. */
export function nearestLane(layout: LaneLayout, point: Point): LaneBox | undefined {
  const across = layout.orientation === 'vertical' ? point.x : point.y;
  let best: { readonly lane: LaneBox; readonly gap: number } | undefined;
  for (const lane of layout.lanes) {
    if (lane.own === undefined) continue;
    const from = layout.orientation === 'vertical' ? lane.own.x : lane.own.y;
    const to = from + (layout.orientation === 'vertical' ? lane.own.width : lane.own.height);
    const gap = across < from ? from - across : across >= to ? across - to + 1 : 0;
    if (best === undefined || gap < best.gap) best = { lane, gap };
  }
  return best?.lane;
}

/** The topmost thing that can be drawn to at a point: small nodes lie over frames. */
export function nodeAtPoint(view: PageView, point: Point, margin = 0): Node | undefined {
  const hit = view.page.nodes.filter((node) => {
    const box = view.boxes.get(node.id);
    return box !== undefined && holds({ x: box.x - margin, y: box.y - margin, width: box.width + 2 * margin, height: box.height + 2 * margin }, point);
  });
  const area = (node: Node): number => {
    const box = view.boxes.get(node.id);
    return box === undefined ? Number.POSITIVE_INFINITY : box.width * box.height;
  };
  return hit.toSorted((a, b) => area(a) - area(b))[0];
}

/** The line nearest to a point, of those no further from it than `reach`, in pixels of the page. */
export function flowAtPoint(view: PageView, { x, y }: Point, reach: number): ElementId | undefined {
  let best: { readonly id: ElementId; readonly gap: number } | undefined;
  for (const { flow, points } of view.plan.flows) {
    points.forEach((from, index) => {
      const to = points[index + 1] ?? from;
      const [dx, dy] = [to.x - from.x, to.y - from.y];
      const share = dx === 0 && dy === 0 ? 0 : Math.max(0, Math.min(1, ((x - from.x) * dx + (y - from.y) * dy) / (dx * dx + dy * dy)));
      const gap = Math.hypot(from.x + share * dx - x, from.y + share * dy - y);
      if (gap <= reach && (best === undefined || gap < best.gap)) best = { id: flow.id, gap };
    });
  }
  return best?.id;
}

/** Nodes as they are read: along the flow of the page, lane by lane. */
export function readingOrder(view: PageView): readonly Node[] {
  const laneRank = new Map(view.lanes.lanes.map((lane, index) => [lane.party.id, index]));
  const vertical = view.lanes.orientation === 'vertical';
  return view.page.nodes.toSorted((a, b) => {
    const byLane = (laneRank.get(a.party ?? '') ?? -1) - (laneRank.get(b.party ?? '') ?? -1);
    if (byLane !== 0) return byLane;
    return vertical ? a.position.y - b.position.y : a.position.x - b.position.x;
  });
}
