import elkWorker from 'elkjs/lib/elk-worker.min.js?url';
import resvgWasm from '@resvg/resvg-wasm/index_bg.wasm?url';
import interRegular from 'inter-ui/web/Inter-Regular.woff2?url';
import interSemiBold from 'inter-ui/web/Inter-SemiBold.woff2?url';
import { version } from '../../package.json';
import type { LayoutEngine } from '../../shared/drawing/layout/tidy/engine.ts';
import type { PdfFontFiles } from '../../shared/drawing/painters/pdf-fonts.ts';
import { resvgRasteriser, type Rasteriser } from '../../shared/drawing/painters/png.ts';
import type { Ports } from '../../shared/jobs/ports.ts';

const read = async (address: string): Promise<Uint8Array> => new Uint8Array(await (await fetch(address)).arrayBuffer());

const once = <T>(make: () => Promise<T>): (() => Promise<T>) => {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
};

const fonts = once(async (): Promise<PdfFontFiles> => ({ regular: [await read(interRegular)], bold: [await read(interSemiBold)] }));

/** ELK stays a file and a worker of its own. */
const layout = once(async (): Promise<LayoutEngine> => {
  const { default: Elk } = await import('elkjs/lib/elk-api.js');
  const elk = new Elk({ workerFactory: () => new Worker(elkWorker) });
  return (graph) => elk.layout(structuredClone(graph) as Parameters<typeof elk.layout>[0]) as ReturnType<LayoutEngine>;
});

const rasteriser = once(async (): Promise<Rasteriser> => {
  const resvg = await import('@resvg/resvg-wasm');
  await resvg.initWasm(fetch(resvgWasm));
  const { regular, bold } = await fonts();
  return resvgRasteriser(resvg, [...regular, ...bold]);
});

/** A macrotask, so that what was said to the thread meanwhile is heard; timers of workers are slowed down, messages are not. */
const breathe = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });

/** What jobs need of the browser; everything heavy is loaded at first use, once per thread. */
export const webPorts = (): Omit<Ports, 'replicate' | 'ahead'> => ({ version, breathe, fonts, layout, rasteriser });
