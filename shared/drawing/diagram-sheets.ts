import type { Model } from '../document/model/model.ts';
import { message } from '../language/message.ts';
import { say } from '../language/say.ts';
import { type DiagramOptions, drawDiagram } from './diagram.ts';
import { laneHeader, uprightHeader } from './layout/lanes.ts';
import { boxOfNode, isFrame } from './layout/node-box.ts';
import { pageOf } from './layout/page.ts';
import { partsAlong } from './layout/parts.ts';
import type { DiagramPaint } from './paint.ts';
import { type Orientation, type PaperSize, pointsPerPixel, sheetFor } from './painters/paper.ts';
import type { Scene } from './scene.ts';

/** Below this share of its own size a diagram's words (13 and 12 pixels) fall to 5 points. */
const readable = 0.55;
/** Parts are drawn at this share at least: 8 points. */
const partScale = 0.82;
const partMargin = 8;

/** A scene's share of its own size on a sheet. */
const shareOn = (paper: PaperSize, scene: Scene, orientation: Orientation): number => sheetFor(scene, paper, true, orientation).scale / pointsPerPixel;

/**
 * A page of the process as sheets of paper: one where its words stay readable; else the whole for an overview, and after
 * it parts from start to end that are large enough to read, each lane with its name.
 */
export function diagramSheets(model: Model, processId: string, paint: DiagramPaint, options: DiagramOptions, paper: PaperSize, orientation: Orientation = 'auto'): readonly Scene[] {
  const whole = drawDiagram(model, processId, paint, options);
  const process = model.processes[processId];
  if (process === undefined || shareOn(paper, whole, orientation) >= readable) return [whole];
  const upright = process.orientation === 'vertical';
  const sheet = sheetFor(whole, paper, true, orientation);
  const long = (upright ? sheet.height : sheet.width) - 72;
  const reach = long / (pointsPerPixel * partScale) - (upright ? uprightHeader : laneHeader) - 2 * partMargin - 48;
  // Frames reach around what stands on the page, and are cut with it.
  const things = pageOf(model, process, options.within).nodes.filter((node) => !isFrame(node)).map((node) => {
    const box = boxOfNode(node);
    return { id: node.id, from: upright ? box.y : box.x, to: upright ? box.y + box.height : box.x + box.width };
  });
  const parts = partsAlong(things, reach);
  if (parts.length < 2) return [whole];
  const locale = options.locale ?? 'en';
  const drawn = parts.map((selection, at) =>
    drawDiagram(model, processId, paint, { ...options, selection, followed: true, legend: false, margin: partMargin, title: say(message('drawing.part', { name: whole.title, part: at + 1, parts: parts.length }), locale) }));
  // Many lanes can be what makes a page small: then parts are no larger and tell nothing more.
  return drawn.every((part) => shareOn(paper, part, orientation) > shareOn(paper, whole, orientation) * 1.2) ? [whole, ...drawn] : [whole];
}
