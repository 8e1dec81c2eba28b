import type { ColourRole } from './theme.ts';

/**
 * A scene is a picture as plain data: shapes in drawing order, coloured by role and never by hex,
 * so that one scene is drawn in light, dark and high contrast, on screen and on paper alike.
 * Lengths are CSS pixels at zoom 1, y grows downwards.
 */
export interface Scene {
  readonly width: number;
  readonly height: number;
  /** Spoken name of the picture. */
  readonly title: string;
  /** One or two sentences for someone who cannot see it. */
  readonly description: string;
  /** BCP 47 tag of the words in the picture. */
  readonly language: string;
  /** Colour behind everything; absent: transparent. */
  readonly ground?: ColourRole;
  readonly shapes: readonly Shape[];
  /** The same data as a table, for charts. */
  readonly table?: SceneTable;
}

export interface SceneTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** 45° lines of one colour over an optional ground. */
export interface Hatch {
  readonly hatch: ColourRole;
  readonly ground?: ColourRole;
}

export type Paint = ColourRole | Hatch;

export interface Style {
  readonly fill?: Paint;
  readonly stroke?: ColourRole;
  /** Stroke width in pixels, 1 when absent. */
  readonly width?: number;
  readonly dash?: readonly number[];
  /** 0 to 1, 1 when absent. */
  readonly opacity?: number;
  readonly roundCap?: boolean;
}

export type PathStep =
  | readonly ['M', number, number]
  | readonly ['L', number, number]
  | readonly ['C', number, number, number, number, number, number]
  | readonly ['Z'];

export interface RectShape extends Box {
  readonly kind: 'rect';
  readonly radius?: number;
  readonly style: Style;
}

/** The ellipse that touches the sides of its box. */
export interface EllipseShape extends Box {
  readonly kind: 'ellipse';
  readonly style: Style;
}

export interface PathShape {
  readonly kind: 'path';
  readonly steps: readonly PathStep[];
  readonly style: Style;
}

export type Head = 'filled' | 'open' | 'diamond' | 'circle';

/** A polyline whose corners may be rounded and whose ends may carry heads. */
export interface LineShape {
  readonly kind: 'line';
  readonly points: readonly Point[];
  readonly radius?: number;
  readonly start?: Head;
  readonly end?: Head;
  /** Two parallel lines instead of one. */
  readonly double?: boolean;
  readonly style: Style;
}

export type Weight = 'regular' | 'bold';
export type Anchor = 'start' | 'middle' | 'end';

export interface TextLine {
  readonly text: string;
  /** Measured width in pixels. */
  readonly width: number;
}

/** Lines already wrapped; (x, y) is the baseline point of the first one at its anchor. */
export interface TextShape extends Point {
  readonly kind: 'text';
  readonly lines: readonly TextLine[];
  readonly size: number;
  readonly lineHeight: number;
  readonly weight: Weight;
  readonly anchor: Anchor;
  readonly colour: ColourRole;
  /** Degrees clockwise about (x, y); only 0 and -90 are used. */
  readonly turn?: 0 | -90;
  /** Width that the lines may take without touching anything, for readers that set them in another font. */
  readonly room?: number;
  /** The text before it was wrapped, where all of it stands in the lines: such readers may wrap it anew. */
  readonly whole?: string;
}

export type GroupRole = 'process' | 'lane' | 'node' | 'flow' | 'note' | 'group' | 'badge' | 'legend' | 'frame' | 'mark';

/** A picture of points from outside, as a data URL of a PNG or JPEG: a logo, checked by `readLogo`. Fills its box. */
export interface ImageShape extends Box {
  readonly kind: 'image';
  readonly href: string;
}

export interface GroupShape {
  readonly kind: 'group';
  /** Id of the document's element that this group draws. */
  readonly element?: string;
  readonly role?: GroupRole;
  /** Spoken name and tooltip. */
  readonly title?: string;
  /** Moves the whole group. */
  readonly at?: Point;
  /** In the group's own coordinates. */
  readonly clip?: Box;
  readonly opacity?: number;
  readonly shapes: readonly Shape[];
}

export type Shape = RectShape | EllipseShape | PathShape | LineShape | TextShape | ImageShape | GroupShape;

export function rect(box: Box, style: Style, radius?: number): RectShape {
  return { kind: 'rect', x: box.x, y: box.y, width: box.width, height: box.height, style, ...(radius ? { radius } : {}) };
}

export function ellipse(box: Box, style: Style): EllipseShape {
  return { kind: 'ellipse', x: box.x, y: box.y, width: box.width, height: box.height, style };
}

export function path(steps: readonly PathStep[], style: Style): PathShape {
  return { kind: 'path', steps, style };
}

export function group(shapes: readonly Shape[], rest: Omit<GroupShape, 'kind' | 'shapes'> = {}): GroupShape {
  return { kind: 'group', ...rest, shapes };
}

/** The smallest box around all boxes; undefined for none. */
export function around(boxes: readonly Box[]): Box | undefined {
  const first = boxes[0];
  if (!first) return undefined;
  let { x, y } = first;
  let right = x + first.width;
  let bottom = y + first.height;
  for (const box of boxes) {
    x = Math.min(x, box.x);
    y = Math.min(y, box.y);
    right = Math.max(right, box.x + box.width);
    bottom = Math.max(bottom, box.y + box.height);
  }
  return { x, y, width: right - x, height: bottom - y };
}

export function grow(box: Box, by: number): Box {
  return { x: box.x - by, y: box.y - by, width: box.width + 2 * by, height: box.height + 2 * by };
}

export function centre(box: Box): Point {
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

export function overlaps(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
