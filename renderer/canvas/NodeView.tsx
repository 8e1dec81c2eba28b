import { NodeResizeControl, type NodeProps } from '@xyflow/react';
import { memo, type ReactNode } from 'react';
import type { GroupShape } from '../../shared/drawing/scene.ts';
import { SceneShapes } from '../ui/SceneShapes.tsx';
import type { CanvasNode } from './react-nodes.ts';

const wholly = (drawing: GroupShape): readonly GroupShape[] => [drawing];

/** A node, drawn with the very shapes that go to paper. */
export const NodeView = memo(function NodeView({ data, selected, width = 0, height = 0 }: NodeProps<CanvasNode>): ReactNode {
  const round = data.outline;
  return (
    <>
      <svg className="node-drawing" width={width} height={height} data-selected={selected ? '' : undefined}>
        <SceneShapes shapes={wholly(data.drawing)} />
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
