import { useStore, ViewportPortal } from '@xyflow/react';
import type { ReactNode } from 'react';
import type { Guide } from './guides.ts';

/** Lines that show what something dragged lies level with. */
export function GuideLayer({ guides }: { readonly guides: readonly Guide[] }): ReactNode {
  const zoom = useStore((all) => all.transform[2]);
  if (guides.length === 0) return null;
  return (
    <ViewportPortal>
      <svg className="canvas-layer guide-layer">
        {guides.map((guide) =>
          guide.axis === 'x' ? (
            <line key={`x${guide.at}`} x1={guide.at} x2={guide.at} y1={guide.from} y2={guide.to} strokeWidth={1 / zoom} />
          ) : (
            <line key={`y${guide.at}`} y1={guide.at} y2={guide.at} x1={guide.from} x2={guide.to} strokeWidth={1 / zoom} />
          ),
        )}
      </svg>
    </ViewportPortal>
  );
}
