import { memo, useState, type ReactNode } from 'react';
import { SceneShapes } from '../ui/SceneShapes.tsx';
import { farPicture } from './far-picture.ts';
import { OnPage } from './OnPage.tsx';
import { isApart, type CanvasNode } from './react-nodes.ts';

const sameList = (a: readonly CanvasNode[], b: readonly CanvasNode[]): boolean => a.length === b.length && a.every((node, at) => node === b[at]);

/** Picks the nodes that stand still; the same list for as long as they are the same. */
function stillPicker(): (nodes: readonly CanvasNode[]) => readonly CanvasNode[] {
  let last: readonly CanvasNode[] = [];
  return (nodes) => {
    const next = nodes.filter((node) => !isApart(node));
    if (!sameList(next, last)) last = next;
    return last;
  };
}

const Picture = memo(function Picture({ nodes }: { readonly nodes: readonly CanvasNode[] }): ReactNode {
  // What sits on a border lies over what it sits on.
  const front = nodes.filter((node) => (node.zIndex ?? 0) > 3);
  const behind = nodes.filter((node) => (node.zIndex ?? 0) <= 3);
  return [behind, front].map((list, at) => <SceneShapes key={at} shapes={farPicture(list.map(({ data, position }) => ({ shapes: [data.drawing()], at: position })))} />);
});

/** From afar: all nodes as one picture. What is chosen, dragged or a frame is drawn by itself, as it is from near. */
export function FarNodes({ nodes }: { readonly nodes: readonly CanvasNode[] }): ReactNode {
  const [pick] = useState(stillPicker);
  return (
    <OnPage>
      <svg className="canvas-layer far-nodes" aria-hidden="true">
        <Picture nodes={pick(nodes)} />
      </svg>
    </OnPage>
  );
}
