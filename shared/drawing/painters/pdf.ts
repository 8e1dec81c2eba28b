import {
  PDFDocument, type PDFFont, type PDFOperator, type PDFPage, TextRenderingMode, appendBezierCurve, beginText, clip, closePath, concatTransformationMatrix, drawObject, endPath, endText, fill,
  lineTo, moveTo, popGraphicsState, pushGraphicsState, setDashPattern, setFillingRgbColor, setFontAndSize, setGraphicsState, setLineCap, setLineJoin, setLineWidth,
  setStrokingRgbColor, setTextMatrix, setTextRenderingMode, showText, stroke,
} from 'pdf-lib';
import { textWidth } from '../layout/text-width.ts';
import { visualRuns } from '../layout/visual-order.ts';
import { fit } from '../layout/wrap.ts';
import { circleSteps, cornerSteps, lineParts } from '../path.ts';
import type { Box, Hatch, ImageShape, PathStep, Scene, Shape, Style, TextShape } from '../scene.ts';
import type { ColourRole, Theme } from '../theme.ts';
import { type Paper, groundOfSheet, sheetFor } from './paper.ts';
import { type PdfFontFiles, PdfFonts, type TextRun } from './pdf-fonts.ts';
import { decoration, PdfTags, type SheetTags } from './pdf-tags.ts';

export interface PdfOptions {
  readonly paper: Paper;
  /** Written into the file as its date of creation, so that equal input gives equal bytes. */
  readonly created: Date;
  readonly title?: string;
  readonly author?: string;
  /** One line at the foot of every sheet, left, cut where it does not fit; the page number stands right. */
  readonly footer?: string;
}

/**
 * Scenes as a vector PDF, one sheet each: text that can be selected, searched and read aloud, fonts embedded with the
 * glyphs used.
 * The same scenes, theme, fonts and options give the same bytes.
 */
export async function paintPdf(scenes: readonly Scene[], theme: Theme, fonts: PdfFontFiles, options: PdfOptions): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const opened = await PdfFonts.open(document, fonts);
  const first = scenes[0];
  document.setTitle(options.title ?? first?.title ?? '', { showInWindowTitleBar: true });
  document.setSubject(first?.description ?? '');
  document.setLanguage(first?.language ?? 'en');
  document.setProducer('Crossflow');
  document.setCreator('Crossflow');
  if (options.author !== undefined) document.setAuthor(options.author);
  document.setCreationDate(options.created);
  document.setModificationDate(options.created);
  const tags = new PdfTags(document);
  for (const [number, scene] of scenes.entries()) {
    const sheet = sheetFor(scene, options.paper, options.footer !== undefined);
    const page = document.addPage([sheet.width, sheet.height]);
    const pen = new PdfPen(page, theme, opened, tags.sheet(page, scene));
    const ground = groundOfSheet(scene, theme);
    if (ground) await pen.shape({ kind: 'rect', x: 0, y: 0, width: sheet.width, height: sheet.height, style: { fill: ground } });
    pen.push(pushGraphicsState(), concatTransformationMatrix(sheet.scale, 0, 0, -sheet.scale, sheet.left, sheet.height - sheet.top));
    for (const shape of scene.shapes) await pen.shape(shape);
    pen.push(popGraphicsState());
    if (options.footer !== undefined) {
      pen.push(pushGraphicsState(), concatTransformationMatrix(1, 0, 0, -1, 0, sheet.height));
      const y = sheet.height - (options.paper === 'picture' ? 8 : 28);
      const side = options.paper === 'picture' ? 12 : 36;
      const [before, after] = decoration();
      pen.push(before);
      const place = `${number + 1} / ${scenes.length}`;
      const room = sheet.width - 2 * side - textWidth(place, footerSize) - 12;
      await pen.letters(footerText(fit(options.footer, room, footerSize).text, side, y, 'start'));
      await pen.letters(footerText(place, sheet.width - side, y, 'end'));
      pen.push(after);
      pen.push(popGraphicsState());
    }
  }
  tags.close();
  return document.save({ useObjectStreams: false, addDefaultPage: false });
}

const footerSize = 7.5;
const footerText = (text: string, x: number, y: number, anchor: TextShape['anchor']): TextShape =>
  ({ kind: 'text', x, y, lines: [{ text, width: 0 }], size: footerSize, lineHeight: 10, weight: 'regular', anchor, colour: 'muted' });

const hatchGap = 4.25;

class PdfPen {
  private readonly page: PDFPage;
  private readonly theme: Theme;
  private readonly fonts: PdfFonts;
  private readonly tags: SheetTags;
  private readonly opacities = new Map<number, ReturnType<PDFPage['node']['newExtGState']>>();
  private readonly fontKeys = new Map<PDFFont, ReturnType<PDFPage['node']['newFontDictionary']>>();

  constructor(page: PDFPage, theme: Theme, fonts: PdfFonts, tags: SheetTags) {
    this.page = page;
    this.theme = theme;
    this.fonts = fonts;
    this.tags = tags;
  }

  push(...operators: PDFOperator[]): void {
    this.page.pushOperators(...operators);
  }

  async shape(shape: Shape): Promise<void> {
    switch (shape.kind) {
      case 'rect': {
        const r = Math.min(shape.radius ?? 0, shape.width / 2, shape.height / 2);
        return this.path(cornerSteps(shape, [r, r, r, r]), shape.style);
      }
      case 'ellipse':
        return this.path(ellipseSteps(shape), shape.style);
      case 'path':
        return this.path(shape.steps, shape.style);
      case 'line':
        for (const part of lineParts(shape)) this.path(part.steps, part.style);
        return;
      case 'image':
        return this.image(shape);
      case 'text':
        return this.text(shape);
      case 'group': {
        this.push(pushGraphicsState());
        if (shape.at) this.push(concatTransformationMatrix(1, 0, 0, 1, shape.at.x, shape.at.y));
        if (shape.opacity !== undefined) this.push(setGraphicsState(this.opacity(shape.opacity)));
        if (shape.clip) this.push(...operatorsOf(cornerSteps(shape.clip, [0, 0, 0, 0])), clip(), endPath());
        for (const inner of shape.shapes) await this.shape(inner);
        this.push(popGraphicsState());
      }
    }
  }

  private async image({ href, x, y, width, height }: ImageShape): Promise<void> {
    const { doc, node } = this.page;
    const image = await (href.startsWith('data:image/png') ? doc.embedPng(href) : doc.embedJpg(href));
    await image.embed();
    // Pictures stand upside down where y grows downwards.
    const [before, after] = decoration();
    this.push(before, pushGraphicsState(), concatTransformationMatrix(width, 0, 0, -height, x, y + height), drawObject(node.newXObject('Image', image.ref)), popGraphicsState(), after);
  }

  private path(steps: readonly PathStep[], style: Style): void {
    if (steps.length === 0) return;
    const outline = operatorsOf(steps);
    const [before, after] = decoration();
    this.push(before, pushGraphicsState());
    if (style.opacity !== undefined) this.push(setGraphicsState(this.opacity(style.opacity)));
    if (typeof style.fill === 'string') this.push(this.filling(style.fill), ...outline, fill());
    else if (style.fill) this.hatch(steps, style.fill);
    if (style.stroke) {
      this.push(this.stroking(style.stroke), setLineWidth(style.width ?? 1));
      if (style.dash) this.push(setDashPattern([...style.dash], 0));
      if (style.roundCap) this.push(setLineCap(1), setLineJoin(1));
      this.push(...outline, stroke());
    }
    this.push(popGraphicsState(), after);
  }

  private hatch(steps: readonly PathStep[], paint: Hatch): void {
    const outline = operatorsOf(steps);
    if (paint.ground) this.push(this.filling(paint.ground), ...outline, fill());
    const { x, y, width, height } = boundsOf(steps);
    this.push(pushGraphicsState(), ...outline, clip(), endPath(), this.stroking(paint.hatch), setLineWidth(1.25));
    for (let d = Math.ceil((x + y) / (hatchGap * 1.414)) * hatchGap * 1.414; d < x + width + y + height; d += hatchGap * 1.414) this.push(moveTo(d - y, y), lineTo(d - y - height, y + height));
    this.push(stroke(), popGraphicsState());
  }

  private async text(shape: TextShape): Promise<void> {
    const [before, after] = this.tags.text(shape);
    this.push(before);
    await this.letters(shape);
    this.push(after);
  }

  /** The glyphs of a text, unmarked. */
  async letters(shape: TextShape): Promise<void> {
    for (const [index, line] of shape.lines.entries()) {
      if (line.text === '') continue;
      const runs = await this.runs(line.text, shape.weight);
      const widths = runs.map(({ text, font }) => font.widthOfTextAtSize(text, shape.size));
      const whole = widths.reduce((sum, width) => sum + width, 0);
      const back = shape.anchor === 'start' ? 0 : shape.anchor === 'middle' ? whole / 2 : whole;
      const down = index * shape.lineHeight;
      let along = -back;
      runs.forEach(({ text, font }, i) => {
        const matrix = shape.turn ? setTextMatrix(0, -1, -1, 0, shape.x + down, shape.y - along) : setTextMatrix(1, 0, 0, -1, shape.x + along, shape.y + down);
        this.push(beginText(), this.filling(shape.colour), setTextRenderingMode(TextRenderingMode.Fill), setFontAndSize(this.fontKey(font), shape.size), matrix, showText(font.encodeText(text)), endText());
        along += widths[i] ?? 0;
      });
    }
  }

  /** The pieces of a line from left to right, each in a font that has its signs; letters read from right to left are turned by the font itself. */
  private async runs(text: string, weight: TextShape['weight']): Promise<readonly TextRun[]> {
    const directed = await Promise.all(visualRuns(text).map(async (run) => ({ ...run, parts: await this.fonts.runs(run.text, weight) })));
    return directed.flatMap(({ leftwards, parts }) => (leftwards ? parts.toReversed() : parts));
  }

  private fontKey(font: PDFFont): ReturnType<PDFPage['node']['newFontDictionary']> {
    const known = this.fontKeys.get(font);
    if (known) return known;
    const key = this.page.node.newFontDictionary(font.name, font.ref);
    this.fontKeys.set(font, key);
    return key;
  }

  private opacity(value: number): ReturnType<PDFPage['node']['newExtGState']> {
    const known = this.opacities.get(value);
    if (known) return known;
    const key = this.page.node.newExtGState('Opacity', this.page.doc.context.obj({ Type: 'ExtGState', ca: value, CA: value }));
    this.opacities.set(value, key);
    return key;
  }

  private filling(role: ColourRole): PDFOperator {
    return setFillingRgbColor(...rgb(this.theme.colours[role]));
  }

  private stroking(role: ColourRole): PDFOperator {
    return setStrokingRgbColor(...rgb(this.theme.colours[role]));
  }
}

function operatorsOf(steps: readonly PathStep[]): PDFOperator[] {
  return steps.map((step) => {
    switch (step[0]) {
      case 'M': return moveTo(step[1], step[2]);
      case 'L': return lineTo(step[1], step[2]);
      case 'C': return appendBezierCurve(step[1], step[2], step[3], step[4], step[5], step[6]);
      case 'Z': return closePath();
    }
  });
}

function ellipseSteps(box: Box): readonly PathStep[] {
  const rx = box.width / 2;
  const ry = box.height / 2;
  return circleSteps(0, 0, 1).map((step): PathStep => {
    const x = (value: number): number => box.x + rx + value * rx;
    const y = (value: number): number => box.y + ry + value * ry;
    if (step[0] === 'Z') return step;
    if (step[0] === 'C') return ['C', x(step[1]), y(step[2]), x(step[3]), y(step[4]), x(step[5]), y(step[6])];
    return [step[0], x(step[1]), y(step[2])];
  });
}

/** The box around all points of a path, control points included. */
export function boundsOf(steps: readonly PathStep[]): Box {
  const xs: number[] = [];
  const ys: number[] = [];
  for (const step of steps) {
    for (let i = 1; i < step.length; i += 2) {
      xs.push(step[i] as number);
      ys.push(step[i + 1] as number);
    }
  }
  const x = Math.min(...xs);
  const y = Math.min(...ys);
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

function rgb(hex: string): [number, number, number] {
  const part = (from: number): number => Math.round((Number.parseInt(hex.slice(from, from + 2), 16) / 255) * 1e4) / 1e4;
  return [part(1), part(3), part(5)];
}
