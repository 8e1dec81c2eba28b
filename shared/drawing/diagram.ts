import type { Model, Process } from '../document/model/model.ts';
import { message } from '../language/message.ts';
import { type Locale, say } from '../language/say.ts';
import { segmentArea } from './layout/box-index.ts';
import { badgeSize, flowLabelSize } from './layout/label-size.ts';
import { boxOfNode, isFrame, labelBox } from './layout/node-box.ts';
import { endOf, pageOf } from './layout/page.ts';
import { type PagePlan, type PlannedFlow, planPage } from './layout/plan.ts';
import { boxAround } from './layout/place-on-line.ts';
import { throughBends } from './layout/routing/ports.ts';
import { textAt } from './layout/wrap.ts';
import type { DiagramPaint } from './paint.ts';
import { type Box, type Scene, type Shape, around, group, grow, overlaps } from './scene.ts';
import { drawBadge } from './shapes/badge.ts';
import { drawFlow } from './shapes/flow.ts';
import { drawFrame } from './shapes/frame.ts';
import { drawLane, partyFacts } from './shapes/lane.ts';
import { type LegendContent, drawLegend } from './shapes/legend.ts';
import { type Sureness } from './shapes/marks.ts';
import { drawNode } from './shapes/node.ts';
import { flowTitle } from './words.ts';

export interface DiagramOptions {
  readonly locale?: Locale;
  readonly legend?: boolean;
  /** Crop to these elements, whole lanes across. */
  readonly selection?: readonly string[];
  /** A crop keeps the lanes too that lines of the selection pass through, so that they can be followed from part to part. */
  readonly followed?: boolean;
  /** Name of the proposal that is shown; draws its frame. */
  readonly proposal?: string;
  /** The sub-process whose inside is drawn. */
  readonly within?: string;
  readonly badges?: 'pill' | 'dot' | 'none';
  /** Pixels around the picture, 24 when absent. */
  readonly margin?: number;
  /** Spoken name of the picture; the process's name when absent. */
  readonly title?: string;
  /** Leave the ground transparent. */
  readonly transparent?: boolean;
}

function laneShapes(plan: PagePlan, paint: DiagramPaint): readonly Shape[] {
  return plan.lanes.lanes.map(({ party, box, header, leaf }) =>
    drawLane({ ...partyFacts(party), box, header, leaf }, paint.lanes?.[party.id]));
}

function flowShape(model: Model, planned: PlannedFlow, paint: DiagramPaint, locale: Locale): Shape {
  const { flow, kind, points, label, labelAt, stacked } = planned;
  const own = paint.flows?.[flow.id] ?? {};
  const look = paint.overlay && own.stroke === undefined ? { ...own, stroke: 'neutral' as const } : own;
  return drawFlow({ id: flow.id, kind, label, title: flowTitle(model, flow, locale), ...(flow.rework ? { rework: true } : {}), ...(labelAt ? { labelAt } : {}), ...(stacked ? { stacked } : {}) }, points, look);
}

/** Nodes by how far back they stand: frames first, attached events last. */
function nodeShapes(plan: PagePlan, paint: DiagramPaint): { readonly back: readonly Shape[]; readonly front: readonly Shape[] } {
  const shape = (node: PagePlan['page']['nodes'][number]): Shape => {
    const label = plan.labels.get(node.id);
    return { ...drawNode(node, paint.nodes?.[node.id], label ? { label } : {}), at: node.position };
  };
  const back = plan.page.nodes.filter(isFrame);
  const attached = plan.page.nodes.filter((node) => node.kind === 'event' && node.attachedTo !== undefined);
  const frames = [...back].sort((a, b) => area(boxOfNode(b)) - area(boxOfNode(a)));
  const rest = plan.page.nodes.filter((node) => !back.includes(node) && !attached.includes(node));
  return { back: frames.map(shape), front: [...rest, ...attached].map(shape) };
}

const area = (box: Box): number => box.width * box.height;

/** Thin dotted lines from notes to what they are about. */
function noteLines(model: Model, plan: PagePlan): readonly Shape[] {
  return plan.page.nodes.flatMap((node): Shape[] => {
    const about = node.kind === 'note' && node.about !== undefined ? model.nodes[node.about] : undefined;
    if (!about) return [];
    return [{ kind: 'line', points: throughBends(endOf(model, node), endOf(model, about), []), style: { stroke: 'noteLine', width: 1.25, dash: [2, 3], roundCap: true } }];
  });
}

function legendContent(plan: PagePlan, paint: DiagramPaint): LegendContent {
  const used = new Set(plan.flows.map(({ kind }) => kind));
  const badges = plan.flows.flatMap(({ badge }) => (badge ? [badge] : []));
  const nodes = plan.page.nodes.map((node) => paint.nodes?.[node.id]);
  const chips = [...nodes.map((node) => node?.chip?.effect), ...Object.values(paint.lanes ?? {}).map((lane) => lane.chip?.effect)];
  const sureness: readonly Sureness[] = ['measured', 'estimated', 'default'];
  return {
    flows: (['execution', 'information', 'decision'] as const).filter((kind) => used.has(kind)),
    handoff: badges.some(({ numbers }) => numbers) ? 'numbers' : badges.length > 0 ? 'outline' : 'none',
    sureness: sureness.filter((kind) => nodes.some((node) => node?.sureness === kind)),
    valueAdding: plan.page.nodes.some((node) => node.kind === 'step' && node.valueAdding === true),
    effects: (['better', 'worse'] as const).filter((effect) => chips.includes(effect)),
    ...(paint.overlay ? { overlay: paint.overlay } : {}),
  };
}

/** The boxes of the straight pieces of lines, cut to a stretch of the page. */
const piecesWithin = (flows: readonly PlannedFlow[], stretch: Box): readonly Box[] =>
  flows.flatMap(({ points }) => points.slice(1).flatMap((b, i) => overlap(segmentArea(points[i] ?? b, b, 0), stretch) ?? []));

/** A box made as large across the lanes as the lines of chosen nodes reach beside it. */
function withLinesOf(plan: PagePlan, ids: ReadonlySet<string>, box: Box): Box {
  const [from, all] = [-1e7, 2e7];
  const level = plan.lanes.orientation === 'horizontal';
  const stretch = level ? { ...grow(box, 24), y: from, height: all } : { ...grow(box, 24), x: from, width: all };
  const reached = around([box, ...piecesWithin(plan.flows.filter(({ flow }) => ids.has(flow.from) || ids.has(flow.to)), stretch)]) ?? box;
  return level ? { ...box, y: reached.y, height: reached.height } : { ...box, x: reached.x, width: reached.width };
}

/** Where two boxes meet, lines without thickness included; undefined where they do not. */
function overlap(a: Box, b: Box): Box | undefined {
  const [x, y] = [Math.max(a.x, b.x), Math.max(a.y, b.y)];
  const [width, height] = [Math.min(a.x + a.width, b.x + b.width) - x, Math.min(a.y + a.height, b.y + b.height) - y];
  return width >= 0 && height >= 0 ? { x, y, width, height } : undefined;
}

/** What remains of a plan inside a crop: whole lanes across, the selection with its names along them. */
function cropTo(plan: PagePlan, selection: readonly string[], followed: boolean): Box | undefined {
  const ids = new Set(selection);
  const boxes = [
    ...plan.page.nodes.filter((node) => ids.has(node.id)).flatMap((node) => [boxOfNode(node), labelBox(node, plan.labels.get(node.id)) ?? boxOfNode(node)]),
    ...plan.flows.filter(({ flow }) => ids.has(flow.id) || (ids.has(flow.from) && ids.has(flow.to))).flatMap(({ points }) => points.map(({ x, y }) => ({ x, y, width: 0, height: 0 }))),
    ...plan.lanes.lanes.filter(({ party }) => ids.has(party.id)).map(({ box }) => box),
  ];
  const chosen = around(boxes);
  if (!chosen) return undefined;
  const inner = followed ? withLinesOf(plan, ids, chosen) : chosen;
  const lanes = plan.lanes.lanes.flatMap((lane) => lane.own ?? []).filter((box) => overlaps(box, inner));
  const across = around(lanes);
  const wide = grow(inner, 24);
  if (!across) return wide;
  return plan.lanes.orientation === 'horizontal'
    ? { x: wide.x, width: wide.width, y: Math.min(across.y, inner.y), height: Math.max(across.y + across.height, inner.y + inner.height) - Math.min(across.y, inner.y) }
    : { y: wide.y, height: wide.height, x: Math.min(across.x, inner.x), width: Math.max(across.x + across.width, inner.x + inner.width) - Math.min(across.x, inner.x) };
}

/** Half the line around the outermost lanes of a crop, which is seen whole. */
const edgeLine = 0.5;

const inside = (box: Box, view: Box): boolean => box.x >= view.x && box.y >= view.y && box.x + box.width <= view.x + view.width && box.y + box.height <= view.y + view.height;

/** The part of a plan that can be seen in a view. */
function within(plan: PagePlan, view: Box): PagePlan {
  const seen = (box: Box): boolean => overlaps(box, view);
  const spanned = (points: PlannedFlow['points']): boolean => points.some((a, i) => seen(segmentArea(a, points[i + 1] ?? a, 1)));
  return {
    ...plan,
    page: { ...plan.page, nodes: plan.page.nodes.filter((node) => seen(boxOfNode(node))) },
    lanes: { ...plan.lanes, lanes: plan.lanes.lanes.filter(({ box }) => seen(box)) },
    // Labels and badges are whole or absent.
    flows: plan.flows.filter(({ points }) => spanned(points)).map((planned): PlannedFlow => {
      const { labelAt, badge, badgeAt, ...rest } = planned;
      const labelled = labelAt && inside(boxAround(labelAt, flowLabelSize({ label: rest.label, rework: rest.flow.rework === true, stacked: rest.stacked === true }), 0), view);
      const badged = badge && badgeAt && inside(boxAround(badgeAt, badgeSize(badge), 0), view);
      return { ...rest, ...(labelled ? { labelAt } : { label: '' }), ...(badged ? { badge, badgeAt } : {}) };
    }),
  };
}

/** Shapes of a plan in drawing order, on the page's own coordinates. */
export function planShapes(model: Model, whole: PagePlan, paint: DiagramPaint = {}, locale: Locale = 'en', view?: Box): readonly Shape[] {
  const plan = view ? within(whole, view) : whole;
  const nodes = nodeShapes(plan, paint);
  return [
    ...laneShapes(plan, paint),
    ...nodes.back,
    ...noteLines(model, plan),
    ...plan.flows.map((planned) => flowShape(model, planned, paint, locale)),
    ...nodes.front,
    ...plan.flows.flatMap(({ flow, badge, badgeAt }) => (badge && badgeAt ? [group([drawBadge(badge, badgeAt, flowTitle(model, flow, locale))], { element: flow.id, role: 'badge' })] : [])),
  ];
}

/** Lane headers of a cropped picture, moved to its edge so that each lane keeps its name. */
function stickyHeaders(plan: PagePlan, crop: Box, paint: DiagramPaint): { readonly shapes: readonly Shape[]; readonly box: Box } {
  const upright = plan.lanes.orientation === 'vertical';
  const shown = plan.lanes.lanes.flatMap(({ own, ...lane }) => (own !== undefined && overlaps(own, crop) ? [{ ...lane, box: own }] : []));
  const length = upright ? 56 : 144;
  const shapes = shown.map(({ party, box, leaf }) => {
    const header = upright ? { ...box, y: crop.y - length, height: length } : { ...box, x: crop.x - length, width: length };
    return drawLane({ ...partyFacts(party), box: header, header, leaf }, paint.lanes?.[party.id]);
  });
  if (shown.length === 0) return { shapes, box: crop };
  return { shapes, box: upright ? { ...crop, y: crop.y - length, height: crop.height + length } : { ...crop, x: crop.x - length, width: crop.width + length } };
}

type Planned = readonly [process: string, within: string | undefined, paint: DiagramPaint, locale: Locale, badges: DiagramOptions['badges']];

const lastPlans = new WeakMap<Model, { readonly asked: Planned; readonly plan: PagePlan }>();

/** The plan of a page, remembered for the parts of it that are drawn one after the other. */
function planOf(model: Model, process: Process, paint: DiagramPaint, locale: Locale, { within: holder, badges }: DiagramOptions): PagePlan {
  const asked: Planned = [process.id, holder, paint, locale, badges];
  const last = lastPlans.get(model);
  if (last !== undefined && asked.every((one, at) => one === last.asked[at])) return last.plan;
  const plan = planPage(model, pageOf(model, process, holder), { locale, paint, ...(badges ? { badges } : {}) });
  lastPlans.set(model, { asked, plan });
  return plan;
}

/**
 * A process, or the inside of a sub-process, as a scene. `paint` colours elements by id and prints numbers on them;
 * without one the picture shows what was drawn. Colours are roles, so the scene serves every theme.
 */
export function drawDiagram(model: Model, processId: string, paint: DiagramPaint = {}, options: DiagramOptions = {}): Scene {
  const locale = options.locale ?? 'en';
  const process = model.processes[processId];
  if (!process) return emptyScene(say(message('drawing.empty'), locale), locale);
  const plan = planOf(model, process, paint, locale, options);
  const holder = options.within === undefined ? undefined : model.nodes[options.within]?.name;
  const title = options.title ?? holder ?? (process.name || say(message('drawing.untitled'), locale));
  if (!plan.bounds) return emptyScene(title, locale);

  const crop = options.selection && options.selection.length > 0 ? cropTo(plan, options.selection, options.followed === true) : undefined;
  const drawn = planShapes(model, plan, paint, locale, crop);
  const cropped = crop ? stickyHeaders(plan, crop, paint) : undefined;
  const box = cropped?.box ?? plan.bounds;
  const picture: Shape[] = crop && cropped ? [group(drawn, { clip: grow(crop, edgeLine) }), ...cropped.shapes] : [...drawn];

  const margin = options.margin ?? 24;
  const frame = options.proposal === undefined ? undefined : drawFrame(say(message('drawing.proposal', { name: options.proposal }), locale), grow(box, 12));
  const top = margin + (frame ? 40 : 0);
  const side = margin + (frame ? 12 : 0);
  const shapes: Shape[] = [group(frame ? [...picture, frame] : picture, { role: 'process', element: processId, at: { x: side - box.x, y: top - box.y } })];
  const width = Math.max(box.width, 280) + 2 * side;
  let height = box.height + top + side;
  const legend = options.legend === false ? undefined : drawLegend(legendContent(plan, paint), width - 2 * side, locale);
  if (legend) {
    shapes.push({ ...legend.shape, at: { x: side, y: height - margin + 16 } });
    height += legend.height + 16;
  }
  const steps = plan.page.nodes.filter((node) => node.kind === 'step').length;
  const counts = { lanes: plan.lanes.lanes.length, steps, flows: plan.flows.length, handoffs: plan.flows.filter(({ handoff }) => handoff).length };
  return {
    width: Math.ceil(width), height: Math.ceil(height), title, description: say(message('drawing.description', counts), locale), language: locale, shapes,
    ...(options.transparent ? {} : { ground: 'canvas' as const }),
  };
}

function emptyScene(title: string, locale: Locale): Scene {
  const text = say(message('drawing.empty'), locale);
  return { width: 480, height: 160, title, description: text, language: locale, ground: 'canvas', shapes: [textAt(240, 84, text, { anchor: 'middle', colour: 'muted', size: 15 })] };
}
