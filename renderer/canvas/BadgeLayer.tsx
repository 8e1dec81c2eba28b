import { useStore } from '@xyflow/react';
import { memo, use, useMemo, type MouseEvent, type ReactNode } from 'react';
import type { ElementId } from '../../shared/document/model/fields.ts';
import type { PlannedFlow } from '../../shared/drawing/layout/plan.ts';
import type { BadgePaint } from '../../shared/drawing/paint.ts';
import type { Point } from '../../shared/drawing/scene.ts';
import { badgeSize, drawBadge } from '../../shared/drawing/shapes/badge.ts';
import { SceneShapes } from '../ui/SceneShapes.tsx';
import { farPicture, type FarThing } from './far-picture.ts';
import { isNear, useNearBox } from './near-box.ts';
import { FarContext } from './NodeView.tsx';
import { OnPage } from './OnPage.tsx';
import { useSplit } from './use-split.ts';

interface BadgeProps {
  readonly id: ElementId;
  readonly badge: BadgePaint;
  readonly at: Point;
  readonly dot: boolean;
  readonly selected: boolean;
  readonly label: string;
  readonly onOpen: (id: ElementId, event: MouseEvent) => void;
}

const Badge = memo(function Badge({ id, badge, at, dot, selected, label, onOpen }: BadgeProps): ReactNode {
  const look: BadgePaint = dot ? { ...badge, size: 'dot' } : badge;
  const size = badgeSize(look);
  return (
    <g className="badge" data-badge={id} onClick={(event) => onOpen(id, event)}>
      <title>{label}</title>
      <rect className="badge-reach" x={at.x - size.width / 2 - 4} y={at.y - size.height / 2 - 4} width={size.width + 8} height={size.height + 8} rx={16} />
      <SceneShapes shapes={[drawBadge(look, at)]} />
      {selected ? <rect className="node-frame" x={at.x - size.width / 2 - 3} y={at.y - size.height / 2 - 3} width={size.width + 6} height={size.height + 6} rx={15} /> : null}
    </g>
  );
});

export interface BadgeLayerProps {
  readonly flows: readonly PlannedFlow[];
  /** Flows of a drag that goes on, as they will be. */
  readonly moved: ReadonlyMap<ElementId, PlannedFlow>;
  readonly hidden: { readonly has: (id: ElementId) => boolean };
  readonly selected: ReadonlySet<ElementId>;
  readonly spoken: (flow: PlannedFlow) => string;
  readonly onOpen: (id: ElementId, event: MouseEvent) => void;
}

const Badges = memo(function Badges({ flows, moved, hidden, selected, spoken, onOpen }: BadgeLayerProps): ReactNode {
  const box = useNearBox();
  const dot = useStore((all) => all.transform[2] < 0.45);
  return flows.map((now) => {
    const planned = moved.get(now.flow.id) ?? now;
    const { badge, badgeAt, flow } = planned;
    if (badge === undefined || badgeAt === undefined || hidden.has(flow.id) || !isNear([badgeAt, { x: badgeAt.x + 1, y: badgeAt.y + 1 }], box)) return null;
    return <Badge key={flow.id} id={flow.id} badge={badge} at={badgeAt} dot={dot} selected={selected.has(flow.id)} label={spoken(planned)} onOpen={onOpen} />;
  });
});

const origin = { x: 0, y: 0 };

/** From afar all dots are one picture; one that is chosen is drawn by itself. */
const FarBadges = memo(function FarBadges({ flows, selected, hidden, ...rest }: BadgeLayerProps): ReactNode {
  const picture = useMemo(
    () =>
      farPicture(
        flows.flatMap(({ flow, badge, badgeAt }): FarThing[] =>
          badge === undefined || badgeAt === undefined || hidden.has(flow.id) ? [] : [{ shapes: [drawBadge({ ...badge, size: 'dot' }, badgeAt)], at: origin }],
        ),
      ),
    [flows, hidden],
  );
  const chosen = flows.filter(({ flow }) => selected.has(flow.id));
  return (
    <>
      <SceneShapes shapes={picture} />
      {chosen.length === 0 ? null : <Badges flows={chosen} selected={selected} hidden={hidden} {...rest} />}
    </>
  );
});

const unmoved: ReadonlyMap<ElementId, PlannedFlow> = new Map();

/** The handoffs of the page on their crossings, above everything; zoomed out they are dots. */
export function BadgeLayer({ flows, moved, ...rest }: BadgeLayerProps): ReactNode {
  const { still, moving } = useSplit(flows, moved);
  const Still = use(FarContext) ? FarBadges : Badges;
  return (
    <OnPage>
      <svg className="canvas-layer badge-layer">
        <Still flows={still} moved={unmoved} {...rest} />
      </svg>
      {moving.length === 0 ? null : (
        <svg className="canvas-layer badge-layer">
          <Badges flows={moving} moved={moved} {...rest} />
        </svg>
      )}
    </OnPage>
  );
}
