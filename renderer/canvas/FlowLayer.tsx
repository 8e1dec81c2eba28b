import { memo, use, useMemo, type MouseEvent, type PointerEvent, type ReactNode } from 'react';
import type { ElementId } from '../../shared/document/model/fields.ts';
import type { PlannedFlow } from '../../shared/drawing/layout/plan.ts';
import type { DiagramPaint, FlowPaint } from '../../shared/drawing/paint.ts';
import { lineSteps } from '../../shared/drawing/path.ts';
import { pathData } from '../../shared/drawing/painters/svg.ts';
import type { Point } from '../../shared/drawing/scene.ts';
import { drawFlow } from '../../shared/drawing/shapes/flow.ts';
import { SceneShapes } from '../ui/SceneShapes.tsx';
import { farPicture } from './far-picture.ts';
import { isNear, useNearBox } from './near-box.ts';
import { FarContext } from './NodeView.tsx';
import { OnPage } from './OnPage.tsx';
import { useSplit } from './use-split.ts';

export interface FlowActs {
  readonly onChoose: (id: ElementId, event: MouseEvent) => void;
  readonly onName: (id: ElementId) => void;
  /** Takes hold of a line to bend it; undefined where nothing can be changed. */
  readonly onGrab: ((id: ElementId, event: PointerEvent) => void) | undefined;
}

interface FlowViewProps extends FlowActs {
  readonly planned: PlannedFlow;
  readonly points: readonly Point[];
  readonly paint: FlowPaint | undefined;
  readonly neutral: boolean;
  readonly selected: boolean;
}

const lookOf = (paint: FlowPaint | undefined, neutral: boolean): FlowPaint => ({ ...paint, ...(neutral && paint?.stroke === undefined ? { stroke: 'neutral' as const } : {}) });

const FlowView = memo(function FlowView({ planned, points, paint, neutral, selected, onChoose, onName, onGrab }: FlowViewProps): ReactNode {
  const { flow, kind, label, labelAt, stacked } = planned;
  const moved = points !== planned.points;
  const drawing = useMemo(() => {
    return [drawFlow({ id: flow.id, kind, label, ...(flow.rework === true ? { rework: true } : {}), ...(labelAt === undefined || moved ? {} : { labelAt }), ...(stacked === true && !moved ? { stacked } : {}) }, points, lookOf(paint, neutral))];
  }, [flow, kind, label, labelAt, stacked, moved, points, paint, neutral]);
  const line = useMemo(() => pathData(lineSteps(points, 6)), [points]);
  return (
    <g className="flow" data-flow={flow.id} data-selected={selected ? '' : undefined}>
      {selected ? <path className="flow-halo" d={line} /> : null}
      <SceneShapes shapes={drawing} />
      <path className={onGrab === undefined ? 'flow-reach' : 'flow-reach nopan'} d={line} onPointerDown={onGrab === undefined ? undefined : (event) => onGrab(flow.id, event)} onClick={(event) => onChoose(flow.id, event)} onContextMenu={(event) => onChoose(flow.id, event)} onDoubleClick={() => onName(flow.id)} />
    </g>
  );
});

export interface FlowLayerProps extends FlowActs {
  readonly flows: readonly PlannedFlow[];
  /** Lines of a drag that goes on, by flow. */
  readonly moved: ReadonlyMap<ElementId, readonly Point[]>;
  readonly paint: DiagramPaint | undefined;
  readonly selected: ReadonlySet<ElementId>;
}

/** Flows one by one; only those near the view are in the document. */
const Flows = memo(function Flows({ flows, moved, paint, selected, onChoose, onName, onGrab }: FlowLayerProps): ReactNode {
  const box = useNearBox();
  return flows.map((planned) => {
    const points = moved.get(planned.flow.id) ?? planned.points;
    if (!isNear(points, box)) return null;
    return (
      <FlowView
        key={planned.flow.id}
        planned={planned}
        points={points}
        paint={paint?.flows?.[planned.flow.id]}
        neutral={paint?.overlay !== undefined}
        selected={selected.has(planned.flow.id)}
        onChoose={onChoose}
        onName={onName}
        onGrab={onGrab}
      />
    );
  });
});

const origin = { x: 0, y: 0 };

/** From afar all lines are one picture; a line that is chosen is drawn by itself. */
const FarFlows = memo(function FarFlows({ flows, paint, selected, ...rest }: FlowLayerProps): ReactNode {
  const neutral = paint?.overlay !== undefined;
  const picture = useMemo(
    () => farPicture(flows.map(({ flow, kind, points }) => ({ shapes: [drawFlow({ id: flow.id, kind }, points, { ...lookOf(paint?.flows?.[flow.id], neutral), label: '' })], at: origin }))),
    [flows, paint, neutral],
  );
  const chosen = flows.filter(({ flow }) => selected.has(flow.id));
  return (
    <>
      <SceneShapes shapes={picture} />
      {chosen.length === 0 ? null : <Flows flows={chosen} paint={paint} selected={selected} {...rest} />}
    </>
  );
});

const unmoved: ReadonlyMap<ElementId, readonly Point[]> = new Map();

/** All flows of the page, beneath its nodes. Those that move are a picture of their own: the other one stays painted. */
export function FlowLayer({ flows, moved, ...rest }: FlowLayerProps): ReactNode {
  const { still, moving } = useSplit(flows, moved);
  const Still = use(FarContext) ? FarFlows : Flows;
  return (
    <OnPage>
      <svg className="canvas-layer flow-layer" aria-hidden="true">
        <Still flows={still} moved={unmoved} {...rest} />
      </svg>
      {moving.length === 0 ? null : (
        <svg className="canvas-layer flow-layer" aria-hidden="true">
          <Flows flows={moving} moved={moved} {...rest} />
        </svg>
      )}
    </OnPage>
  );
}
