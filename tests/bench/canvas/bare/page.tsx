// React Flow as it comes, with the same nodes and edges: what our own canvas is measured against.
import { ReactFlow, ReactFlowProvider, useEdgesState, useNodesState, useReactFlow, type Edge, type Node } from '@xyflow/react';
import '@xyflow/react/dist/style.css';
import { useEffect } from 'react';
import { createRoot } from 'react-dom/client';

interface Shown {
  readonly places: readonly { readonly id: string; readonly x: number; readonly y: number; readonly width: number; readonly height: number }[];
  readonly lines: readonly { readonly id: string; readonly from: string; readonly to: string }[];
}

function Bare(): React.ReactNode {
  const [nodes, setNodes, onNodesChange] = useNodesState<Node>([]);
  const [edges, setEdges, onEdgesChange] = useEdgesState<Edge>([]);
  const flow = useReactFlow();
  useEffect(() => {
    const bench = {
      show: ({ places, lines }: Shown): void => {
        setNodes(places.map(({ id, x, y, width, height }) => ({ id, position: { x, y }, data: { label: id }, width, height })));
        setEdges(lines.map(({ id, from, to }) => ({ id, source: from, target: to, type: 'smoothstep' })));
      },
      fit: () => void flow.fitView(),
      zoomTo: (zoom: number) => void flow.setViewport({ x: 0, y: 0, zoom }),
    };
    Object.assign(window, { bench });
  }, [flow, setNodes, setEdges]);
  return <ReactFlow nodes={nodes} edges={edges} onNodesChange={onNodesChange} onEdgesChange={onEdgesChange} onlyRenderVisibleElements panOnScroll minZoom={0.05} maxZoom={4} proOptions={{ hideAttribution: true }} />;
}

createRoot(document.querySelector('#root') ?? document.body).render(
  <ReactFlowProvider>
    <Bare />
  </ReactFlowProvider>,
);
