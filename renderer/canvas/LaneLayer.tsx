import { memo, type ReactNode } from 'react';
import type { ElementId } from '../../shared/document/model/fields.ts';
import type { LaneBox, LaneLayout } from '../../shared/drawing/layout/lanes.ts';
import type { LanePaint } from '../../shared/drawing/paint.ts';
import type { Shape } from '../../shared/drawing/scene.ts';
import { drawLane, partyFacts } from '../../shared/drawing/shapes/lane.ts';
import { SceneShapes } from '../ui/SceneShapes.tsx';
import { OnPage } from './OnPage.tsx';

/** The shapes of a lane: its band first, its header behind that. */
export const laneShapes = ({ party, box, header, leaf }: LaneBox, paint: LanePaint | undefined): readonly Shape[] =>
  drawLane({ ...partyFacts(party), box, header, leaf }, paint).shapes;

interface BandProps {
  readonly lane: LaneBox;
  readonly paint: LanePaint | undefined;
  readonly state: 'plain' | 'selected' | 'target';
}

const Band = memo(function Band({ lane, paint, state }: BandProps): ReactNode {
  const { x, y, width, height } = lane.box;
  return (
    <g data-lane={lane.party.id}>
      <SceneShapes shapes={laneShapes(lane, paint)} />
      {state === 'plain' ? null : <rect className={`lane-mark lane-${state}`} x={x + 1} y={y + 1} width={width - 2} height={height - 2} />}
    </g>
  );
});

export interface LaneLayerProps {
  readonly layout: LaneLayout;
  readonly paint: Readonly<Record<ElementId, LanePaint>> | undefined;
  readonly selected: ReadonlySet<ElementId>;
  /** The lane that something dragged would land in. */
  readonly target: ElementId | undefined;
}

/** The lanes of the page, beneath everything. */
export function LaneLayer({ layout, paint, selected, target }: LaneLayerProps): ReactNode {
  return (
    <OnPage>
      <svg className="canvas-layer lane-layer">
        {layout.lanes.map((lane) => (
          <Band
            key={lane.party.id}
            lane={lane}
            paint={paint?.[lane.party.id]}
            state={target === lane.party.id ? 'target' : selected.has(lane.party.id) ? 'selected' : 'plain'}
          />
        ))}
      </svg>
    </OnPage>
  );
}
