/** The part of ELK's graph format that tidying uses. */
export interface ElkNode {
  readonly id: string;
  readonly width: number;
  readonly height: number;
}

export interface ElkEdge {
  readonly id: string;
  readonly sources: readonly string[];
  readonly targets: readonly string[];
}

export interface ElkGraph {
  readonly id: string;
  readonly layoutOptions: Readonly<Record<string, string>>;
  readonly children: readonly ElkNode[];
  readonly edges: readonly ElkEdge[];
}

/** The engine's answer: corners of the nodes. */
export interface LaidOutGraph {
  readonly children?: readonly { readonly id: string; readonly x?: number | undefined; readonly y?: number | undefined }[] | undefined;
}

/** Lays a graph out and answers it with positions: ELK in a worker, as the host has it. */
export type LayoutEngine = (graph: ElkGraph) => Promise<LaidOutGraph>;

/** Layered from left to right, cycles broken where the file's order says least harm. */
export const layeredOptions: Readonly<Record<string, string>> = {
  'elk.algorithm': 'layered',
  'elk.direction': 'RIGHT',
  'elk.separateConnectedComponents': 'false',
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
  'elk.layered.cycleBreaking.strategy': 'DEPTH_FIRST',
  'elk.layered.spacing.nodeNodeBetweenLayers': '80',
  'elk.spacing.nodeNode': '40',
  'elk.randomSeed': '1',
};
