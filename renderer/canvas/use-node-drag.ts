import { useStoreApi, type NodeChange } from '@xyflow/react';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { ElementId, Point, Size } from '../../shared/document/model/fields.ts';
import { perform, select } from '../store/edit.ts';
import { dragTo, linesWhileDragging, noDrag, type Dragged } from './drag.ts';
import { landingOf, type Landing } from './drag-handoffs.ts';
import { dropNodes } from './edits.ts';
import { onGrid } from './guides.ts';
import type { PageView } from './page-view.ts';
import type { CanvasNode } from './react-nodes.ts';

export interface NodeDrag extends Dragged {
  readonly going: boolean;
  /** The size of what is being pulled larger. */
  readonly sized: ReadonlyMap<ElementId, Size>;
  /** Lines of the touched flows, as they run now. */
  readonly lines: ReadonlyMap<ElementId, readonly Point[]>;
  /** What letting go would come to. */
  readonly landing: Landing;
  readonly onNodesChange: (changes: readonly NodeChange<CanvasNode>[]) => void;
  readonly onStart: () => void;
  readonly onStop: () => void;
}

const asStored: ReadonlyMap<ElementId, Size> = new Map();

/** Nodes under the pointer: where they stand meanwhile, what a drop would bring, one change at the drop. */
export function useNodeDrag(view: PageView, selection: readonly ElementId[]): NodeDrag {
  const api = useStoreApi();
  const [drag, setDrag] = useState<Dragged>(noDrag);
  const [sized, setSized] = useState(asStored);
  // What a drop makes of it is read here: React may ask for a state twice, and a change must be made once.
  const held = useRef<Dragged>(noDrag);
  const pulled = useRef(asStored);
  const [going, setGoing] = useState(false);
  const lines = useMemo(() => linesWhileDragging(view, drag.places), [view, drag.places]);
  const landing = useMemo(() => landingOf(view, drag.places, lines), [view, drag.places, lines]);

  const resized = useCallback((node: ElementId) => {
    const size = pulled.current.get(node);
    pulled.current = asStored;
    if (size !== undefined) perform({ type: 'node.resize', node, size: { width: onGrid(size.width), height: onGrid(size.height) } });
    setSized(asStored);
  }, []);

  const onNodesChange = useCallback(
    (changes: readonly NodeChange<CanvasNode>[]) => {
      const moves = new Map<ElementId, Point>();
      let chosen: Set<ElementId> | undefined;
      for (const change of changes) {
        if (change.type === 'position' && change.position !== undefined && change.dragging === true) moves.set(change.id, change.position);
        if (change.type === 'dimensions' && change.resizing === true && change.dimensions !== undefined) {
          pulled.current = new Map([[change.id, change.dimensions]]);
          setSized(pulled.current);
        }
        if (change.type === 'dimensions' && change.resizing === false) resized(change.id);
        if (change.type === 'select') {
          // React Flow knows nodes only: a lane or a flow that was selected is let go.
          chosen ??= new Set(selection.filter((id) => view.boxes.has(id)));
          if (change.selected) chosen.add(change.id);
          else chosen.delete(change.id);
        }
      }
      if (moves.size > 0) {
        held.current = dragTo(view, moves, 6 / api.getState().transform[2]);
        setDrag(held.current);
      }
      if (chosen !== undefined) select([...chosen]);
    },
    [view, selection, api, resized],
  );

  const onStart = useCallback(() => setGoing(true), []);
  const onStop = useCallback(() => {
    setGoing(false);
    const operations = dropNodes(view, held.current.places);
    held.current = noDrag;
    if (operations.length > 0) perform(operations);
    setDrag(noDrag);
  }, [view]);

  return { ...drag, sized, going, lines, landing, onNodesChange, onStart, onStop };
}
