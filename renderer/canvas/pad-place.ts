import { flowLabelSize } from '../../shared/drawing/layout/label-size.ts';
import { labelBox } from '../../shared/drawing/layout/node-box.ts';
import { isFrame } from '../../shared/drawing/layout/page.ts';
import { boxAround } from '../../shared/drawing/layout/place-on-line.ts';
import type { ElementId } from '../../shared/document/model/fields.ts';
import { badgeSize } from '../../shared/drawing/shapes/badge.ts';
import type { Box } from '../../shared/drawing/scene.ts';
import type { PageView } from './page-view.ts';

export type PadSide = 'right' | 'below' | 'above' | 'left';

/** Where the pad stands: a column at the right or left of its node, a row above or below it. */
export interface PadPlace {
  readonly side: PadSide;
  readonly align: 'start' | 'end';
}

/** Length and thickness of the pad, and its distance to the node, in pixels of the screen. */
export interface PadSize {
  readonly length: number;
  readonly thickness: number;
  readonly offset: number;
}

const places: readonly PadPlace[] = (['right', 'below', 'above', 'left'] as const).flatMap((side) => [{ side, align: 'start' as const }, { side, align: 'end' as const }]);

/** The pad's box on the page. */
export function padBox(node: Box, { side, align }: PadPlace, size: PadSize, zoom: number): Box {
  const length = size.length / zoom;
  const thickness = size.thickness / zoom;
  const offset = size.offset / zoom;
  if (side === 'right' || side === 'left') {
    return { x: side === 'right' ? node.x + node.width + offset : node.x - offset - thickness, y: align === 'start' ? node.y : node.y + node.height - length, width: thickness, height: length };
  }
  return { x: align === 'start' ? node.x : node.x + node.width - length, y: side === 'below' ? node.y + node.height + offset : node.y - offset - thickness, width: length, height: thickness };
}

const shared = (a: Box, b: Box): number =>
  Math.max(0, Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)) * Math.max(0, Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y));

/** What the pad must not cover: other nodes, names beside nodes, badges, words at flows. */
export function inTheWay(view: PageView, own: ElementId): readonly Box[] {
  const nodes = view.page.nodes.flatMap((node): Box[] => {
    const box = view.boxes.get(node.id);
    const label = labelBox(node, view.plan.labels.get(node.id));
    return [...(box === undefined || node.id === own || isFrame(node) ? [] : [box]), ...(label === undefined ? [] : [label])];
  });
  const flows = view.plan.flows.flatMap(({ badge, badgeAt, label, labelAt, flow, stacked }): Box[] => [
    ...(badge === undefined || badgeAt === undefined ? [] : [boxAround(badgeAt, badgeSize(badge), 2)]),
    ...(labelAt === undefined ? [] : [boxAround(labelAt, flowLabelSize({ label, rework: flow.rework === true, stacked: stacked === true }), 0)]),
  ]);
  return [...nodes, ...flows];
}

/** The first place beside a node where the pad covers nothing and is wholly seen, else where it covers least. */
export function placePad(node: Box, size: PadSize, zoom: number, seen: Box, taken: readonly Box[]): PadPlace {
  let best: { readonly place: PadPlace; readonly cost: number } | undefined;
  for (const place of places) {
    const box = padBox(node, place, size, zoom);
    const outside = box.width * box.height - shared(box, seen);
    const cost = taken.reduce((sum, other) => sum + shared(box, other), 0) + 4 * outside;
    if (cost < 1) return place;
    if (best === undefined || cost < best.cost) best = { place, cost };
  }
  return best?.place ?? { side: 'right', align: 'start' };
}
