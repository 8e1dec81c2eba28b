import { circleSteps, lineSteps, place, polygonSteps } from '../../shared/drawing/path.ts';
import type { Paint, PathShape, PathStep, Point, Shape, Style } from '../../shared/drawing/scene.ts';

/** Below this zoom a step is no wider than a word: the page is drawn as one picture, in which nothing has words. */
export const farBelow = 0.15;

/** Something to draw, and where its own top left lies on the page. */
export interface FarThing {
  readonly shapes: readonly Shape[];
  readonly at: Point;
}

/** Parts of the page that are drawn by paths of their own, so that a small change paints little: their size in pixels. */
const part = 2400;

interface Piece {
  readonly style: Style;
  readonly steps: PathStep[];
}

/** From afar hatching is its ground. */
const plain = (fill: Paint | undefined): Pick<Style, 'fill'> => {
  const colour = typeof fill === 'object' ? (fill.ground ?? fill.hatch) : fill;
  return colour === undefined ? {} : { fill: colour };
};

function stepsOf(shape: Exclude<Shape, { kind: 'group' | 'text' | 'image' }>): readonly PathStep[] {
  switch (shape.kind) {
    case 'rect': {
      const [right, bottom] = [shape.x + shape.width, shape.y + shape.height];
      return polygonSteps([{ x: shape.x, y: shape.y }, { x: right, y: shape.y }, { x: right, y: bottom }, { x: shape.x, y: bottom }]);
    }
    case 'ellipse':
      return circleSteps(shape.x + shape.width / 2, shape.y + shape.height / 2, Math.min(shape.width, shape.height) / 2);
    case 'path':
      return shape.steps;
    case 'line':
      return lineSteps(shape.points);
  }
}

/**
 * Many things as few shapes: one path for each way of drawing and each part of the page. Words, rounded corners and the
 * heads of lines are left out; what cannot be told apart from afar need not be drawn apart.
 */
export function farPicture(things: Iterable<FarThing>): readonly PathShape[] {
  const pieces = new Map<string, Piece>();
  const add = (shape: Shape, at: Point, where: string, faded: number): void => {
    if (shape.kind === 'text' || shape.kind === 'image') return;
    if (shape.kind === 'group') {
      const inner = { x: at.x + (shape.at?.x ?? 0), y: at.y + (shape.at?.y ?? 0) };
      for (const one of shape.shapes) add(one, inner, where, faded * (shape.opacity ?? 1));
      return;
    }
    const { fill, ...pen } = shape.style;
    const opacity = faded * (shape.style.opacity ?? 1);
    const style: Style = { ...pen, ...(shape.kind === 'line' ? {} : plain(fill)), ...(opacity === 1 ? {} : { opacity }) };
    const key = `${where} ${JSON.stringify(style)}`;
    let piece = pieces.get(key);
    if (piece === undefined) {
      piece = { style, steps: [] };
      pieces.set(key, piece);
    }
    const steps = stepsOf(shape);
    for (const step of at.x === 0 && at.y === 0 ? steps : place(steps, 1, at.x, at.y)) piece.steps.push(step);
  };
  for (const { shapes, at } of things) {
    const first = beginningOf(shapes);
    const where = `${Math.floor((at.x + first.x) / part)} ${Math.floor((at.y + first.y) / part)}`;
    for (const shape of shapes) add(shape, at, where, 1);
  }
  return [...pieces.values()].map(({ style, steps }): PathShape => ({ kind: 'path', steps, style }));
}

/** Where something begins, about its own top left. */
function beginningOf(shapes: readonly Shape[]): Point {
  const first = shapes[0];
  if (first === undefined) return { x: 0, y: 0 };
  switch (first.kind) {
    case 'group':
      return beginningOf(first.shapes);
    case 'line':
      return first.points[0] ?? { x: 0, y: 0 };
    case 'path':
      return { x: first.steps[0]?.[1] ?? 0, y: first.steps[0]?.[2] ?? 0 };
    default:
      return first;
  }
}
