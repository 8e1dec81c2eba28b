import { memo, type ReactNode } from 'react';
import type { ElementId } from '../../shared/document/model/fields.ts';
import type { Node } from '../../shared/document/model/node.ts';
import { useSay } from '../ui/locale.tsx';
import { readingOrder, type PageView } from './page-view.ts';

export interface CanvasListProps {
  readonly view: PageView;
  readonly spoken: (node: Node) => string;
  readonly onChoose: (id: ElementId) => void;
}

/** The page as an ordered list for those who hear it: lane by lane, in the direction of the work. */
export const CanvasList = memo(function CanvasList({ view, spoken, onChoose }: CanvasListProps): ReactNode {
  const say = useSay();
  const nodes = readingOrder(view);
  const lanes = [...new Set(nodes.map((node) => node.party))];
  return (
    <nav className="visually-hidden" aria-label={say('canvas.list')}>
      <ol>
        {lanes.map((party) => (
          <li key={party ?? ''}>
            {party === undefined ? say('canvas.noLane') : (view.model.parties[party]?.name ?? party)}
            <ol>
              {nodes.filter((node) => node.party === party).map((node) => (
                <li key={node.id}>
                  <button type="button" tabIndex={-1} onClick={() => onChoose(node.id)}>
                    {spoken(node)}
                  </button>
                </li>
              ))}
            </ol>
          </li>
        ))}
      </ol>
    </nav>
  );
});
