import type { Scene } from '../scene.ts';
import type { Theme } from '../theme.ts';
import { type Orientation, type Paper, groundOfSheet, pointsPerPixel, sheetFor } from './paper.ts';
import { type SvgFont, escapeXml, paintSvg, shortNumber } from './svg.ts';

export interface PrintOptions {
  readonly paper: Paper;
  readonly footer?: string;
  /** Of sheets of paper; pictures of their own size lie as they are. */
  readonly orientation?: Orientation;
  readonly fonts?: readonly SvgFont[];
}

/** An HTML page that prints one scene on each sheet, without scripts and without the network. */
export function printPage(scenes: readonly Scene[], theme: Theme, options: PrintOptions): string {
  const first = scenes[0];
  const faces = (options.fonts ?? []).map(({ weight, base64 }) => `@font-face{font-family:Inter;font-weight:${weight};src:url(data:font/woff2;base64,${base64}) format("woff2")}`).join('');
  const rules: string[] = [];
  const sheets = scenes.map((scene, index) => {
    const sheet = sheetFor(scene, options.paper, options.footer !== undefined, options.orientation);
    rules.push(`@page sheet${index}{size:${shortNumber(sheet.width)}pt ${shortNumber(sheet.height)}pt;margin:0}`);
    const { ground: _onPaper, ...bare } = scene;
    const ground = groundOfSheet(scene, theme);
    const svg = paintSvg(bare, theme, { inline: true, idPrefix: `s${index}-`, scale: sheet.scale / pointsPerPixel });
    const footer = options.footer === undefined ? '' : `<footer><span>${escapeXml(options.footer)}</span><span>${index + 1} / ${scenes.length}</span></footer>`;
    const place = `position:absolute;left:${shortNumber(sheet.left)}pt;top:${shortNumber(sheet.top)}pt`;
    return `<section style="page:sheet${index};width:${shortNumber(sheet.width)}pt;height:${shortNumber(sheet.height - 0.5)}pt${ground ? `;background:${theme.colours[ground]}` : ''}"><div style="${place}">${svg}</div>${footer}</section>`;
  });
  const style = `${faces}${rules.join('')}*{box-sizing:border-box}body{margin:0;font:7.5pt Inter,system-ui,sans-serif;color:${theme.colours.muted};-webkit-print-color-adjust:exact;print-color-adjust:exact}section{position:relative;overflow:hidden;break-after:page}section:last-child{break-after:auto}footer{position:absolute;left:36pt;right:36pt;bottom:18pt;display:flex;justify-content:space-between}`;
  return `<!doctype html><html lang="${escapeXml(first?.language ?? 'en')}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:"><title>${escapeXml(first?.title ?? '')}</title><style>${style}</style></head><body>${sheets.join('')}</body></html>`;
}
