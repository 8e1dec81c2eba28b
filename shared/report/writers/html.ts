import { paintSvg, type SvgFont } from '../../drawing/painters/svg.ts';
import { type ColourRole, type Theme, themes } from '../../drawing/theme.ts';
import { say } from '../../language/say.ts';
import type { Block, Report, Table } from '../block.ts';

const roles = Object.keys(themes.light.colours) as readonly ColourRole[];

/** Colours as names, which the page's own style gives their values. */
const byName: Theme = { name: 'light', colours: Object.fromEntries(roles.map((role) => [role, `var(--${role})`])) as Theme['colours'] };

/** Text as HTML: whatever people typed stays text. */
export const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;');

/**
 * The report as one HTML page that opens from disk: no script, no network, its own style and fonts, fit for printing.
 * Light and dark follow the reader's system, pictures too; paper is light.
 */
export function writeHtml(report: Report, fonts: readonly SvgFont[] = []): string {
  const { locale } = report;
  const text = (message: Parameters<typeof say>[0]): string => escapeHtml(say(message, locale));
  let picture = 0;
  const blockHtml = (block: Block): string => {
    switch (block.kind) {
      case 'sentence':
        return `<p class="${block.strength ?? 'plain'}">${text(block.text)}</p>`;
      case 'table':
        return tableHtml(block, text);
      case 'picture': {
        picture += 1;
        return `<figure>${paintSvg(block.scene(locale), byName, { inline: true, idPrefix: `picture-${picture}-` })}</figure>`;
      }
    }
  };
  const sections = report.sections.map((section) => `<section><h2>${text(section.title)}</h2>\n${section.blocks.map(blockHtml).join('\n')}</section>`);
  const facts = report.facts.map((fact) => `<dt>${text(fact.name)}</dt><dd>${text(fact.text)}</dd>`).join('');
  return [
    `<!doctype html>\n<html lang="${locale}">\n<head>\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n`,
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:">\n`,
    `<title>${escapeHtml(report.title)}</title>\n<style>${fontFaces(fonts)}${styleSheet(themes.light, themes.dark)}</style>\n</head>\n<body>\n<main>\n`,
    report.logo === undefined ? '' : `<img class="logo" src="${escapeHtml(report.logo)}" alt="">\n`,
    `<h1>${escapeHtml(report.title)}</h1>\n`,
    report.subtitle === undefined ? '' : `<p class="muted">${text(report.subtitle)}</p>\n`,
    facts === '' ? '' : `<dl>${facts}</dl>\n`,
    sections.join('\n'),
    '\n</main>\n</body>\n</html>\n',
  ].join('');
}

/** Beyond this many columns a table is set a little smaller and closer. */
const wideFrom = 7;

/** A number and its unit stay on one line: "2.7 to 2.9 days" may break before "2.9" only. */
const together = (text: string): string => text.replaceAll(/(\d) (?=(?:%|[^\s\d]+)(?:$| [^\d]))/gu, '$1\u00A0');

function tableHtml(table: Table, text: (message: Table['title']) => string): string {
  const head = table.columns.map((column) => `<th scope="col"${column.align === 'end' ? ' class="end"' : ''}>${text(column.heading)}</th>`).join('');
  const body = table.rows.map((row) => `<tr>${row.map((cell, at) => `<td${table.columns[at]?.align === 'end' ? ' class="end"' : ''}>${table.columns[at]?.align === 'end' ? together(text(cell.text)) : text(cell.text)}</td>`).join('')}</tr>`).join('\n');
  const note = table.note === undefined ? '' : `<p class="muted">${text(table.note)}</p>`;
  // A table too wide for its reader is moved by itself, by keys too.
  return `<div class="table" role="group" aria-label="${text(table.title)}" tabindex="0"><table${table.columns.length > wideFrom ? ' class="wide"' : ''}><caption>${text(table.title)}</caption><thead><tr>${head}</tr></thead>\n<tbody>\n${body}\n</tbody></table></div>${note}`;
}

const fontFaces = (fonts: readonly SvgFont[]): string =>
  fonts.map(({ weight, base64 }) => `@font-face{font-family:Inter;font-weight:${weight};src:url(data:font/woff2;base64,${base64}) format("woff2")}\n`).join('');

function styleSheet(light: Theme, dark: Theme): string {
  const colours = (theme: Theme): string => roles.map((role) => `--${role}:${theme.colours[role]}`).join(';');
  return [
    `:root{${colours(light)};color-scheme:light dark}`,
    `@media screen and (prefers-color-scheme:dark){:root{${colours(dark)}}}`,
    "body{margin:0;background:var(--canvas);color:var(--text);font:15px/1.5 Inter,system-ui,'Segoe UI','Noto Sans',sans-serif;font-variant-numeric:tabular-nums}",
    'main{max-width:960px;margin:0 auto;padding:32px 24px}h1{font-size:28px;line-height:1.2;margin:0 0 8px}h2{font-size:20px;margin:32px 0 8px}',
    '.headline{font-size:20px;font-weight:600;margin:8px 0}.muted{color:var(--muted);font-size:13px}dl{display:grid;grid-template-columns:max-content 1fr;gap:4px 16px;font-size:13px;margin:16px 0}',
    'dt{color:var(--muted)}dd{margin:0}table{border-collapse:collapse;width:100%;margin:16px 0 8px;font-size:13px;background:var(--surface)}caption{text-align:start;font-weight:600;font-size:15px;padding:8px 0;background:var(--canvas)}',
    'th,td{border-bottom:1px solid var(--line);padding:6px 8px;text-align:start;vertical-align:top;white-space:pre-wrap;overflow-wrap:anywhere;hyphens:auto;min-width:7ch}td:not(.end){min-width:13ch}th{color:var(--muted);font-weight:500}.end{text-align:end;hyphens:none;overflow-wrap:normal}',
    '.wide{font-size:12px}.wide th,.wide td{padding:5px}.table{overflow-x:auto}.table:focus-visible{outline:2px solid var(--text);outline-offset:2px}',
    '.logo{float:inline-end;max-width:180px;max-height:40px;margin:0 0 8px 16px}',
    'figure{margin:16px 0;overflow-x:auto}figure svg{max-width:100%;height:auto}',
    // Nothing on paper is smaller than 8 points.
    '@media print{@page{margin:16mm}body{background:none;font-size:9pt}main{max-width:none;padding:0}table{font-size:8.5pt}table.wide{font-size:8pt}dl,.muted,caption{font-size:8.5pt}',
    'th,td{padding:4px 7px;min-width:5ch}th,th.end{overflow-wrap:anywhere;min-width:9ch}td:not(.end){min-width:11ch}.wide th,.wide td{padding:3px;min-width:4ch}.wide th{min-width:7ch}.wide td:not(.end){min-width:8ch}',
    '.table{overflow:visible}table,figure,dl,tr{break-inside:avoid}thead{display:table-header-group}h2,.headline,caption{break-after:avoid}p,.headline{break-inside:avoid}p{margin:6px 0;orphans:2;widows:2}}',
  ].join('\n');
}
