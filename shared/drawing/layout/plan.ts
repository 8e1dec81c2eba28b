import type { Flow, FlowKind } from '../../document/model/flow.ts';
import type { Model } from '../../document/model/model.ts';
import { flowKind, isHandoff } from '../../document/model/queries.ts';
import type { Locale } from '../../language/say.ts';
import { type BadgePaint, type DiagramPaint } from '../paint.ts';
import { type Box, type Point, around } from '../scene.ts';
import { flowLabel } from '../words.ts';
import { BoxIndex, segmentArea } from './box-index.ts';
import { badgeSize, flowLabelSize, labelJoint } from './label-size.ts';
import { type LabelEdge, type LabelSide, boxOfNode, isAttached, labelBox, labelWidths, namedOutside } from './node-box.ts';
import { wordsFit } from './wrap.ts';
import { type LaneLayout, layOutLanes } from './lanes.ts';
import { isFlat } from './folded.ts';
import { type Page, isFrame, routePage } from './page.ts';
import { besideLine, boxAround, centredOn, crossingOf } from './place-on-line.ts';
import { lineLength } from './routing/candidates.ts';

export interface PlannedFlow {
  readonly flow: Flow;
  readonly kind: FlowKind;
  readonly handoff: boolean;
  readonly points: readonly Point[];
  readonly label: string;
  readonly labelAt?: Point;
  /** The parts of the label stand one below the other. */
  readonly stacked?: boolean;
  readonly badge?: BadgePaint;
  readonly badgeAt?: Point;
}

/** Where everything on a page stands. The window and the files read the same plan. */
export interface PagePlan {
  readonly page: Page;
  readonly lanes: LaneLayout;
  readonly labels: ReadonlyMap<string, LabelSide>;
  readonly flows: readonly PlannedFlow[];
  /** Around everything that is drawn, lanes included; undefined for an empty page. */
  readonly bounds: Box | undefined;
}

export interface PlanOptions {
  readonly locale?: Locale;
  readonly paint?: DiagramPaint;
  readonly badges?: 'pill' | 'dot' | 'none';
  /** Lines already routed, by flow id. */
  readonly routes?: ReadonlyMap<string, readonly Point[]>;
}

const sidesKnown = new Map<string, LabelSide>();

/** One object for one way to place a name, so that equal places are the same from one plan to the next. */
function labelSide(edge: LabelEdge, width: number, plain: boolean): LabelSide {
  const key = `${edge}${width}${plain}`;
  const known = sidesKnown.get(key) ?? { edge, width, plain };
  sidesKnown.set(key, known);
  return known;
}

/** Sides to try for a name, first choice first: away from the direction in which lines run. */
const preferred: Readonly<Record<'horizontal' | 'vertical', readonly LabelEdge[]>> = { horizontal: ['below', 'above', 'beside', 'before'], vertical: ['beside', 'before', 'below', 'above'] };

/** The names of small nodes stand on the first free side, without lines or neighbours, wrapped more narrowly where needed. */
function labelSides(page: Page, lines: ReadonlyMap<string, readonly Point[]>, strokes: BoxIndex<Box & { readonly flow: string }>): ReadonlyMap<string, LabelSide> {
  const named = page.nodes.filter((node) => namedOutside(node) && node.name);
  if (named.length === 0) return new Map();
  const busy = new Map<string, Set<LabelEdge>>();
  const nodes = new Map(named.map((node) => [node.id, node]));
  const touch = (id: string, point: Point | undefined): void => {
    const node = nodes.get(id);
    if (!node || !point) return;
    const box = boxOfNode(node);
    const sides = busy.get(id) ?? new Set();
    if (point.y <= box.y + 1) sides.add('above');
    else if (point.y >= box.y + box.height - 1) sides.add('below');
    else if (point.x >= box.x + box.width - 1) sides.add('beside');
    else sides.add('before');
    busy.set(id, sides);
  };
  for (const flow of page.flows) {
    const points = lines.get(flow.id);
    touch(flow.from, points?.[0]);
    touch(flow.to, points?.at(-1));
  }
  const order = preferred[page.process.orientation ?? 'horizontal'];
  const found = new Map<string, LabelSide>();
  const solid = new BoxIndex<Box>(page.nodes.filter((node) => !isFrame(node)).map(boxOfNode));
  for (const node of named) {
    const sides = isAttached(node) || isFlat(node) ? (['beside', 'before'] as const) : order.filter((side) => !busy.get(node.id)?.has(side));
    const open = sides.length > 0 ? sides : [order[0] ?? 'below'];
    const options = labelWidths.flatMap((width) => open.map((edge) => labelSide(edge, width, false)));
    const own = boxOfNode(node);
    const clear = options.find((place) => {
      const box = labelBox(node, place);
      return !box || (wordsFit(node.name ?? '', place.width ?? 128, 12) && solid.free(box, (other) => other.x === own.x && other.y === own.y));
    });
    const chosen = clear ?? options[0];
    const box = chosen && labelBox(node, chosen);
    if (chosen && box) found.set(node.id, labelSide(chosen.edge, chosen.width ?? labelWidths[0], strokes.free(box)));
  }
  return found;
}

const badgeOf = (model: Model, flow: Flow, options: PlanOptions): BadgePaint | undefined => {
  if (options.badges === 'none') return undefined;
  const painted = options.paint?.flows?.[flow.id]?.badge;
  if (painted === false || (painted === undefined && !isHandoff(model, flow))) return undefined;
  const channel = flow.handoff?.channel as BadgePaint['channel'];
  return { ...(channel ? { channel } : {}), ...painted, ...(options.badges === 'dot' ? { size: 'dot' as const } : {}) };
};

/** Places lanes, lines, labels and badges of a page so that they keep clear of each other. */
export function planPage(model: Model, page: Page, options: PlanOptions = {}): PagePlan {
  const locale = options.locale ?? 'en';
  const lines = options.routes ?? routePage(model, page);
  const strokes = new BoxIndex<Box & { readonly flow: string }>();
  const boxes: Box[] = [];
  for (const [flow, points] of lines) {
    points.forEach((point, i) => {
      const next = points[i + 1];
      if (next) {
        strokes.add({ ...segmentArea(point, next, 1), flow });
        boxes.push(segmentArea(point, next, 0));
      }
    });
  }
  const labels = labelSides(page, lines, strokes);
  const taken = new BoxIndex<Box>();
  for (const node of page.nodes) {
    const box = boxOfNode(node);
    boxes.push(box);
    taken.add(isFrame(node) ? { ...box, height: 28 } : box);
    const label = labelBox(node, labels.get(node.id));
    if (label) {
      taken.add(label);
      boxes.push(label);
    }
  }
  const lanes = layOutLanes(model, page.process, around(boxes));
  const bands = lanes.lanes.flatMap((lane) => lane.own ?? []);

  const badges = new Map<string, { readonly badge: BadgePaint; readonly at: Point }>();
  for (const flow of page.flows) {
    const badge = badgeOf(model, flow, options);
    const points = lines.get(flow.id);
    if (!badge || !points) continue;
    const size = badgeSize(badge);
    const at = centredOn(points, size, crossingOf(points, bands) ?? lineLength(points) / 2, taken, (box) => !strokes.free(box, (stroke) => stroke.flow === flow.id));
    if (!at) continue;
    taken.add(boxAround(at, size, 1));
    badges.set(flow.id, { badge, at });
  }
  const flows = page.flows.flatMap((flow): PlannedFlow[] => {
    const points = lines.get(flow.id);
    if (!points) return [];
    const placed = badges.get(flow.id);
    const label = options.paint?.flows?.[flow.id]?.label ?? flowLabel(model, flow, locale);
    const rework = flow.rework === true;
    let labelAt: Point | undefined;
    let stacked = false;
    if (label !== '' || rework) {
      const branch = model.nodes[flow.from]?.kind === 'gateway';
      const tried = [false, true].filter((way) => !way || label.includes(labelJoint)).map((way) => {
        const size = flowLabelSize({ label, rework, stacked: way });
        const at = besideLine(points, size, branch ? size.width / 2 + 6 : lineLength(points) / 2, taken, strokes);
        return { way, at, box: at === undefined ? undefined : boxAround(at, size, 0) };
      });
      const best = tried.find(({ box }) => box !== undefined && taken.free(box)) ?? tried[0];
      if (best?.at && best.box) {
        labelAt = best.at;
        stacked = best.way;
        taken.add(best.box);
        boxes.push(best.box);
      }
    }
    return [{
      flow, points, label, kind: flowKind(model, flow), handoff: isHandoff(model, flow),
      ...(labelAt ? { labelAt } : {}),
      ...(stacked ? { stacked } : {}),
      ...(placed ? { badge: placed.badge, badgeAt: placed.at } : {}),
    }];
  });
  const bounds = around(lanes.bounds ? [...boxes, lanes.bounds] : boxes);
  return { page, lanes, labels, flows, bounds };
}
