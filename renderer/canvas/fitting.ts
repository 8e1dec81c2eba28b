import type { Box } from '../../shared/drawing/scene.ts';

export interface Frame {
  /** Size of the canvas on the screen, and what is kept free at its edges, in pixels. */
  readonly width: number;
  readonly height: number;
  readonly margin: number;
  readonly top: number;
}

export interface Viewport {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

/** Below this names cannot be read any more: a page is not shown smaller unless the whole of it is asked for. */
export const readable = 0.6;

/** The zoom at which the whole of a box is seen, at most `most`. */
export const zoomFor = (box: Box, { width, height, margin, top }: Frame, most: number): number =>
  Math.max(0.05, Math.min(most, (width - 2 * margin) / box.width, (height - top - margin) / box.height));

/** The whole of a box, as large as it can be, from its top left. */
export function showWhole(box: Box, frame: Frame, most: number): Viewport {
  const zoom = zoomFor(box, frame, most);
  return { x: frame.margin - box.x * zoom, y: frame.top - box.y * zoom, zoom };
}

/** Where one axis begins on the screen: the page's beginning, or as far along as brings the middle of a focus into the middle. */
function begin(from: number, length: number, zoom: number, first: number, last: number, middle: number | undefined): number {
  const start = first - from * zoom;
  if (middle === undefined || length * zoom <= last - first) return start;
  const wanted = (first + last) / 2 - middle * zoom;
  return Math.min(start, Math.max(last - (from + length) * zoom, wanted));
}

/**
 * The page as it can be read: the whole of it where that is not too small, else its beginning, or the part around what
 * is looked at. `header` is what headers that stay in sight cover at the left, in pixels of the page.
 */
export function showReadable(page: Box, focus: Box | undefined, frame: Frame, header = 0): Viewport {
  const whole = showWhole(page, frame, 1);
  if (whole.zoom >= readable) return whole;
  const zoom = readable;
  const { width, height, margin, top } = frame;
  const left = focus === undefined ? margin : margin + header * zoom;
  const x = focus === undefined ? margin - page.x * zoom : begin(page.x, page.width, zoom, margin, width - margin, focus.x + focus.width / 2 - (left - margin) / zoom / 2);
  return { x, y: begin(page.y, page.height, zoom, top, height - margin, focus === undefined ? undefined : focus.y + focus.height / 2), zoom };
}
