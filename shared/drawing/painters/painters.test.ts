import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import * as resvg from '@resvg/resvg-wasm';
import { PDFDocument, PDFName, PDFRawStream, decodePDFRawStream } from 'pdf-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import { drawDiagram } from '../diagram.ts';
import { sampleModel } from '../sample-model.ts';
import { type Scene, rect } from '../scene.ts';
import { textAt, textIn } from '../layout/wrap.ts';
import { themes } from '../theme.ts';
import { paintPdf } from './pdf.ts';
import { paintPptx } from './pptx.ts';
import { paintPng, resvgRasteriser } from './png.ts';
import { printPage } from './print-page.ts';
import { paintSvg } from './svg.ts';

const module = (path: string): Uint8Array => readFileSync(fileURLToPath(new URL(`../../../node_modules/${path}`, import.meta.url)));
const fonts = { regular: [module('inter-ui/web/Inter-Regular.woff2')], bold: [module('inter-ui/web/Inter-SemiBold.woff2')] };
const scene = drawDiagram(sampleModel(), 'change');
const hostile: Scene = {
  width: 200, height: 60, title: '<script>alert(1)</script>', description: 'a & "b" \u0000\uD800', language: 'en',
  shapes: [textAt(4, 20, '<b onload="x">]]>&amp;\u0007 → ≈ 日本 👩‍👩‍👧', {}), rect({ x: 0, y: 30, width: 40, height: 20 }, { fill: { hatch: 'closed', ground: 'surface' } })],
};

/** What the glyphs on the pages of a PDF stand for, in the order in which they are drawn. */
function lettersOf(document: PDFDocument): string {
  const streams = document.context.enumerateIndirectObjects().flatMap(([, object]) => (object instanceof PDFRawStream ? [Buffer.from(decodePDFRawStream(object).decode()).toString('latin1')] : []));
  const maps = streams.filter((text) => text.includes('beginbfchar'));
  const letters = new Map(maps.flatMap((map) => [...map.matchAll(/<([0-9A-F]{4})>\s*<([0-9A-F]{4})>/gi)].map(([, glyph = '', code = '']): [string, string] => [glyph.toUpperCase(), String.fromCharCode(Number.parseInt(code, 16))])));
  const shown = streams.flatMap((text) => [...text.matchAll(/<([0-9A-F]*)> Tj/gi)].map(([, hex = '']) => hex));
  return shown.map((hex) => (hex.match(/.{4}/g) ?? []).map((glyph) => letters.get(glyph.toUpperCase()) ?? '').join('')).join('|');
}

describe('SVG', () => {
  it('gives the same bytes for the same scene', () => {
    expect(paintSvg(drawDiagram(sampleModel(), 'change'), themes.light)).toBe(paintSvg(scene, themes.light));
  });
  it('has a role, a name and a description, and ids of elements', () => {
    const svg = paintSvg(scene, themes.light);
    expect(svg).toContain('role="img" aria-labelledby="title desc"');
    expect(svg).toContain('<title id="title">Software change</title>');
    expect(svg).toContain('data-element="approve"');
  });
  it('escapes whatever stands in labels', () => {
    const svg = paintSvg(hostile, themes.light);
    expect(svg).not.toMatch(/<script|<b onload|\u0000|\u0007/u);
    expect(svg).toContain('&lt;b onload=&quot;x&quot;&gt;]]&gt;&amp;amp;');
  });
  it('embeds fonts when asked, and changes every colour with the theme', () => {
    expect(paintSvg(scene, themes.light, { fonts: [{ weight: 400, base64: 'AAAA' }] })).toContain('@font-face{font-family:Inter;font-weight:400;src:url(data:font/woff2;base64,AAAA)');
    const dark = paintSvg(scene, themes.dark);
    for (const role of ['surface', 'execution', 'text', 'decision'] as const) expect(dark).not.toContain(`"${themes.light.colours[role]}"`);
  });
});

/** One black point. */
const logo = 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==';

describe('a logo', () => {
  const branded: Scene = { ...hostile, shapes: [{ kind: 'image', href: logo, x: 150, y: 10, width: 40, height: 40 }] };
  it('stands in SVG, PDF and slides', async () => {
    expect(paintSvg(branded, themes.light)).toContain('<image x="150" y="10" width="40" height="40" href="data:image/png;base64,');
    const pdf = await paintPdf([branded], themes.light, fonts, { paper: 'picture', created: new Date(0) });
    expect(Buffer.from(pdf).toString('latin1')).toContain('/Subtype /Image');
    const parts = unzipSync(await paintPptx([branded], themes.light, { created: new Date(0) }));
    expect(Object.keys(parts).filter((name) => name.startsWith('ppt/media/'))).toHaveLength(1);
  });
});

describe('PNG', () => {
  beforeAll(() => resvg.initWasm(module('@resvg/resvg-wasm/index_bg.wasm')));
  const size = (png: Uint8Array): readonly [number, number] => {
    const view = new DataView(png.buffer, png.byteOffset);
    return [view.getUint32(16), view.getUint32(20)];
  };
  it('has one to four pixels per unit', () => {
    const rasteriser = resvgRasteriser(resvg, [...fonts.regular, ...fonts.bold]);
    expect(size(paintPng(hostile, themes.light, rasteriser, 1))).toEqual([200, 60]);
    expect(size(paintPng(hostile, themes.light, rasteriser, 4))).toEqual([800, 240]);
  });
  it('draws text: with the font the picture differs from the one without', () => {
    const withText = paintPng(hostile, themes.light, resvgRasteriser(resvg, fonts.regular), 1);
    const without = paintPng({ ...hostile, shapes: hostile.shapes.slice(1) }, themes.light, resvgRasteriser(resvg, fonts.regular), 1);
    expect(withText.length).toBeGreaterThan(without.length + 200);
  });
  it('draws a crop, whose surroundings lie outside the picture', () => {
    const cropped = drawDiagram(sampleModel(), 'change', {}, { selection: ['approve'] });
    expect(size(paintPng(cropped, themes.dark, resvgRasteriser(resvg, fonts.regular), 1))[0]).toBe(cropped.width);
  });
});

describe('PDF', () => {
  const created = new Date('2026-01-02T03:04:05Z');
  it('has a sheet for each scene, equal bytes for equal input, and nothing of the moment it was made', async () => {
    const options = { paper: 'A4', created, footer: 'Today' } as const;
    const [first, second] = [await paintPdf([scene, hostile], themes.light, fonts, options), await paintPdf([scene, hostile], themes.light, fonts, options)];
    expect(first.length).toBe(second.length);
    expect(first.every((byte, i) => byte === second[i])).toBe(true);
    const read = await PDFDocument.load(first, { updateMetadata: false });
    expect(read.getPageCount()).toBe(2);
    expect(read.getTitle()).toBe('Software change');
    expect(read.getCreationDate()?.toISOString()).toBe('2026-01-02T03:04:05.000Z');
    expect(read.getPage(0).getWidth()).toBeCloseTo(841.89, 1);
  });
  it('is tagged: each text in its order under one heading, everything else marked as decoration, in the language of the picture', async () => {
    const heading = textIn({ x: 10, y: 0, width: 160, height: 60 }, 'A change takes 9.3 days', { size: 22 });
    const bytes = await paintPdf([{ ...hostile, language: 'de', shapes: [rect({ x: 0, y: 0, width: 5, height: 5 }, { fill: 'text' }), heading, textAt(10, 40, 'because the board meets weekly')] }, hostile], themes.light, fonts, { paper: 'A4', created, footer: 'Foot' });
    const text = Buffer.from(bytes).toString('latin1');
    expect(text).toContain('/Marked true');
    expect(text).toMatch(/\/Lang <FEFF00640065>|\/Lang \(de\)/);
    const elements = [...text.matchAll(/\/Type \/StructElem\s+\/S \/(\w+)/g)].map(([, kind]) => kind);
    expect(elements.filter((kind) => kind === 'Sect')).toHaveLength(2);
    expect(elements.filter((kind) => kind === 'H1')).toHaveLength(2);
    expect(elements.filter((kind) => kind === 'P')).toHaveLength(1);
    expect(text).toContain(`/ActualText <FEFF${Buffer.from('A change takes 9.3 days', 'utf16le').swap16().toString('hex').toUpperCase()}>`);
    const read = await PDFDocument.load(bytes, { updateMetadata: false });
    expect(read.getPage(1).node.get(PDFName.of('StructParents'))?.toString()).toBe('1');
  });
  it('writes words beside a name that is read from right to left in their own direction, and says them in theirs', async () => {
    const bytes = await paintPdf([{ ...hostile, shapes: [textAt(10, 40, 'שלום 2026 · Internal')] }], themes.light, fonts, { paper: 'A4', created });
    const text = Buffer.from(bytes).toString('latin1');
    expect(lettersOf(await PDFDocument.load(bytes))).toContain('2026');
    expect(lettersOf(await PDFDocument.load(bytes))).toContain('Internal');
    expect(text).toContain(`/ActualText <FEFF${Buffer.from('שלום 2026 · Internal', 'utf16le').swap16().toString('hex').toUpperCase()}>`);
  });
  it('reads lines on without a blank after a hyphen and between ideographs', async () => {
    const spoken = async (text: string, width: number): Promise<string> => {
      const bytes = await paintPdf([{ ...hostile, shapes: [textIn({ x: 0, y: 0, width, height: 200 }, text)] }], themes.light, fonts, { paper: 'A4', created });
      const [, hex = ''] = /\/ActualText <FEFF([0-9A-F]+)>/.exec(Buffer.from(bytes).toString('latin1')) ?? [];
      return Buffer.from(hex, 'hex').swap16().toString('utf16le');
    };
    expect(await spoken('Self-service for all', 56)).toBe('Self-service for all');
    expect(await spoken('安全評估變更管理', 40)).toBe('安全評估變更管理');
  });
  it('cuts a footer that is longer than the sheet before the number of the page', async () => {
    const bytes = await paintPdf([{ ...hostile, shapes: [] }], themes.light, fonts, { paper: 'A4', created, footer: 'A very long title '.repeat(30) });
    const letters = lettersOf(await PDFDocument.load(bytes));
    expect(letters).toContain('…');
    expect(letters).toContain('1 / 1');
    expect(letters.length).toBeLessThan(250);
  });
  it('takes the size of the picture when asked', async () => {
    const read = await PDFDocument.load(await paintPdf([hostile], themes.dark, fonts, { paper: 'picture', created }));
    expect(read.getPage(0).getSize()).toEqual({ width: 150, height: 45 });
  });
});

describe('print page', () => {
  it('holds one sheet a scene, allows no script and repeats no id', () => {
    const html = printPage([scene, hostile], themes.light, { paper: 'A3', footer: 'A & B' });
    expect(html.match(/<section/g)).toHaveLength(2);
    expect(html).toContain("default-src 'none'");
    expect(html).not.toContain('<script');
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('PPTX', () => {
  const created = new Date('2026-01-02T03:04:05Z');
  it('writes native texts and free forms, one slide a scene, escaped', async () => {
    const files = unzipSync(await paintPptx([scene, hostile], themes.light, { created }));
    expect(Object.keys(files)[0]).toBe('[Content_Types].xml');
    const first = strFromU8(files['ppt/slides/slide1.xml'] ?? new Uint8Array());
    const second = strFromU8(files['ppt/slides/slide2.xml'] ?? new Uint8Array());
    expect(first).toContain('<a:t>Approve the</a:t>');
    expect(first).toContain('prst="roundRect"');
    expect(first).toContain('tailEnd type="triangle"');
    expect(second).not.toContain('<b onload');
    expect(Object.keys(files).some((name) => name.startsWith('ppt/media/'))).toBe(false);
  });
  it('is set in a font that every reader has; text with a room of its own wraps and shrinks into it, and other text does not wrap', async () => {
    const bounded = { ...textAt(10, 20, 'Most is lost on the way'), room: 160, whole: 'Most is lost on the way' };
    const files = unzipSync(await paintPptx([{ ...hostile, shapes: [bounded, textAt(10, 50, 'Alone')] }], themes.light, { created }));
    const [first = '', second = ''] = strFromU8(files['ppt/slides/slide1.xml'] ?? new Uint8Array()).split('<p:sp>').slice(1);
    expect(first).toContain('wrap="square"');
    expect(first).toContain('<a:normAutofit/>');
    // 160 pixels of 1/96 inch; pictures without a ground are enlarged at most 1.6 times.
    expect(Number(/<a:ext cx="(\d+)"/.exec(first)?.[1]) / 914_400).toBeCloseTo((160 * 1.6) / 96, 2);
    expect(second).toContain('wrap="none"');
    for (const text of [first, second]) expect(text).toContain('<a:latin typeface="Arial"');
  });
  it('keeps an upright page upright, as large as its paper; everything else stands on a wide slide', async () => {
    const sizeOf = async (shown: Scene): Promise<readonly number[]> => {
      const presentation = strFromU8(unzipSync(await paintPptx([shown], themes.light, { created }))['ppt/presentation.xml'] ?? new Uint8Array());
      return [...(/<p:sldSz cx="(\d+)" cy="(\d+)"/.exec(presentation) ?? [])].slice(1).map((emu) => Math.round((Number(emu) / 914_400) * 100) / 100);
    };
    expect(await sizeOf({ ...hostile, width: 794, height: 1123, ground: 'surface' })).toEqual([8.27, 11.7]);
    expect(await sizeOf({ ...hostile, width: 1280, height: 720, ground: 'surface' })).toEqual([13.33, 7.5]);
    expect(await sizeOf(hostile)).toEqual([13.33, 7.5]);
  });
  it('gives equal bytes for equal input, dated as told', async () => {
    const [a, b] = [await paintPptx([scene], themes.light, { created }), await paintPptx([scene], themes.light, { created })];
    expect(a.length).toBe(b.length);
    expect(a.every((byte, i) => byte === b[i])).toBe(true);
    expect(strFromU8(unzipSync(a)['docProps/core.xml'] ?? new Uint8Array())).toContain('2026-01-02T03:04:05Z');
  });
});
