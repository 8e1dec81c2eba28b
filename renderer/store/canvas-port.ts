import type { ElementId } from '../../shared/document/model/fields.ts';
import type { Box } from '../../shared/drawing/scene.ts';
import type { Placeable } from './placeables.ts';

/** What commands and panels may ask of the canvas that is on screen. */
export interface CanvasPort {
  /** Shows the whole page, however small. */
  fit(): void;
  /** Shows the page as it can be read: whole, or the part around the selection, else around what a finding points at, or its beginning. */
  settle(pointedAt?: readonly ElementId[]): void;
  actualSize(): void;
  zoomBy(factor: number): void;
  /** Moves and zooms the view as little as possible so that elements are seen. */
  show(ids: readonly ElementId[]): void;
  /** Brings elements into view, and selects them unless told otherwise. */
  reveal(ids: readonly ElementId[]): void;
  /** Puts something new where it makes sense now: after the selection, or in the middle of the view. */
  insert(what: Placeable): void;
  append(what: Placeable): void;
  /** Puts something new at a place on the screen. */
  placeAtScreen(what: Placeable, x: number, y: number): void;
  /** Moves the view as little as possible so that a box of the page is seen. */
  keepInView(box: Box): void;
  /** Makes a change after which the page begins elsewhere: where its beginning was in view, it stays there. */
  keepBeginning(change: () => void): void;
  focus(): void;
}

let current: CanvasPort | undefined;

/** The canvas on screen; undefined where there is none. */
export const canvasPort = (): CanvasPort | undefined => current;

/** Called by the canvas as it appears; the returned function takes it away again. */
export function attachCanvas(port: CanvasPort): () => void {
  current = port;
  return () => {
    if (current === port) current = undefined;
  };
}
