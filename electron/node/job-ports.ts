import { readFile } from 'node:fs/promises';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import resvgWasm from '@resvg/resvg-wasm/index_bg.wasm?url';
import interRegular from 'inter-ui/web/Inter-Regular.woff2?url';
import interSemiBold from 'inter-ui/web/Inter-SemiBold.woff2?url';
import { version } from '../../package.json';
import type { LayoutEngine } from '../../shared/drawing/layout/tidy/engine.ts';
import type { PdfFontFiles } from '../../shared/drawing/painters/pdf-fonts.ts';
import { type Rasteriser, resvgRasteriser } from '../../shared/drawing/painters/png.ts';
import type { Ports } from '../../shared/jobs/ports.ts';

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

const rasteriser = once(async (): Promise<Rasteriser> => {
  const resvg = await import('@resvg/resvg-wasm');
  await resvg.initWasm(await readAsset(resvgWasm));
  const { regular, bold } = await fonts();
  return resvgRasteriser(resvg, [...regular, ...bold]);
});

/** What jobs need of Node; everything heavy is loaded at first use, once per thread. */
export const nodePorts = (): Omit<Ports, 'replicate' | 'ahead'> => ({ version, breathe: () => setImmediate(), fonts, layout, rasteriser });
