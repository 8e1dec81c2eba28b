import type { Box, Head, LineShape, PathShape, PathStep, Point, Shape, Style } from './scene.ts';

/** Share of the radius at which the control points of a quarter circle lie. */
const quarter = 0.5522847498;

/**
 * Reads path data with absolute M, L, H, V, C and Z. For the icons of this room, which are trusted:
 * an unknown letter is a mistake of the programmer.
 */
export function parsePath(data: string): readonly PathStep[] {
  const steps: PathStep[] = [];
  let at: Point = { x: 0, y: 0 };
  for (const match of data.matchAll(/([A-Za-z])([^A-Za-z]*)/g)) {
    const numbers = (match[2] ?? '').match(/-?\d*\.?\d+/g)?.map(Number) ?? [];
    const n = (index: number): number => numbers[index] ?? 0;
    switch (match[1]) {
      case 'M':
        steps.push(['M', n(0), n(1)]);
        at = { x: n(0), y: n(1) };
        break;
      case 'L':
        for (let i = 0; i + 1 < numbers.length; i += 2) steps.push(['L', n(i), n(i + 1)]);
        at = { x: n(numbers.length - 2), y: n(numbers.length - 1) };
        break;
      case 'H':
        at = { x: n(0), y: at.y };
        steps.push(['L', at.x, at.y]);
        break;
      case 'V':
        at = { x: at.x, y: n(0) };
        steps.push(['L', at.x, at.y]);
        break;
      case 'C':
        for (let i = 0; i + 5 < numbers.length; i += 6) steps.push(['C', n(i), n(i + 1), n(i + 2), n(i + 3), n(i + 4), n(i + 5)]);
        at = { x: n(numbers.length - 2), y: n(numbers.length - 1) };
        break;
      case 'Z':
        steps.push(['Z']);
        break;
      default:
        throw new Error(`Path letter ${match[1] ?? ''} is not known`);
    }
  }
  return steps;
}

/** The steps scaled, then moved. */
export function place(steps: readonly PathStep[], scale: number, dx: number, dy: number): readonly PathStep[] {
  const x = (value: number): number => value * scale + dx;
  const y = (value: number): number => value * scale + dy;
  return steps.map((step): PathStep => {
    if (step[0] === 'Z') return step;
    if (step[0] === 'C') return ['C', x(step[1]), y(step[2]), x(step[3]), y(step[4]), x(step[5]), y(step[6])];
    return [step[0], x(step[1]), y(step[2])];
  });
}

export function circleSteps(cx: number, cy: number, r: number): readonly PathStep[] {
  const k = r * quarter;
  return [
    ['M', cx + r, cy],
    ['C', cx + r, cy + k, cx + k, cy + r, cx, cy + r],
    ['C', cx - k, cy + r, cx - r, cy + k, cx - r, cy],
    ['C', cx - r, cy - k, cx - k, cy - r, cx, cy - r],
    ['C', cx + k, cy - r, cx + r, cy - k, cx + r, cy],
    ['Z'],
  ];
}

export function polygonSteps(points: readonly Point[]): readonly PathStep[] {
  return [...points.map(({ x, y }, index): PathStep => [index === 0 ? 'M' : 'L', x, y]), ['Z']];
}

/** A box with its own radius at each corner: top left, top right, bottom right, bottom left. */
export function cornerSteps(box: Box, radii: readonly [number, number, number, number]): readonly PathStep[] {
  const { x, y, width, height } = box;
  const [a, b, c, d] = radii;
  const k = 1 - quarter;
  return [
    ['M', x + a, y],
    ['L', x + width - b, y],
    ['C', x + width - b * k, y, x + width, y + b * k, x + width, y + b],
    ['L', x + width, y + height - c],
    ['C', x + width, y + height - c * k, x + width - c * k, y + height, x + width - c, y + height],
    ['L', x + d, y + height],
    ['C', x + d * k, y + height, x, y + height - d * k, x, y + height - d],
    ['L', x, y + a],
    ['C', x, y + a * k, x + a * k, y, x + a, y],
    ['Z'],
  ];
}

const distance = (a: Point, b: Point): number => Math.hypot(b.x - a.x, b.y - a.y);

function towards(from: Point, to: Point, length: number): Point {
  const whole = distance(from, to);
  if (whole === 0) return from;
  return { x: from.x + ((to.x - from.x) * length) / whole, y: from.y + ((to.y - from.y) * length) / whole };
}

/** The polyline as path steps, corners rounded by at most `radius` and never by more than half a segment. */
export function lineSteps(points: readonly Point[], radius = 0): readonly PathStep[] {
  const steps: PathStep[] = [];
  points.forEach((point, index) => {
    const before = points[index - 1];
    const after = points[index + 1];
    if (!before) steps.push(['M', point.x, point.y]);
    else if (!after || radius === 0) steps.push(['L', point.x, point.y]);
    else {
      const r = Math.min(radius, distance(before, point) / 2, distance(point, after) / 2);
      const into = towards(point, before, r);
      const out = towards(point, after, r);
      const c1 = towards(into, point, r * quarter);
      const c2 = towards(out, point, r * quarter);
      steps.push(['L', into.x, into.y], ['C', c1.x, c1.y, c2.x, c2.y, out.x, out.y]);
    }
  });
  return steps;
}

/** The polyline moved sideways by `by` pixels (right of its direction when positive), corners mitred. */
export function offsetLine(points: readonly Point[], by: number): readonly Point[] {
  const clean = points.filter((point, index) => index === 0 || distance(point, points[index - 1] ?? point) > 0.01);
  const normals = clean.slice(1).map((point, index) => {
    const from = clean[index] ?? point;
    const length = distance(from, point);
    return { x: -(point.y - from.y) / length, y: (point.x - from.x) / length };
  });
  return clean.map((point, index) => {
    const a = normals[index - 1] ?? normals[index];
    const b = normals[index] ?? normals[index - 1];
    if (!a || !b) return point;
    const dot = a.x * b.x + a.y * b.y;
    const scale = by / Math.max(0.25, 1 + dot);
    return { x: point.x + (a.x + b.x) * scale, y: point.y + (a.y + b.y) * scale };
  });
}

/** Removes `start` and `end` pixels from the ends of a polyline. */
export function shorten(points: readonly Point[], start: number, end: number): readonly Point[] {
  const cut = (line: readonly Point[], by: number): readonly Point[] => {
    let left = by;
    let rest = line;
    while (rest.length > 2) {
      const [a, b] = rest as [Point, Point, ...Point[]];
      const length = distance(a, b);
      if (length > left) break;
      left -= length;
      rest = rest.slice(1);
    }
    const [a, b] = rest;
    if (!a || !b || left <= 0) return rest;
    return [towards(a, b, Math.min(left, distance(a, b) * 0.9)), ...rest.slice(1)];
  };
  const front = cut(points, start);
  return [...cut([...front].reverse(), end)].reverse();
}

/** Length of a head along its line at a stroke of `width`. */
export function headLength(head: Head, width: number): number {
  if (head === 'diamond') return 10 + width;
  if (head === 'circle') return 6;
  return 6 + 2 * width;
}

/** The head whose tip touches `tip`, coming from `from`. */
export function headShape(head: Head, from: Point, tip: Point, style: Style): PathShape {
  const whole = distance(from, tip) || 1;
  const ux = (tip.x - from.x) / whole;
  const uy = (tip.y - from.y) / whole;
  const width = style.width ?? 1;
  const length = headLength(head, width);
  const at = (back: number, side: number): Point => ({ x: tip.x - ux * back - uy * side, y: tip.y - uy * back + ux * side });
  const solid: Style = style.stroke ? { fill: style.stroke, ...(style.opacity === undefined ? {} : { opacity: style.opacity }) } : {};
  switch (head) {
    case 'filled':
      return { kind: 'path', steps: polygonSteps([at(0, 0), at(length, length * 0.42), at(length, -length * 0.42)]), style: solid };
    case 'open': {
      const points = [at(length, length * 0.45), at(width / 2, 0), at(length, -length * 0.45)];
      const { dash: _dashed, ...plain } = style;
      return { kind: 'path', steps: lineSteps(points), style: { ...plain, roundCap: true } };
    }
    case 'diamond':
      return { kind: 'path', steps: polygonSteps([at(0, 0), at(length / 2, length * 0.32), at(length, 0), at(length / 2, -length * 0.32)]), style: solid };
    case 'circle': {
      const middle = at(length / 2, 0);
      return { kind: 'path', steps: circleSteps(middle.x, middle.y, length / 2), style: solid };
    }
  }
}

/**
 * A line as plain strokes and heads, for painters without markers: two parallel strokes where it is double,
 * shortened so that no stroke shows through a filled head.
 */
export function lineParts(line: LineShape): readonly PathShape[] {
  const { points, style } = line;
  const first = points[0];
  const second = points[1];
  const beforeLast = points.at(-2);
  const last = points.at(-1);
  if (!first || !second || !beforeLast || !last) return [];
  const width = style.width ?? 1;
  const cut = (head: Head | undefined): number => {
    if (!head) return 0;
    if (head === 'open') return width / 2;
    return head === 'diamond' ? headLength(head, width) * 0.65 : headLength(head, width) - 1;
  };
  const body = shorten(points, cut(line.start), cut(line.end));
  const stroke = (along: readonly Point[], strokeWidth: number): PathShape => ({
    kind: 'path',
    steps: lineSteps(along, line.radius ?? 0),
    style: { ...style, width: strokeWidth },
  });
  const parts: PathShape[] = line.double
    ? [stroke(offsetLine(body, 0.75 + width * 0.55), Math.max(1, width * 0.7)), stroke(offsetLine(body, -0.75 - width * 0.55), Math.max(1, width * 0.7))]
    : [stroke(body, width)];
  if (line.start) parts.push(headShape(line.start, second, first, style));
  if (line.end) parts.push(headShape(line.end, beforeLast, last, style));
  return parts;
}

/** Point at a share (0 to 1) of the polyline's length, with the direction of its segment. */
export function along(points: readonly Point[], share: number): { readonly at: Point; readonly horizontal: boolean } {
  const lengths = points.slice(1).map((point, index) => distance(points[index] ?? point, point));
  let left = lengths.reduce((sum, length) => sum + length, 0) * share;
  for (let index = 0; index < lengths.length; index += 1) {
    const from = points[index];
    const to = points[index + 1];
    const length = lengths[index] ?? 0;
    if (!from || !to) break;
    if (left <= length || index === lengths.length - 1) {
      return { at: towards(from, to, Math.min(left, length)), horizontal: Math.abs(to.x - from.x) >= Math.abs(to.y - from.y) };
    }
    left -= length;
  }
  return { at: points[0] ?? { x: 0, y: 0 }, horizontal: true };
}

/** Everything in the scene that is drawn, groups opened in order. For tests and measures. */
export function flatten(shapes: readonly Shape[]): readonly Exclude<Shape, { kind: 'group' }>[] {
  return shapes.flatMap((shape) => (shape.kind === 'group' ? flatten(shape.shapes) : [shape]));
}
