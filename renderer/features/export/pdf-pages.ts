import { getDocument, PDFWorker, type PDFDocumentProxy } from 'pdfjs-dist';
// oxlint-disable-next-line import/default -- the bundler makes an address of it
import workerAddress from 'pdfjs-dist/build/pdf.worker.min.mjs?url';

let worker: PDFWorker | undefined;

/** The thread that reads PDF, started with the first preview. */
const reader = (): PDFWorker => {
  // Given its thread: left to itself it would make one from a blob, which the content policy refuses.
  if (worker === undefined) {
    const thread = new Worker(workerAddress, { type: 'module' });
    worker = new PDFWorker({ port: thread as unknown as null });
  }
  return worker;
};

/** One page of a PDF, to be drawn. */
export interface PdfPage {
  /** Width by height. */
  readonly ratio: number;
  /** Draws the page into a canvas so wide, in CSS pixels. */
  readonly draw: (canvas: HTMLCanvasElement, width: number) => Promise<void>;
}

/** A PDF's pages in their order; `close` frees them. */
export interface PdfPages {
  readonly pages: readonly PdfPage[];
  readonly close: () => void;
}

const pageOf = async (pdf: PDFDocumentProxy, number: number): Promise<PdfPage> => {
  const page = await pdf.getPage(number);
  const whole = page.getViewport({ scale: 1 });
  return {
    ratio: whole.width / whole.height,
    draw: async (canvas, width) => {
      const viewport = page.getViewport({ scale: (width * window.devicePixelRatio) / whole.width });
      canvas.width = Math.round(viewport.width);
      canvas.height = Math.round(viewport.height);
      const context = canvas.getContext('2d');
      if (context !== null) await page.render({ canvasContext: context, viewport }).promise;
    },
  };
};

/** Reads a PDF in a thread of its own. @throws where it is none */
export async function readPdf(bytes: Uint8Array): Promise<PdfPages> {
  // The reader takes the bytes with it into its thread: it gets its own.
  const task = getDocument({ data: bytes.slice(), worker: reader(), isEvalSupported: false, disableFontFace: true, useSystemFonts: false });
  const pdf = await task.promise;
  const pages = await Promise.all(Array.from({ length: pdf.numPages }, (_, index) => pageOf(pdf, index + 1)));
  return { pages, close: () => void task.destroy() };
}
