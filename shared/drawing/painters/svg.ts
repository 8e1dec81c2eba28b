import { lineParts } from '../path.ts';
import type { GroupShape, Paint, PathStep, Scene, Shape, Style, TextShape } from '../scene.ts';
import { type ColourRole, fontFamily, type Theme } from '../theme.ts';

export interface SvgFont {
  readonly weight: 400 | 600;
  /** A WOFF2 file in base 64. */
  readonly base64: string;
}

export interface SvgOptions {
  /** Fonts written into the file, so that it looks the same where Inter is not installed. */
  readonly fonts?: readonly SvgFont[];
  /** Pixels per unit of the scene; the view box stays. */
  readonly scale?: number;
  /** Prefix of ids, for several pictures on one page. */
  readonly idPrefix?: string;
  /** Leave out the XML declaration, for use inside HTML. */
  readonly inline?: boolean;
}

const fallbacks = "Inter, 'Inter Variable', system-ui, 'Segoe UI', 'Noto Sans', 'Noto Sans CJK JP', 'Noto Color Emoji', sans-serif";

/** Text as XML; characters that XML cannot hold are dropped. */
export function escapeXml(text: string): string {
  return text
    // oxlint-disable-next-line no-control-regex -- these are exactly what XML 1.0 forbids
    .replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** A number with at most two decimals, never "-0". */
export function shortNumber(value: number): string {
  const rounded = Math.round(value * 100) / 100;
  return String(rounded === 0 ? 0 : rounded);
}

export function pathData(steps: readonly PathStep[]): string {
  return steps.map((step) => step[0] + step.slice(1).map((value) => shortNumber(value as number)).join(' ')).join('');
}

/** The scene as a standalone SVG document. The same scene and options give the same bytes. */
export function paintSvg(scene: Scene, theme: Theme, options: SvgOptions = {}): string {
  const pen = new SvgPen(theme, options.idPrefix ?? '');
  const body = scene.shapes.map((shape) => pen.shape(shape)).join('\n');
  const scale = options.scale ?? 1;
  const { width, height } = scene;
  const ground = scene.ground ? `<rect width="${shortNumber(width)}" height="${shortNumber(height)}" fill="${theme.colours[scene.ground]}"/>\n` : '';
  const faces = (options.fonts ?? [])
    .map(({ weight, base64 }) => `@font-face{font-family:${fontFamily};font-weight:${weight};src:url(data:font/woff2;base64,${base64}) format("woff2")}`)
    .join('');
  const defs = pen.definitions();
  const id = (name: string): string => `${options.idPrefix ?? ''}${name}`;
  return [
    options.inline ? '' : '<?xml version="1.0" encoding="UTF-8"?>\n',
    `<svg xmlns="http://www.w3.org/2000/svg" width="${shortNumber(width * scale)}" height="${shortNumber(height * scale)}" viewBox="0 0 ${shortNumber(width)} ${shortNumber(height)}"`,
    ` role="img" aria-labelledby="${id('title')} ${id('desc')}" xml:lang="${escapeXml(scene.language)}" font-family="${fallbacks}">\n`,
    `<title id="${id('title')}">${escapeXml(scene.title)}</title>\n<desc id="${id('desc')}">${escapeXml(scene.description)}</desc>\n`,
    `<style>${faces}text{font-variant-numeric:tabular-nums;white-space:pre}</style>\n`,
    defs === '' ? '' : `<defs>${defs}</defs>\n`,
    ground,
    body,
    '\n</svg>\n',
  ].join('');
}

class SvgPen {
  private readonly theme: Theme;
  private readonly prefix: string;
  private readonly patterns = new Map<string, string>();
  private readonly clips: string[] = [];

  constructor(theme: Theme, prefix: string) {
    this.theme = theme;
    this.prefix = prefix;
  }

  definitions(): string {
    return [...this.patterns.values(), ...this.clips].join('');
  }

  shape(shape: Shape): string {
    switch (shape.kind) {
      case 'rect': {
        const radius = shape.radius ? ` rx="${shortNumber(shape.radius)}"` : '';
        return `<rect x="${shortNumber(shape.x)}" y="${shortNumber(shape.y)}" width="${shortNumber(shape.width)}" height="${shortNumber(shape.height)}"${radius}${this.style(shape.style)}/>`;
      }
      case 'ellipse':
        return `<ellipse cx="${shortNumber(shape.x + shape.width / 2)}" cy="${shortNumber(shape.y + shape.height / 2)}" rx="${shortNumber(shape.width / 2)}" ry="${shortNumber(shape.height / 2)}"${this.style(shape.style)}/>`;
      case 'path':
        return `<path d="${pathData(shape.steps)}"${this.style(shape.style)}/>`;
      case 'line':
        return lineParts(shape).map((part) => this.shape(part)).join('');
      case 'text':
        return this.text(shape);
      case 'image':
        return `<image x="${shortNumber(shape.x)}" y="${shortNumber(shape.y)}" width="${shortNumber(shape.width)}" height="${shortNumber(shape.height)}" href="${escapeXml(shape.href)}"/>`;
      case 'group':
        return this.group(shape);
    }
  }

  private text(shape: TextShape): string {
    const anchor = shape.anchor === 'start' ? '' : ` text-anchor="${shape.anchor}"`;
    const weight = shape.weight === 'bold' ? ' font-weight="600"' : '';
    const turn = shape.turn ? ` transform="rotate(${shape.turn} ${shortNumber(shape.x)} ${shortNumber(shape.y)})"` : '';
    const lines = shape.lines.map(({ text }, index) => `<tspan x="${shortNumber(shape.x)}" y="${shortNumber(shape.y + index * shape.lineHeight)}">${escapeXml(text)}</tspan>`);
    return `<text font-size="${shortNumber(shape.size)}"${weight}${anchor} fill="${this.theme.colours[shape.colour]}"${turn}>${lines.join('')}</text>`;
  }

  private group(shape: GroupShape): string {
    const element = shape.element === undefined ? '' : ` data-element="${escapeXml(shape.element)}"`;
    const role = shape.role ? ` class="${shape.role}"` : '';
    const at = shape.at ? ` transform="translate(${shortNumber(shape.at.x)} ${shortNumber(shape.at.y)})"` : '';
    const opacity = shape.opacity === undefined ? '' : ` opacity="${shortNumber(shape.opacity)}"`;
    const title = shape.title ? `<title>${escapeXml(shape.title)}</title>` : '';
    const clip = shape.clip ? ` clip-path="url(#${this.clip(shape.clip)})"` : '';
    return `<g${element}${role}${at}${opacity}${clip}>${title}${shape.shapes.map((inner) => this.shape(inner)).join('')}</g>`;
  }

  private clip(box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }): string {
    const id = `${this.prefix}clip${this.clips.length + 1}`;
    this.clips.push(`<clipPath id="${id}"><rect x="${shortNumber(box.x)}" y="${shortNumber(box.y)}" width="${shortNumber(box.width)}" height="${shortNumber(box.height)}"/></clipPath>`);
    return id;
  }

  private style(style: Style): string {
    const parts = [` fill="${style.fill ? this.paint(style.fill) : 'none'}"`];
    if (style.stroke) {
      parts.push(` stroke="${this.theme.colours[style.stroke]}"`);
      if (style.width !== undefined && style.width !== 1) parts.push(` stroke-width="${shortNumber(style.width)}"`);
      if (style.dash) parts.push(` stroke-dasharray="${style.dash.map(shortNumber).join(' ')}"`);
      if (style.roundCap) parts.push(' stroke-linecap="round" stroke-linejoin="round"');
    }
    // Not "opacity": that makes a layer each, and resvg fails on a layer that lies wholly outside the picture.
    if (style.opacity !== undefined) parts.push(style.fill ? ` fill-opacity="${shortNumber(style.opacity)}"` : '', style.stroke ? ` stroke-opacity="${shortNumber(style.opacity)}"` : '');
    return parts.join('');
  }

  private paint(paint: Paint): string {
    if (typeof paint === 'string') return this.theme.colours[paint];
    const id = `${this.prefix}hatch-${paint.hatch}${paint.ground ? `-${paint.ground}` : ''}`;
    if (!this.patterns.has(id)) this.patterns.set(id, this.pattern(id, paint.hatch, paint.ground));
    return `url(#${id})`;
  }

  private pattern(id: string, hatch: ColourRole, ground: ColourRole | undefined): string {
    const behind = ground ? `<rect width="6" height="6" fill="${this.theme.colours[ground]}"/>` : '';
    return `<pattern id="${id}" width="6" height="6" patternUnits="userSpaceOnUse">${behind}<path d="M-1 1L1 -1M0 6L6 0M5 7L7 5" stroke="${this.theme.colours[hatch]}" stroke-width="1.25"/></pattern>`;
  }
}
