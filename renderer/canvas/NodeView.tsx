import { NodeResizeControl, type NodeProps } from '@xyflow/react';
import { createContext, memo, use, type ReactNode } from 'react';
import type { GroupShape } from '../../shared/drawing/scene.ts';
import { SceneShapes } from '../ui/SceneShapes.tsx';
import { isApart, type CanvasNode } from './react-nodes.ts';

const wholly = (drawing: GroupShape): readonly GroupShape[] => [drawing];

/** Whether the page is seen from so far that its nodes are one picture. */
export const FarContext = createContext(false);

/** A node, drawn with the very shapes that go to paper. */
export const NodeView = memo(function NodeView({ data, selected, zIndex, width = 0, height = 0 }: NodeProps<CanvasNode>): ReactNode {
  const far = use(FarContext);
  if (far && !isApart({ selected, zIndex, data })) return null;
  const round = data.outline;
  return (
    <>
      <svg className="node-drawing" width={width} height={height} data-selected={selected ? '' : undefined}>
        <SceneShapes shapes={wholly(data.drawing())} />
        {selected ? (
          round === 'round' ? (
            <ellipse className="node-frame" cx={width / 2} cy={height / 2} rx={width / 2 + 4} ry={height / 2 + 4} />
          ) : round === 'diamond' ? (
            <path className="node-frame" d={`M${width / 2} -6L${width + 6} ${height / 2}L${width / 2} ${height + 6}L-6 ${height / 2}Z`} />
          ) : (
            <rect className="node-frame" x={-4} y={-4} width={width + 8} height={height + 8} rx={9} />
          )
        ) : null}
      </svg>
      {selected && data.resizable ? <NodeResizeControl className="node-resize" position="bottom-right" minWidth={80} minHeight={48} /> : null}
    </>
  );
});
