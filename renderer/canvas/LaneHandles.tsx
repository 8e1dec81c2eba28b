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
import { laneDrop, type LaneDrop, type LanePoint } from './lane-drop.ts';
import { laneShapes } from './LaneLayer.tsx';

export interface LaneActs {
  readonly onChoose: (party: ElementId, event: MouseEvent) => void;
  readonly onName: (party: ElementId) => void;
  /** Puts a lane to another place among the lanes, or into one. */
  readonly onPlace: (lane: LaneBox, drop: LaneDrop) => void;
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
  /** The lane that would take it in. */
  readonly into?: LaneBox | undefined;
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

const Headers = memo(function Headers({ layout, paint, stuck, readOnly, onChoose, onName, onPlace, onResize, onFold }: LaneHandlesProps & { readonly stuck: boolean }): ReactNode {
  const say = useSay();
  const flow = useReactFlow();
  const [shown, setShown] = useState<Shown>();
  const vertical = layout.orientation === 'vertical';
  const place = (event: globalThis.PointerEvent | PointerEvent, headers: Element | null): LanePoint => {
    const { x, y } = flow.screenToFlowPosition({ x: event.clientX, y: event.clientY });
    // Headers that stay in sight do not stand where the page has them.
    const beginning = headers?.getBoundingClientRect();
    const zoom = flow.getZoom();
    return vertical
      ? { across: x, along: beginning === undefined ? y : (event.clientY - beginning.y) / zoom }
      : { across: y, along: beginning === undefined ? x : (event.clientX - beginning.x) / zoom };
  };
  const from = ({ box }: LaneBox): number => (vertical ? box.x : box.y);

  const track = (event: PointerEvent<HTMLElement>, move: (at: LanePoint) => void, drop: (at: LanePoint) => void): void => {
    const headers = event.currentTarget.closest('.lane-handles');
    const start = place(event, headers);
    let moved = false;
    const element = event.currentTarget;
    element.setPointerCapture(event.pointerId);
    const onMove = (next: globalThis.PointerEvent): void => {
      const at = place(next, headers);
      moved ||= Math.abs(at.across - start.across) > 4;
      if (moved) move(at);
    };
    const stop = (next: globalThis.PointerEvent): void => {
      element.removeEventListener('pointermove', onMove);
      element.removeEventListener('pointerup', stop);
      element.removeEventListener('pointercancel', stop);
      setShown(undefined);
      if (moved && next.type === 'pointerup') drop(place(next, headers));
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
            const show = (drop: LaneDrop | undefined): void => setShown(drop === undefined ? undefined : { at: drop.line, kind: 'order', into: drop.into });
            track(event, (at) => show(laneDrop(layout, lane, at)), (at) => {
              const drop = laneDrop(layout, lane, at);
              if (drop !== undefined) onPlace(lane, drop);
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
          {lane.own !== undefined && !readOnly && lane.lane.collapsed !== true ? (
            <span
              className="lane-edge"
              data-direction={layout.orientation}
              style={lane.leaf ? undefined : vertical ? { left: lane.own.width - 4, right: 'auto' } : { top: lane.own.height - 4, bottom: 'auto' }}
              title={say('canvas.resizeLane')}
              onPointerDown={(event) => {
                event.stopPropagation();
                const sizeAt = (at: number): number => Math.max(smallestLaneSize, onGrid(at - from(lane)));
                track(event, ({ across }) => setShown({ at: from(lane) + sizeAt(across), kind: 'size' }), ({ across }) => onResize(lane.party.id, sizeAt(across)));
              }}
            />
          ) : null}
        </div>
      ))}
      {shown === undefined || bounds === undefined ? null : shown.into !== undefined ? (
        <div className="lane-into" style={{ left: shown.into.box.x, top: shown.into.box.y, width: shown.into.box.width, height: shown.into.box.height }} role="status">
          <span>{say('canvas.intoNamed', { name: shown.into.party.name })}</span>
        </div>
      ) : null}
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
