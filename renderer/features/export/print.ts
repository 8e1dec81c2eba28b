import interRegular from 'inter-ui/web/Inter-Regular.woff2?url';
import interSemiBold from 'inter-ui/web/Inter-SemiBold.woff2?url';
import type { Model } from '../../../shared/document/model/model.ts';
import type { DiagramPaint } from '../../../shared/drawing/paint.ts';
import { diagramSheets } from '../../../shared/drawing/diagram-sheets.ts';
import type { Orientation } from '../../../shared/drawing/painters/paper.ts';
import { printPage } from '../../../shared/drawing/painters/print-page.ts';
import type { Scene } from '../../../shared/drawing/scene.ts';
import type { SvgFont } from '../../../shared/drawing/painters/svg.ts';
import { themes, type ThemeName } from '../../../shared/drawing/theme.ts';
import type { Locale } from '../../../shared/language/say.ts';

const base64 = (bytes: Uint8Array): string => {
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
};

const face = async (weight: SvgFont['weight'], address: string): Promise<SvgFont> => ({
  weight, base64: base64(new Uint8Array(await (await fetch(address)).arrayBuffer())),
});

/** Inter in the two weights that drawings use, to travel inside a page. */
export const printFonts = (): Promise<readonly SvgFont[]> => Promise.all([face(400, interRegular), face(600, interSemiBold)]);

export interface PrintedDiagram {
  readonly model: Model;
  readonly processes: readonly string[];
  readonly paint: DiagramPaint | undefined;
  readonly proposal: string | undefined;
  readonly locale: Locale;
  readonly theme: ThemeName;
  readonly paper: 'A4' | 'A3' | 'Letter';
  readonly footer: string;
  readonly orientation?: Orientation;
}

/** The pages of a document as one HTML page to print: a sheet each, and more for one too long to be read on it. */
export async function diagramToPrint({ model, processes, paint, proposal, locale, theme, paper, footer, orientation = 'auto' }: PrintedDiagram): Promise<string> {
  const scenes = processes.flatMap((process) => diagramSheets(model, process, paint ?? {}, { locale, ...(proposal === undefined ? {} : { proposal }) }, paper, orientation));
  return printPage(scenes, themes[theme], { paper, footer, orientation, fonts: await printFonts() });
}

/** Pictures of their own size, a sheet each: the pages to present. */
export const pagesToPrint = async (scenes: readonly Scene[], theme: ThemeName): Promise<string> => printPage(scenes, themes[theme], { paper: 'picture', fonts: await printFonts() });

/** One picture on a sheet of its own size: the one-page brief. */
export async function pictureToPrint(svg: string, ground: string): Promise<string> {
  const size = /<svg[^>]* width="([\d.]+)" height="([\d.]+)"/.exec(svg);
  const faces = (await printFonts()).map((font) => `@font-face{font-family:Inter;font-weight:${font.weight};src:url(data:font/woff2;base64,${font.base64}) format("woff2")}`).join('');
  const style = `${faces}@page{size:${size?.[1] ?? '794'}px ${size?.[2] ?? '1123'}px;margin:0}body{margin:0;background:${ground};-webkit-print-color-adjust:exact}svg{display:block}`;
  return `<!doctype html><html><head><meta charset="utf-8"><style>${style}</style></head><body>${svg.replace(/^<\?xml[^>]*\?>\s*/, '')}</body></html>`;
}
