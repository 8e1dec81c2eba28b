import { useReactFlow, useViewport } from '@xyflow/react';
import { ChevronDown, ChevronRight } from 'lucide-react';
import { memo, useState, type MouseEvent, type PointerEvent, type ReactNode } from 'react';
import type { ElementId } from '../../shared/document/model/fields.ts';
import { smallestLaneSize } from '../../shared/document/model/lanes.ts';
import type { LaneBox, LaneLayout } from '../../shared/drawing/layout/lanes.ts';
import type { LanePaint } from '../../shared/drawing/paint.ts';
import { SceneShapes } from '../ui/SceneShapes.tsx';
import { useSay } from '../ui/locale.tsx';
import { onGrid } from './guides.ts';
import { laneShapes } from './LaneLayer.tsx';

export interface LaneActs {
  readonly onChoose: (party: ElementId, event: MouseEvent) => void;
  readonly onName: (party: ElementId) => void;
  /** Puts a lane in front of another one, or at the end. */
  readonly onReorder: (party: ElementId, before: ElementId | undefined) => void;
  readonly onResize: (party: ElementId, size: number) => void;
  readonly onFold: (party: ElementId, collapsed: boolean) => void;
}

export interface LaneHandlesProps extends LaneActs {
  readonly layout: LaneLayout;
  readonly paint: Readonly<Record<ElementId, LanePaint>> | undefined;
  readonly readOnly: boolean;
}

/** A change of lanes that the pointer shows before it is made. */
interface Shown {
  readonly at: number;
  readonly kind: 'order' | 'size';
}

/** The headers of the lanes: they stay in sight, and are taken hold of to name, order and resize lanes. */
export function LaneHandles({ layout, paint, readOnly, ...acts }: LaneHandlesProps): ReactNode {
  const { x, y, zoom } = useViewport();
  const { bounds, orientation } = layout;
  if (bounds === undefined) return null;
  const vertical = orientation === 'vertical';
  const stuck = vertical ? y + bounds.y * zoom < 0 : x + bounds.x * zoom < 0;
  const place = {
    x: vertical || !stuck ? x : -bounds.x * zoom,
    y: vertical && stuck ? -bounds.y * zoom : y,
  };
  return (
    <div className="lane-handles" style={{ transform: `translate(${place.x}px, ${place.y}px) scale(${zoom})` }}>
      <Headers layout={layout} paint={paint} stuck={stuck} readOnly={readOnly} {...acts} />
    </div>
  );
}

const Headers = memo(function Headers({ layout, paint, stuck, readOnly, onChoose, onName, onReorder, onResize, onFold }: LaneHandlesProps & { readonly stuck: boolean }): ReactNode {
  const say = useSay();
  const flow = useReactFlow();
  const [shown, setShown] = useState<Shown>();
  const vertical = layout.orientation === 'vertical';
  const across = (event: PointerEvent): number => {
    const point = flow.screenToFlowPosition({ x: event.clientX, y: event.clientY });
    return vertical ? point.x : point.y;
  };
  const from = ({ box }: LaneBox): number => (vertical ? box.x : box.y);
  const thick = ({ box }: LaneBox): number => (vertical ? box.width : box.height);

  /** Where a lane dragged to a place would go: before the sibling whose middle lies beyond. */
  const target = (lane: LaneBox, at: number): { readonly before: ElementId | undefined; readonly line: number } => {
    const parent = lane.party.parent;
    const siblings = layout.lanes.filter((other) => other.depth === lane.depth && other.party.parent === parent);
    const next = siblings.find((other) => from(other) + thick(other) / 2 > at);
    const last = siblings.at(-1);
    return { before: next?.party.id, line: next !== undefined ? from(next) : last === undefined ? 0 : from(last) + thick(last) };
  };

  const track = (event: PointerEvent<HTMLElement>, move: (at: number, moved: boolean) => void, drop: (at: number) => void): void => {
    const start = across(event);
    let moved = false;
    const element = event.currentTarget;
    element.setPointerCapture(event.pointerId);
    const onMove = (next: globalThis.PointerEvent): void => {
      const at = across(next as unknown as PointerEvent);
      moved ||= Math.abs(at - start) > 4;
      if (moved) move(at, moved);
    };
    const stop = (next: globalThis.PointerEvent): void => {
      element.removeEventListener('pointermove', onMove);
      element.removeEventListener('pointerup', stop);
      element.removeEventListener('pointercancel', stop);
      setShown(undefined);
      if (moved && next.type === 'pointerup') drop(across(next as unknown as PointerEvent));
    };
    element.addEventListener('pointermove', onMove);
    element.addEventListener('pointerup', stop);
    element.addEventListener('pointercancel', stop);
  };

  const bounds = layout.bounds;
  return (
    <>
      {stuck ? (
        <svg className="canvas-layer">
          {layout.lanes.map((lane) => (
            <g key={lane.party.id}>
              <SceneShapes shapes={laneShapes(lane, paint?.[lane.party.id]).slice(1)} />
            </g>
          ))}
        </svg>
      ) : null}
      {layout.lanes.map((lane) => (
        <div
          key={lane.party.id}
          className="lane-handle"
          data-lane-header={lane.party.id}
          style={{ left: lane.header.x, top: lane.header.y, width: lane.header.width, height: lane.header.height }}
          title={lane.party.name}
          onClick={(event) => onChoose(lane.party.id, event)}
          onContextMenu={(event) => onChoose(lane.party.id, event)}
          onDoubleClick={() => onName(lane.party.id)}
          onPointerDown={(event) => {
            if (event.button !== 0 || readOnly) return;
            track(event, (at) => setShown({ at: target(lane, at).line, kind: 'order' }), (at) => {
              const { before } = target(lane, at);
              if (before !== lane.party.id) onReorder(lane.party.id, before);
            });
          }}
        >
          {readOnly ? null : (
            <button
              type="button"
              className="lane-fold"
              tabIndex={-1}
              data-folded={lane.lane.collapsed === true ? '' : undefined}
              aria-label={say('canvas.foldNamed', { name: lane.party.name })}
              aria-expanded={lane.lane.collapsed !== true}
              onPointerDown={(event) => event.stopPropagation()}
              onDoubleClick={(event) => event.stopPropagation()}
              onClick={(event) => {
                event.stopPropagation();
                onFold(lane.party.id, lane.lane.collapsed !== true);
              }}
            >
              {lane.lane.collapsed === true ? <ChevronRight size={14} /> : <ChevronDown size={14} />}
            </button>
          )}
          {lane.leaf && !readOnly && lane.lane.collapsed !== true ? (
            <span
              className="lane-edge"
              data-direction={layout.orientation}
              title={say('canvas.resizeLane')}
              onPointerDown={(event) => {
                event.stopPropagation();
                const sizeAt = (at: number): number => Math.max(smallestLaneSize, onGrid(at - from(lane)));
                track(event, (at) => setShown({ at: from(lane) + sizeAt(at), kind: 'size' }), (at) => onResize(lane.party.id, sizeAt(at)));
              }}
            />
          ) : null}
        </div>
      ))}
      {shown === undefined || bounds === undefined ? null : (
        <div
          className="lane-line"
          data-kind={shown.kind}
          style={vertical ? { left: shown.at - 1, top: bounds.y, width: 2, height: bounds.height } : { left: bounds.x, top: shown.at - 1, width: bounds.width, height: 2 }}
        />
      )}
    </>
  );
});
