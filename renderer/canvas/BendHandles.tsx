import { useStore } from '@xyflow/react';
import type { PointerEvent, ReactNode } from 'react';
import type { ElementId, Point } from '../../shared/document/model/fields.ts';
import { badgeSize } from '../../shared/drawing/layout/label-size.ts';
import type { PlannedFlow } from '../../shared/drawing/layout/plan.ts';
import { useSay } from '../ui/locale.tsx';
import { segmentChosen, segmentsOf, type Segment } from './bending.ts';
import { useChosenSegment } from './chosen-segment.ts';
import { OnPage } from './OnPage.tsx';
import type { Grip } from './use-bending.ts';

export interface BendHandlesProps {
  readonly planned: PlannedFlow;
  readonly points: readonly Point[];
  readonly onGrab: (id: ElementId, event: PointerEvent, grip: Grip) => void;
  readonly onReset: (id: ElementId) => void;
}

const at = ({ from, to }: Segment, share: number): Point => ({ x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share });

/** Screen pixels below which a part of a line has no handle of its own, and no second ones. */
const shortest = 22;
const roomForMore = 120;

/** What a selected flow is bent by: a bar on each straight part moves it, a dot beside the bar bends it there once more. */
export function BendHandles({ planned, points, onGrab, onReset }: BendHandlesProps): ReactNode {
  const say = useSay();
  const zoom = useStore((all) => all.transform[2]);
  const { id } = planned.flow;
  const chosen = segmentChosen(points, useChosenSegment(id));
  const { badge, badgeAt } = planned;
  const size = badge === undefined ? undefined : badgeSize(badge);
  const covered = ({ x, y }: Point): boolean =>
    badgeAt !== undefined && size !== undefined && Math.abs(x - badgeAt.x) < size.width / 2 + 12 / zoom && Math.abs(y - badgeAt.y) < size.height / 2 + 12 / zoom;
  const shares = (options: readonly number[], segment: Segment): number | undefined => options.find((share) => !covered(at(segment, share)));

  return (
    <OnPage>
      <svg className="canvas-layer bend-layer" aria-hidden="true">
        {segmentsOf(points).map((segment) => {
          const long = segment.length * zoom;
          const middle = shares([0.5, 0.35, 0.65, 0.2, 0.8], segment);
          if (long < shortest || middle === undefined) return null;
          const { x, y } = at(segment, middle);
          const more = long < roomForMore ? [] : ([['first', 0.25], ['last', 0.75]] as const).filter(([, share]) => Math.abs(share - middle) > 0.12 && !covered(at(segment, share)));
          return (
            <g key={segment.index} className="bend nopan nodrag" data-level={segment.level ? '' : undefined} data-chosen={chosen?.index === segment.index ? '' : undefined}>
              <g data-bend={segment.index} transform={`translate(${x} ${y}) scale(${1 / zoom})`} onPointerDown={(event) => onGrab(id, event, { index: segment.index })} onDoubleClick={() => onReset(id)}>
                <title>{say('canvas.bend')}</title>
                <rect className="bend-reach" x={-12} y={-12} width={24} height={24} />
                <rect className="bend-bar" x={segment.level ? -9 : -3.5} y={segment.level ? -3.5 : -9} width={segment.level ? 18 : 7} height={segment.level ? 7 : 18} rx={3.5} />
              </g>
              {more.map(([half, share]) => {
                const place = at(segment, share);
                return (
                  <g key={half} data-bend-more={`${segment.index} ${half}`} transform={`translate(${place.x} ${place.y}) scale(${1 / zoom})`} onPointerDown={(event) => onGrab(id, event, { index: segment.index, half })} onDoubleClick={() => onReset(id)}>
                    <title>{say('canvas.bendMore')}</title>
                    <circle className="bend-reach" r={9} />
                    <circle className="bend-dot" r={3.5} />
                  </g>
                );
              })}
            </g>
          );
        })}
      </svg>
    </OnPage>
  );
}
