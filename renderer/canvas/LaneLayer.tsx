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
}

const Band = memo(function Band({ lane, paint }: BandProps): ReactNode {
  return (
    <g data-lane={lane.party.id}>
      <SceneShapes shapes={laneShapes(lane, paint)} />
    </g>
  );
});

/** A frame around a lane; what is dropped on one that keeps a strip for its own work lands in that. */
function Mark({ lane, kind }: { readonly lane: LaneBox; readonly kind: 'selected' | 'target' }): ReactNode {
  const { x, y, width, height } = kind === 'target' ? (lane.own ?? lane.box) : lane.box;
  return <rect className={`lane-mark lane-${kind}`} x={x + 1} y={y + 1} width={width - 2} height={height - 2} />;
}

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
          <Band key={lane.party.id} lane={lane} paint={paint?.[lane.party.id]} />
        ))}
        {layout.lanes.map((lane) =>
          target === lane.party.id ? <Mark key={lane.party.id} lane={lane} kind="target" /> : selected.has(lane.party.id) ? <Mark key={lane.party.id} lane={lane} kind="selected" /> : null,
        )}
      </svg>
    </OnPage>
  );
}
