import { memo, useDeferredValue, useId, useMemo, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { ElementId } from '../../shared/document/model/fields.ts';
import type { PlannedFlow } from '../../shared/drawing/layout/plan.ts';
import { along, lineSteps } from '../../shared/drawing/path.ts';
import { pathData } from '../../shared/drawing/painters/svg.ts';
import { canvasPort } from '../store/canvas-port.ts';
import { useSay } from '../ui/locale.tsx';
import { OnPage } from './OnPage.tsx';
import { readingOrder, type PageView } from './page-view.ts';

export interface FlowListProps {
  readonly view: PageView;
  readonly spoken: (flow: PlannedFlow) => string;
  readonly onChoose: (id: ElementId, more: boolean) => void;
}

/** How many lines are listed at once; of more, those around the one that is pointed at. */
const most = 400;
const beside = 20;

/** Where a key leads in a list; undefined for a key that leads nowhere. */
function stepTo(key: string, at: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
    case 'ArrowRight':
      return Math.min(count - 1, at + 1);
    case 'ArrowUp':
    case 'ArrowLeft':
      return Math.max(0, at - 1);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}

/**
 * The lines of the page for keys and for those who hear it, at every zoom: one stop of Tab, arrows go from line to line
 * in the order of the work, Enter chooses. The line that is pointed at is shown on the page. It follows what is seen.
 */
export const FlowList = memo(function FlowList(props: FlowListProps): ReactNode {
  const shown = useDeferredValue<FlowListProps | null>(props, null);
  return shown === null ? null : <List {...shown} />;
});

const List = memo(function List({ view, spoken, onChoose }: FlowListProps): ReactNode {
  const say = useSay();
  const id = useId();
  const [at, setAt] = useState(0);
  const [focused, setFocused] = useState(false);
  const flows = useMemo(() => {
    const rank = new Map(readingOrder(view).map((node, index) => [node.id, index]));
    return view.plan.flows.toSorted((a, b) => (rank.get(a.flow.from) ?? 0) - (rank.get(b.flow.from) ?? 0));
  }, [view]);
  if (flows.length === 0) return null;
  const here = Math.min(at, flows.length - 1);
  const pointed = flows[here];
  const first = flows.length <= most ? 0 : Math.max(0, here - beside);
  const shown = flows.length <= most ? flows : flows.slice(first, here + beside + 1);

  const goTo = (index: number): void => {
    setAt(index);
    const points = flows[index]?.points;
    const middle = points === undefined ? undefined : along(points, 0.5).at;
    if (middle !== undefined) canvasPort()?.keepInView({ ...middle, width: 1, height: 1 });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = stepTo(event.key, here, flows.length);
    if (next === undefined && event.key !== 'Enter') return;
    event.preventDefault();
    if (next !== undefined) goTo(next);
    else if (pointed !== undefined) onChoose(pointed.flow.id, event.shiftKey);
  };
  return (
    <>
      <div
        className="visually-hidden"
        role="listbox"
        data-bare-keys=""
        tabIndex={0}
        aria-label={say('canvas.flows')}
        aria-activedescendant={`${id}${here}`}
        onFocus={() => {
          setFocused(true);
          goTo(here);
        }}
        onBlur={() => setFocused(false)}
        onKeyDown={onKeyDown}
      >
        {shown.map((planned, index) => (
          <div key={planned.flow.id} id={`${id}${first + index}`} role="option" aria-selected={first + index === here} aria-setsize={flows.length} aria-posinset={first + index + 1}>
            {spoken(planned)}
          </div>
        ))}
      </div>
      {focused && pointed !== undefined ? (
        <OnPage>
          <svg className="canvas-layer">
            <path className="flow-pointed" d={pathData(lineSteps(pointed.points, 6))} />
          </svg>
        </OnPage>
      ) : null}
    </>
  );
});
