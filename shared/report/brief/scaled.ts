import { lineParts, place } from '../../drawing/path.ts';
import type { Scene, Shape, Style } from '../../drawing/scene.ts';
import { type GroupShape, group } from '../../drawing/scene.ts';

/** Strokes never get thinner than a printer shows. */
const thinnest = 0.35;

/** A picture inside another one: all its shapes smaller or larger by a factor, its corner at (x, y). */
export function scaledScene(scene: Scene, factor: number, x: number, y: number): GroupShape {
  return group(scene.shapes.map((shape) => scaled(shape, factor)), { at: { x, y }, title: scene.title });
}

function scaled(shape: Shape, factor: number): Shape {
  switch (shape.kind) {
    case 'rect':
      return { ...shape, ...box(shape, factor), ...(shape.radius === undefined ? {} : { radius: shape.radius * factor }), style: style(shape.style, factor) };
    case 'ellipse':
      return { ...shape, ...box(shape, factor), style: style(shape.style, factor) };
    case 'image':
      return { ...shape, ...box(shape, factor) };
    case 'path':
      return { ...shape, steps: place(shape.steps, factor, 0, 0), style: style(shape.style, factor) };
    case 'line':
      // Heads have a size of their own: as paths they shrink with the line.
      return group(lineParts(shape).map((part) => scaled(part, factor)));
    case 'text':
      return {
        ...shape,
        x: shape.x * factor,
        y: shape.y * factor,
        size: shape.size * factor,
        lineHeight: shape.lineHeight * factor,
        lines: shape.lines.map((line) => ({ ...line, width: line.width * factor })),
        ...(shape.room === undefined ? {} : { room: shape.room * factor }),
      };
    case 'group':
      return {
        ...shape,
        shapes: shape.shapes.map((inner) => scaled(inner, factor)),
        ...(shape.at === undefined ? {} : { at: { x: shape.at.x * factor, y: shape.at.y * factor } }),
        ...(shape.clip === undefined ? {} : { clip: box(shape.clip, factor) }),
      };
  }
}

const box = (given: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }, factor: number) => ({
  x: given.x * factor, y: given.y * factor, width: given.width * factor, height: given.height * factor,
});

function style(given: Style, factor: number): Style {
  return {
    ...given,
    ...(given.stroke === undefined ? {} : { width: Math.max(thinnest, (given.width ?? 1) * factor) }),
    ...(given.dash === undefined ? {} : { dash: given.dash.map((length) => length * factor) }),
  };
}
