import { readFile } from 'node:fs/promises';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import resvgWasm from '@resvg/resvg-wasm/index_bg.wasm?url';
import interRegular from 'inter-ui/web/Inter-Regular.woff2?url';
import interSemiBold from 'inter-ui/web/Inter-SemiBold.woff2?url';
import { version } from '../../package.json';
import type { LayoutEngine } from '../../shared/drawing/layout/tidy/engine.ts';
import type { PdfFontFiles } from '../../shared/drawing/painters/pdf-fonts.ts';
import { type Rasteriser, type ResvgModule, resvgRasteriser } from '../../shared/drawing/painters/png.ts';
import type { Ports } from '../../shared/jobs/ports.ts';
import { systemFonts } from './system-fonts.ts';

const readAsset = async (address: string): Promise<Uint8Array> => new Uint8Array(await readFile(fileURLToPath(address)));

const once = <T>(make: () => Promise<T>): (() => Promise<T>) => {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
};

const fonts = once(async (): Promise<PdfFontFiles> => ({ regular: [await readAsset(interRegular)], bold: [await readAsset(interSemiBold)] }));

const layout = once(async (): Promise<LayoutEngine> => {
  const { default: Elk } = await import('elkjs/lib/elk.bundled.js');
  const elk = new Elk();
  return (graph) => elk.layout(structuredClone(graph) as Parameters<typeof elk.layout>[0]) as ReturnType<LayoutEngine>;
});

const resvg = once(async (): Promise<ResvgModule> => {
  const module = await import('@resvg/resvg-wasm');
  await module.initWasm(await readAsset(resvgWasm));
  return module;
});

const rasteriser = async (more: readonly Uint8Array[] = []): Promise<Rasteriser> => {
  const { regular, bold } = await fonts();
  return resvgRasteriser(await resvg(), [...regular, ...bold, ...more]);
};

/** What jobs need of Node; everything heavy is loaded at first use, once per thread. */
export const nodePorts = (): Omit<Ports, 'replicate' | 'ahead'> => ({ version, breathe: () => setImmediate(), fonts, moreFonts: systemFonts, layout, rasteriser });
