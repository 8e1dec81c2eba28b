import { useEffect, useRef, type ReactNode } from 'react';
import { useSay } from '../../ui/locale.tsx';
import type { PdfPage, PdfPages } from './pdf-pages.ts';

/** Upright sheets are shown so wide, in CSS pixels; level ones so that both take about the same room. */
const upright = 360;
const level = 560;

function Sheet({ page, number, of }: { readonly page: PdfPage; readonly number: number; readonly of: number }): ReactNode {
  const say = useSay();
  const canvas = useRef<HTMLCanvasElement>(null);
  const width = page.ratio > 1 ? level : upright;
  useEffect(() => {
    if (canvas.current !== null) void page.draw(canvas.current, width).catch(() => undefined);
  }, [page, width]);
  return (
    <figure className="sheet">
      <canvas ref={canvas} role="img" aria-label={say('files.pageOf', { n: number, of })} style={{ width, height: width / page.ratio }} />
      <figcaption className="muted small">{say('files.pageOf', { n: number, of })}</figcaption>
    </figure>
  );
}

/** The pages of a PDF as they will be. */
export function PagePreview({ pdf }: { readonly pdf: PdfPages }): ReactNode {
  return pdf.pages.map((page, index) => <Sheet key={index} page={page} number={index + 1} of={pdf.pages.length} />);
}
