import { boundaryPath } from '../analysis/readings/boundary-path.ts';
import type { Evidence } from '../analysis/readings/evidence.ts';
import { rankedBoundaries } from '../analysis/readings/losses.ts';
import type { Model } from '../document/model/model.ts';
import { indexFlows } from '../document/model/queries.ts';
import { type DiagramOptions, drawDiagram } from '../drawing/diagram.ts';
import { closedUp, type Closeness } from '../drawing/layout/close-up.ts';
import { laneHeader } from '../drawing/layout/lanes.ts';
import { boxOfNode, isFrame } from '../drawing/layout/node-box.ts';
import { pageOf } from '../drawing/layout/page.ts';
import { partsAlong, type Reach } from '../drawing/layout/parts.ts';
import type { DiagramPaint } from '../drawing/paint.ts';
import { group, type Scene } from '../drawing/scene.ts';
import { type Message, message } from '../language/message.ts';
import { type Locale, say } from '../language/say.ts';
import { paintOfResult } from './paint-of-results.ts';

/** What a page can give to a picture, in pixels, and the factor below which its words are too small to read. */
export interface PictureRoom {
  readonly width: number;
  readonly height: number;
  readonly least: number;
  /** The factor from which on they are read well: up to it a page may go on in rows below each other. */
  readonly good?: number;
}

/** A part has to be this much larger than the whole. */
const worthCutting = 1.25;
/** A page in rows has to be this much larger than in one. */
const worthRows = 1.1;
/** Pixels across that a part takes at least. */
const leastRow = 76;
/** Pixels between parts that stand below each other. */
const rowGap = 24;
/** What a part needs along the page beside its nodes and the names of its lanes. */
const partEdge = 64;

export interface FittingDiagram {
  readonly scene: Scene;
  /** Said below the picture: which part it shows, and how its numbers are read. */
  readonly notes: readonly Message[];
}

type Drawn = Pick<DiagramOptions, 'legend' | 'selection' | 'followed' | 'title'>;

const paintOf = ({ scenario: { result } }: Evidence, shown: Model, locale: Locale): DiagramPaint => (result === undefined ? {} : paintOfResult('friction', shown, result, locale));

const paintedPage = ({ scenario: { name, id }, base }: Evidence, shown: Model, process: string, paint: DiagramPaint, locale: Locale, more: Drawn): Scene => {
  const proposal = base !== undefined && base.id !== id ? { proposal: name } : {};
  return drawDiagram(shown, process, paint, { locale, margin: 4, ...proposal, ...more });
};

/** A picture of a page of the process, drawn for paper: closed up, without a legend, with friction once something ran. */
export function paperDiagram(evidence: Evidence, process: string, locale: Locale, more: Drawn = {}): Scene {
  const shown = closedUp(evidence.scenario.model, process, locale);
  return paintedPage(evidence, shown, process, paintOf(evidence, shown, locale), locale, more);
}

/** Where most is lost on a page: the middle of the handoffs of the costliest boundary that has some here. */
function focusOf({ scenario: { model, result } }: Evidence, shown: Model, process: string): number | undefined {
  if (result === undefined) return undefined;
  const index = indexFlows(model);
  for (const { from, to } of rankedBoundaries(result)) {
    const ends = boundaryPath(model, from, to, index).flows.flatMap((flow) => [shown.nodes[flow.from], shown.nodes[flow.to]]).filter((node) => node?.process === process);
    const middles = ends.flatMap((node) => (node === undefined ? [] : [boxOfNode(node).x + boxOfNode(node).width / 2]));
    if (from !== to && middles.length > 0) return (Math.min(...middles) + Math.max(...middles)) / 2;
  }
  return undefined;
}

/** Only where something ran there are numbers to explain. */
const legendOf = ({ scenario }: Evidence): readonly Message[] => (scenario.result === undefined ? [] : [message('report.handoffLegend')]);

const factorIn = (room: { readonly width: number; readonly height: number }, { width, height }: Scene): number => Math.min(room.width / width, room.height / height);

/** What stands on a page by itself, frames left out: they reach around it. */
function thingsOn(model: Model, id: string): readonly Reach[] {
  const process = model.processes[id];
  const nodes = process === undefined ? [] : pageOf(model, process).nodes.filter((node) => !isFrame(node));
  return nodes.map((node) => ({ id: node.id, from: boxOfNode(node).x, to: boxOfNode(node).x + boxOfNode(node).width }));
}

/** Pictures below each other, as one under a title. */
function inRows(rows: readonly Scene[], whole: Scene, title: string): Scene {
  const [only, ...more] = rows;
  if (only !== undefined && more.length === 0) return { ...only, title };
  let y = 0;
  const shapes = rows.map((row) => {
    const placed = group(row.shapes, { at: { x: 0, y }, title: row.title });
    y += row.height + rowGap;
    return placed;
  });
  return { ...whole, title, width: Math.max(...rows.map(({ width }) => width)), height: y - rowGap, shapes };
}

/** A page drawn in a way, and the model that it is drawn from. */
interface Drawing {
  readonly shown: Model;
  readonly paint: DiagramPaint;
  readonly whole: Scene;
  /** Parts that were drawn already, by the reach of each, so that no room asks for them twice. */
  readonly parts: Map<number, readonly Scene[]>;
}

/** A page of the process, for any room on paper. */
export class PageFitter {
  readonly #evidence: Evidence;
  readonly #locale: Locale;
  readonly #process: string;
  readonly #drawings: readonly Drawing[];

  /** `ways` are the ways to close the page up, of which the one that comes out largest is taken. */
  constructor(evidence: Evidence, locale: Locale, process: string, ways: readonly Closeness[] = [{}]) {
    this.#evidence = evidence;
    this.#locale = locale;
    this.#process = process;
    this.#drawings = ways.map((way) => {
      const shown = closedUp(evidence.scenario.model, process, locale, way);
      const paint = paintOf(evidence, shown, locale);
      return { shown, paint, whole: paintedPage(evidence, shown, process, paint, locale, { legend: false }), parts: new Map() };
    });
  }

  #largest(room: PictureRoom): Drawing {
    return this.#drawings.reduce((best, one) => (factorIn(room, one.whole) > factorIn(room, best.whole) ? one : best));
  }

  #part({ shown, paint }: Drawing, more: Drawn): Scene {
    return paintedPage(this.#evidence, shown, this.#process, paint, this.#locale, { legend: false, ...more });
  }

  /** Parts from start to end that can be drawn at a factor in a width, as far as not more than so many; none where the page is not cut. */
  #parts(drawing: Drawing, width: number, factor: number, most = Number.POSITIVE_INFINITY): readonly Scene[] {
    const reach = width / factor - laneHeader - partEdge;
    const known = drawing.parts.get(reach);
    if (known !== undefined) return known.length <= most ? known : [];
    const parts = reach < 200 ? [] : partsAlong(thingsOn(drawing.shown, this.#process), reach);
    if (parts.length < 2 || parts.length > most) return [];
    const drawn = parts.map((selection, at) => this.#part(drawing, { selection, followed: true, title: this.#titleOf(drawing.whole, at + 1, parts.length) }));
    drawing.parts.set(reach, drawn);
    return drawn;
  }

  #titleOf({ title: name }: Scene, part: number, parts: number): string {
    return say(message('drawing.part', { name, part, parts }), this.#locale);
  }

  /** The page in rows below each other, as large as the room lets them be; undefined where it is not cut. */
  #rows(room: PictureRoom, good: number): Scene | undefined {
    // Fewer rows, drawn smaller, where the height is not enough for those that are read well.
    const factors = [good, (2 * good + room.least) / 3, (good + 2 * room.least) / 3, room.least];
    const scenes = this.#drawings.flatMap((drawing) => factors.flatMap((factor) => {
      const parts = this.#parts(drawing, room.width, factor, room.height / (factor * leastRow));
      return parts.length === 0 ? [] : [inRows(parts, drawing.whole, drawing.whole.title)];
    }));
    return scenes.reduce<Scene | undefined>((best, scene) => (best === undefined || factorIn(room, scene) > factorIn(room, best) ? scene : best), undefined);
  }

  /** The whole page where its words stay readable, in rows where that is better, else the part where most is lost. */
  fit(room: PictureRoom): FittingDiagram {
    const evidence = this.#evidence;
    const drawing = this.#largest(room);
    const { shown, whole } = drawing;
    const legend = legendOf(evidence);
    const things = thingsOn(shown, this.#process);
    const reach = room.width / room.least - laneHeader - partEdge;
    const rows = room.good === undefined || factorIn(room, whole) >= room.good ? undefined : this.#rows(room, room.good);
    if (rows !== undefined && factorIn(room, rows) >= Math.max(room.least, factorIn(room, whole) * worthRows)) return { scene: rows, notes: [message('report.inRows'), ...legend] };
    if (factorIn(room, whole) >= room.least || things.length === 0) return { scene: whole, notes: legend };
    const [first, last] = [Math.min(...things.map(({ from }) => from)), Math.max(...things.map(({ to }) => to))];
    if (reach >= last - first || reach < 200) return { scene: whole, notes: legend };
    const focus = focusOf(evidence, shown, this.#process);
    const from = Math.max(first, Math.min(last - reach, (focus ?? first) - reach / 2));
    const seen = things.filter((thing) => thing.from >= from - 1 && thing.to <= from + reach + 1).map(({ id }) => id);
    if (seen.length === 0) return { scene: whole, notes: legend };
    const part = this.#part(drawing, { selection: seen });
    // Where the height is what is missing, a part is hardly larger and tells less.
    return factorIn(room, part) < factorIn(room, whole) * worthCutting ? { scene: whole, notes: legend } : { scene: part, notes: [message(focus === undefined ? 'report.partBeginning' : 'report.partMostLost'), ...legend] };
  }
}

/** A page of the process, the first where none is named, for the room there is; undefined without a process. */
export function fittingDiagram(evidence: Evidence, locale: Locale, room: PictureRoom, process?: string): FittingDiagram | undefined {
  const id = process ?? Object.keys(evidence.scenario.model.processes)[0];
  return id === undefined ? undefined : new PageFitter(evidence, locale, id).fit(room);
}
