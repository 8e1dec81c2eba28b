import { useStore } from '@xyflow/react';
import type { ReactNode } from 'react';
import type { Gap } from './gaps.ts';
import type { Guide } from './guides.ts';
import { OnPage } from './OnPage.tsx';

export interface GuideLayerProps {
  readonly guides: readonly Guide[];
  readonly gaps: readonly Gap[];
}

/** Lines that show what something dragged lies level with, and how far it is from its neighbours. */
export function GuideLayer({ guides, gaps }: GuideLayerProps): ReactNode {
  const zoom = useStore((all) => all.transform[2]);
  if (guides.length === 0 && gaps.length === 0) return null;
  const tick = 4 / zoom;
  return (
    <OnPage>
      <svg className="canvas-layer guide-layer">
        {guides.map((guide) =>
          guide.axis === 'x' ? (
            <line key={`x${guide.at}`} x1={guide.at} x2={guide.at} y1={guide.from} y2={guide.to} strokeWidth={1 / zoom} />
          ) : (
            <line key={`y${guide.at}`} y1={guide.at} y2={guide.at} x1={guide.from} x2={guide.to} strokeWidth={1 / zoom} />
          ),
        )}
        {gaps.map(({ axis, from, to, at, equal }) => {
          const middle = (from + to) / 2;
          const text = String(Math.round(to - from));
          const width = (text.length * 7 + 8) / zoom;
          return (
            <g key={`${axis}${from}`} className="gap" data-gap={text} data-equal={equal ? '' : undefined} strokeWidth={(equal ? 1.5 : 1) / zoom}>
              <path d={axis === 'x' ? `M${from} ${at}H${to}M${from} ${at - tick}V${at + tick}M${to} ${at - tick}V${at + tick}` : `M${at} ${from}V${to}M${at - tick} ${from}H${at + tick}M${at - tick} ${to}H${at + tick}`} />
              <g transform={axis === 'x' ? `translate(${middle} ${at - 10 / zoom})` : `translate(${at + width / 2 + 4 / zoom} ${middle})`}>
                <rect x={-width / 2} y={-7.5 / zoom} width={width} height={15 / zoom} rx={3 / zoom} />
                <text textAnchor="middle" y={4 / zoom} fontSize={11 / zoom}>{text}</text>
              </g>
            </g>
          );
        })}
      </svg>
    </OnPage>
  );
}
