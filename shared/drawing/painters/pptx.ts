import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import pptxgen from 'pptxgenjs';
import { ascent } from '../layout/text-width.ts';
import { lineParts, lineSteps } from '../path.ts';
import type { Box, Head, LineShape, PathStep, Point, Scene, Shape, Style, TextShape } from '../scene.ts';
import { type ColourRole, type Theme } from '../theme.ts';
import { boundsOf } from './pdf.ts';

export interface PptxOptions {
  /** Written into the file as its date, so that equal input gives equal bytes. */
  readonly created: Date;
  readonly title?: string;
  readonly author?: string;
}

/**
 * Slides go to machines that lack Inter and put some other font in its place. Every office program has this one or
 * one of its widths, and hardly a word is wider in it: what is laid out for Inter has room in it.
 */
const face = 'Arial';

/** A line alone may be set this much wider than Inter before it reaches past its column. */
const widerFonts = 1.18;

/** A wide slide, in inches. */
const wideSlide = { width: 13.333, height: 7.5 } as const;

/** Upright pages keep their own size, 96 pixels to the inch: on a wide slide nobody could read them. */
function slideFor(scenes: readonly Scene[]): { readonly width: number; readonly height: number } {
  const [first] = scenes;
  return first === undefined || scenes.some((scene) => scene.ground !== 'surface' || scene.height <= scene.width) ? wideSlide : { width: first.width / 96, height: first.height / 96 };
}

/**
 * Scenes as slides with native shapes, lines and texts that can be edited, one slide each, as large as the slide admits.
 * The same scenes, theme and options give the same bytes.
 */
export async function paintPptx(scenes: readonly Scene[], theme: Theme, options: PptxOptions): Promise<Uint8Array> {
  const deck = new pptxgen();
  const slide = slideFor(scenes);
  deck.defineLayout({ name: 'sheet', ...slide });
  deck.layout = 'sheet';
  deck.theme = { headFontFace: face, bodyFontFace: face };
  deck.title = options.title ?? scenes[0]?.title ?? '';
  deck.subject = scenes[0]?.description ?? '';
  deck.author = options.author ?? 'Crossflow';
  deck.company = '';
  for (const scene of scenes) {
    const page = deck.addSlide();
    page.background = { color: hex(theme, scene.ground ?? 'surface') };
    // A picture with its own ground fills the slide; one without stands on it, not enlarged beyond what reads well.
    const inset = scene.ground ? 0 : 0.4;
    const most = scene.ground ? Number.POSITIVE_INFINITY : 1.6 / 96;
    const scale = Math.min((slide.width - 2 * inset) / scene.width, (slide.height - 2 * inset) / scene.height, most);
    const pen = new SlidePen(page, theme, scale, (slide.width - scene.width * scale) / 2, (slide.height - scene.height * scale) / 2);
    for (const shape of scene.shapes) pen.shape(shape, {});
    page.addNotes(`${scene.title}. ${scene.description}`);
  }
  const written = await deck.write({ outputType: 'uint8array', compression: false });
  if (!(written instanceof Uint8Array)) throw new Error('The slide writer gave no bytes');
  return atOneMoment(written, options.created);
}

/** The archive with one date everywhere: the writer stamps the moment into files and entries. */
function atOneMoment(bytes: Uint8Array, created: Date): Uint8Array {
  const moment = created.toISOString().replace(/\.\d+Z$/, 'Z');
  const files = unzipSync(bytes);
  const dated = Object.entries(files).sort(([a], [b]) => order(a) - order(b) || (a < b ? -1 : 1)).filter(([name]) => !name.endsWith('/')).map(([name, content]): [string, [Uint8Array, { mtime: Date; level: 6 }]] => {
    const fresh = name.endsWith('.xml') ? strToU8(strFromU8(content).replaceAll(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/g, moment)) : content;
    return [name, [fresh, { mtime: new Date(Date.UTC(2000, 0, 1, 12)), level: 6 }]];
  });
  return zipSync(Object.fromEntries(dated));
}

/** Readers want the list of contents first. */
const order = (name: string): number => (name === '[Content_Types].xml' ? 0 : name.startsWith('_rels/') ? 1 : 2);

const hex = (theme: Theme, role: ColourRole): string => theme.colours[role].slice(1);

interface Place {
  readonly dx: number;
  readonly dy: number;
  readonly opacity: number;
  readonly clip: Box | undefined;
  readonly name: string | undefined;
}

const heads: Readonly<Partial<Record<Head, 'triangle' | 'arrow' | 'diamond' | 'oval'>>> = { filled: 'triangle', open: 'arrow', circle: 'oval' };

/** The writer draws free forms but leaves their name out of its types. */
const freeFormName: string = 'custGeom';
const freeForm = freeFormName as pptxgen.SHAPE_NAME;

type Points = NonNullable<pptxgen.ShapeProps['points']>;

class SlidePen {
  private readonly page: pptxgen.Slide;
  private readonly theme: Theme;
  private readonly scale: number;
  private readonly left: number;
  private readonly top: number;

  constructor(page: pptxgen.Slide, theme: Theme, scale: number, left: number, top: number) {
    this.page = page;
    this.theme = theme;
    this.scale = scale;
    this.left = left;
    this.top = top;
  }

  shape(shape: Shape, outer: Partial<Place>): void {
    const place: Place = { dx: 0, dy: 0, opacity: 1, clip: undefined, name: undefined, ...outer };
    switch (shape.kind) {
      case 'group': {
        const dx = place.dx + (shape.at?.x ?? 0);
        const dy = place.dy + (shape.at?.y ?? 0);
        const clip = shape.clip ? { ...shape.clip, x: shape.clip.x + dx, y: shape.clip.y + dy } : place.clip;
        const name = shape.title ?? place.name;
        for (const inner of shape.shapes) this.shape(inner, { dx, dy, clip, opacity: place.opacity * (shape.opacity ?? 1), name });
        return;
      }
      case 'rect':
        return this.box(shape.radius ? 'roundRect' : 'rect', shape, shape.style, place, shape.radius);
      case 'ellipse':
        return this.box('ellipse', shape, shape.style, place);
      case 'path':
        return this.path(shape.steps, shape.style, place);
      case 'line':
        return this.line(shape, place);
      case 'text':
        return this.text(shape, place);
      case 'image':
        this.page.addImage({ data: shape.href, x: this.x(shape.x, place), y: this.y(shape.y, place), w: shape.width * this.scale, h: shape.height * this.scale, ...(place.name ? { altText: place.name } : {}) });
        return;
    }
  }

  private x(value: number, place: Place): number {
    return this.left + (value + place.dx) * this.scale;
  }

  private y(value: number, place: Place): number {
    return this.top + (value + place.dy) * this.scale;
  }

  /** Points (1/72 inch) of a width in pixels. */
  private points(pixels: number): number {
    return Math.round(pixels * this.scale * 72 * 100) / 100;
  }

  private look(style: Style, place: Place): pptxgen.ShapeProps {
    const transparency = Math.round((1 - (style.opacity ?? 1) * place.opacity) * 100);
    const colour = typeof style.fill === 'string' ? style.fill : style.fill?.ground;
    return {
      ...(colour ? { fill: { color: hex(this.theme, colour), transparency } } : {}),
      ...(style.stroke
        ? { line: { color: hex(this.theme, style.stroke), width: this.points(style.width ?? 1), transparency, ...(style.dash ? { dashType: (style.dash[0] ?? 0) > 3 ? ('dash' as const) : ('sysDot' as const) } : {}) } }
        : {}),
      ...(place.name ? { objectName: place.name } : {}),
    };
  }

  private box(kind: 'rect' | 'roundRect' | 'ellipse', given: Box, style: Style, place: Place, radius = 0): void {
    const box = place.clip ? meet(given, { ...place.clip, x: place.clip.x - place.dx, y: place.clip.y - place.dy }) : given;
    if (!box) return;
    const shorter = Math.min(box.width, box.height);
    this.page.addShape(kind, {
      x: this.x(box.x, place), y: this.y(box.y, place), w: box.width * this.scale, h: box.height * this.scale,
      ...(kind === 'roundRect' ? { rectRadius: Math.min(radius, shorter / 2) * this.scale } : {}),
      ...this.look(style, place),
    });
    if (typeof style.fill === 'object') this.path(hatchSteps(box), { stroke: style.fill.hatch, width: 1.25 }, place);
  }

  private path(steps: readonly PathStep[], style: Style, place: Place, ends: Partial<NonNullable<pptxgen.ShapeProps['line']>> = {}): void {
    if (steps.length === 0) return;
    const bounds = boundsOf(steps);
    if (place.clip && !holds(place.clip, { ...bounds, x: bounds.x + place.dx, y: bounds.y + place.dy })) return;
    const x = (value: number): number => (value - bounds.x) * this.scale;
    const y = (value: number): number => (value - bounds.y) * this.scale;
    const points: Points = steps.map((step): Points[number] => {
      switch (step[0]) {
        case 'M': return { x: x(step[1]), y: y(step[2]), moveTo: true };
        case 'L': return { x: x(step[1]), y: y(step[2]) };
        case 'C': return { x: x(step[5]), y: y(step[6]), curve: { type: 'cubic', x1: x(step[1]), y1: y(step[2]), x2: x(step[3]), y2: y(step[4]) } };
        case 'Z': return { close: true };
      }
    });
    const look = this.look(style, place);
    const line = look.line ? { line: { ...look.line, ...ends } } : {};
    this.page.addShape(freeForm, {
      x: this.x(bounds.x, place), y: this.y(bounds.y, place),
      // A geometry without extent is not drawn by some readers.
      w: Math.max(bounds.width * this.scale, 0.0001), h: Math.max(bounds.height * this.scale, 0.0001), points, ...look, ...line,
    });
  }

  /** A single line keeps native arrow heads; a double one is two lines with drawn heads. What lies outside a clip is cut off. */
  private line(line: LineShape, given: Place): void {
    if (given.clip) {
      const { clip, ...rest } = given;
      const box = { ...clip, x: clip.x - given.dx, y: clip.y - given.dy };
      for (const piece of cutLine(line, box)) this.line(piece, { ...rest, clip: undefined });
      return;
    }
    const place = given;
    if (line.double || line.start === 'diamond' || line.end === 'diamond') {
      for (const part of lineParts(line)) this.path(part.steps, part.style, place);
      return;
    }
    const begin = line.start && heads[line.start];
    const end = line.end && heads[line.end];
    this.path(lineSteps(line.points, line.radius ?? 0), line.style, place, { ...(begin ? { beginArrowType: begin } : {}), ...(end ? { endArrowType: end } : {}) });
  }

  private text(shape: TextShape, place: Place): void {
    const widest = Math.max(...shape.lines.map(({ width }) => width), 1);
    const first = shape.lines[0];
    if (!first || shape.lines.every(({ text }) => text === '')) return;
    // What has a room of its own keeps to it in any font: it wraps anew, and shrinks where even that is too little.
    const bounded = shape.room !== undefined && !shape.turn;
    // Lines that were made even stay so: their box is hardly wider than they are.
    const width = bounded ? Math.max(widest, Math.min(shape.room ?? 0, shape.lines.length > 1 && shape.whole !== undefined ? widest * widerFonts : Number.POSITIVE_INFINITY)) : widest + 2 * Math.max(8, widest * 0.15);
    const height = shape.lines.length * shape.lineHeight;
    const left = shape.anchor === 'start' ? shape.x : shape.anchor === 'middle' ? shape.x - width / 2 : shape.x - width;
    const top = shape.y - shape.size * ascent - (shape.lineHeight - shape.size * 1.21) / 2;
    if (place.clip && !holds(place.clip, { x: shape.x - 1 + place.dx, y: top + place.dy, width: 2, height })) return;
    const align = shape.anchor === 'start' ? 'left' : shape.anchor === 'middle' ? 'center' : 'right';
    const texts = bounded && shape.whole !== undefined ? shape.whole.split(/\r\n|[\n\r\u2028]/u) : shape.lines.map(({ text }) => text);
    const runs = texts.map((text, index) => ({ text, options: { breakLine: index < texts.length - 1 } }));
    this.page.addText(runs, {
      x: this.x(left, place), y: this.y(top, place), w: width * this.scale, h: height * this.scale, margin: 0, wrap: bounded, ...(bounded ? { fit: 'shrink' as const } : {}), align, valign: 'top',
      fontFace: face, fontSize: Math.max(1, Math.round(this.points(shape.size) * 10) / 10), bold: shape.weight === 'bold', color: hex(this.theme, shape.colour),
      lineSpacing: this.points(shape.lineHeight), ...(place.opacity < 1 ? { transparency: Math.round((1 - place.opacity) * 100) } : {}), ...(shape.turn ? { rotate: 270 } : {}),
    });
  }
}

/** Where two boxes meet; undefined where they do not. */
function meet(a: Box, b: Box): Box | undefined {
  const x = Math.max(a.x, b.x);
  const y = Math.max(a.y, b.y);
  const width = Math.min(a.x + a.width, b.x + b.width) - x;
  const height = Math.min(a.y + a.height, b.y + b.height) - y;
  return width > 0 && height > 0 ? { x, y, width, height } : undefined;
}

const holds = (outer: Box, inner: Box): boolean =>
  inner.x >= outer.x - 1 && inner.y >= outer.y - 1 && inner.x + inner.width <= outer.x + outer.width + 1 && inner.y + inner.height <= outer.y + outer.height + 1;

/** The share of a segment that lies in a box (Liang and Barsky, 1984); undefined where none does. */
function within(a: Point, b: Point, box: Box): readonly [number, number] | undefined {
  let from = 0;
  let to = 1;
  for (const [start, change, low, high] of [[a.x, b.x - a.x, box.x, box.x + box.width], [a.y, b.y - a.y, box.y, box.y + box.height]] as const) {
    if (change === 0) {
      if (start < low || start > high) return undefined;
      continue;
    }
    const [first, last] = change > 0 ? [(low - start) / change, (high - start) / change] : [(high - start) / change, (low - start) / change];
    from = Math.max(from, first);
    to = Math.min(to, last);
  }
  return from < to ? [from, to] : undefined;
}

/** The pieces of a line inside a box; heads stay where its own ends are inside. */
function cutLine(line: LineShape, box: Box): readonly LineShape[] {
  const { start, end, points, ...rest } = line;
  const pieces: { points: Point[]; first: boolean; last: boolean }[] = [];
  for (let i = 1; i < points.length; i += 1) {
    const a = points[i - 1] as Point;
    const b = points[i] as Point;
    const seen = within(a, b, box);
    if (!seen) continue;
    const at = (share: number): Point => ({ x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share });
    const last = i === points.length - 1 && seen[1] === 1;
    const open = pieces.at(-1);
    if (open && seen[0] === 0 && open.points.at(-1) === a) {
      open.points.push(seen[1] === 1 ? b : at(seen[1]));
      open.last = last;
    } else pieces.push({ points: [seen[0] === 0 ? a : at(seen[0]), seen[1] === 1 ? b : at(seen[1])], first: i === 1 && seen[0] === 0, last });
  }
  return pieces.map((piece) => ({ ...rest, points: piece.points, ...(piece.first && start ? { start } : {}), ...(piece.last && end ? { end } : {}) }));
}

/** Slanting lines across a box, ended at its sides, since slides know no hatching of ours. */
function hatchSteps(box: Box): readonly PathStep[] {
  const steps: PathStep[] = [];
  const gap = 6;
  for (let d = gap; d < box.width + box.height; d += gap) {
    const from = d <= box.height ? { x: box.x, y: box.y + d } : { x: box.x + d - box.height, y: box.y + box.height };
    const to = d <= box.width ? { x: box.x + d, y: box.y } : { x: box.x + box.width, y: box.y + d - box.width };
    steps.push(['M', from.x, from.y], ['L', to.x, to.y]);
  }
  return steps;
}
