import { ReactFlow } from '@xyflow/react';

export const pen = ReactFlow;
