import { useStoreApi, type NodeChange } from '@xyflow/react';
import { useCallback, useMemo, useState } from 'react';
import type { ElementId, Point } from '../../shared/document/model/fields.ts';
import { perform, select } from '../store/edit.ts';
import { dragTo, linesWhileDragging, noDrag, type Dragged } from './drag.ts';
import { landingOf, type Landing } from './drag-handoffs.ts';
import { dropNodes } from './edits.ts';
import type { PageView } from './page-view.ts';
import type { CanvasNode } from './react-nodes.ts';

export interface NodeDrag extends Dragged {
  readonly going: boolean;
  /** Lines of the touched flows, as they run now. */
  readonly lines: ReadonlyMap<ElementId, readonly Point[]>;
  /** What letting go would come to. */
  readonly landing: Landing;
  readonly onNodesChange: (changes: readonly NodeChange<CanvasNode>[]) => void;
  readonly onStart: () => void;
  readonly onStop: () => void;
}

/** Nodes under the pointer: where they stand meanwhile, what a drop would bring, one change at the drop. */
export function useNodeDrag(view: PageView, selection: readonly ElementId[]): NodeDrag {
  const api = useStoreApi();
  const [drag, setDrag] = useState<Dragged>(noDrag);
  const [going, setGoing] = useState(false);
  const lines = useMemo(() => linesWhileDragging(view, drag.places), [view, drag.places]);
  const landing = useMemo(() => landingOf(view, drag.places, lines), [view, drag.places, lines]);

  const onNodesChange = useCallback(
    (changes: readonly NodeChange<CanvasNode>[]) => {
      const moves = new Map<ElementId, Point>();
      let chosen: Set<ElementId> | undefined;
      for (const change of changes) {
        if (change.type === 'position' && change.position !== undefined && change.dragging === true) moves.set(change.id, change.position);
        if (change.type === 'select') {
          // React Flow knows nodes only: a lane or a flow that was selected is let go.
          chosen ??= new Set(selection.filter((id) => view.boxes.has(id)));
          if (change.selected) chosen.add(change.id);
          else chosen.delete(change.id);
        }
      }
      if (moves.size > 0) setDrag(dragTo(view, moves, 6 / api.getState().transform[2]));
      if (chosen !== undefined) select([...chosen]);
    },
    [view, selection, api],
  );

  const onStart = useCallback(() => setGoing(true), []);
  const onStop = useCallback(() => {
    setGoing(false);
    setDrag((now) => {
      const operations = dropNodes(view, now.places);
      if (operations.length > 0) queueMicrotask(() => perform(operations));
      return now;
    });
    queueMicrotask(() => setDrag(noDrag));
  }, [view]);

  return { ...drag, going, lines, landing, onNodesChange, onStart, onStop };
}
