import { Background, BackgroundVariant, MiniMap, ReactFlow, ReactFlowProvider, SelectionMode, useReactFlow, useStoreApi, type NodeChange, type OnMove } from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import { useCallback, useEffect, useMemo, useRef, useState, type MouseEvent, type ReactNode } from 'react';
import type { ElementId, Point } from '../../shared/document/model/fields.ts';
import { useTab, useWindow } from '../hooks/use-window.ts';
import { attachCanvas } from '../store/canvas-port.ts';
import { perform, select, setTool, startNaming, toggleSelected } from '../store/edit.ts';
import type { DocumentTab } from '../store/state.ts';
import type { Placeable } from '../store/placeables.ts';
import { setState, localeOf } from '../store/window-store.ts';
import { useSay } from '../ui/locale.tsx';
import { BadgeLayer } from './BadgeLayer.tsx';
import { CanvasList } from './CanvasList.tsx';
import { CanvasSearch } from './CanvasSearch.tsx';
import { ConnectGesture, type Connecting } from './ConnectGesture.tsx';
import { ContextPad } from './ContextPad.tsx';
import { dragTo, linesWhileDragging, noDrag, type Dragged } from './drag.ts';
import { connect, dropNodes, makeRoom, remove } from './edits.ts';
import { FlowLayer } from './FlowLayer.tsx';
import { GuideLayer } from './GuideLayer.tsx';
import { LaneHandles } from './LaneHandles.tsx';
import { LaneLayer } from './LaneLayer.tsx';
import { MakeRoomGesture } from './MakeRoomGesture.tsx';
import { NamingEditor } from './NamingEditor.tsx';
import { NodeView } from './NodeView.tsx';
import { canvasPortOf, appendNew, replaceKind } from './acts.ts';
import { nearestLane, nodeAtPoint, type PageView } from './page-view.ts';
import { nodeMaker, type CanvasNode } from './react-nodes.ts';
import { speakFlow, speakNode } from './spoken.ts';

const nodeTypes = { element: NodeView };
const noEdges: never[] = [];
const none: readonly ElementId[] = [];

export interface CanvasProps {
  readonly tab: DocumentTab;
  readonly view: PageView;
  /** Nothing can be changed: in Simulate, Compare and Present the page is looked at. */
  readonly readOnly: boolean;
}

/** The page of a document: lanes, nodes, flows and handoffs, and everything that a hand does to them. */
export function Canvas(props: CanvasProps): ReactNode {
  return (
    <ReactFlowProvider>
      <Surface {...props} />
    </ReactFlowProvider>
  );
}

function Surface({ tab, view, readOnly }: CanvasProps): ReactNode {
  const say = useSay();
  const flow = useReactFlow();
  const api = useStoreApi();
  const tool = useWindow((all) => all.tool);
  const searching = useWindow((all) => all.searching);
  const locale = useWindow(localeOf);
  const far = useWindow((all) => all.zoom < 0.28);
  const naming = useTab((one) => one.naming);
  const selection = useTab((one) => one.selection) ?? none;
  const selected = useMemo(() => new Set(selection), [selection]);
  const [drag, setDrag] = useState<Dragged>(noDrag);
  const [dragging, setDragging] = useState(false);
  const [connecting, setConnecting] = useState<Connecting>();
  const [make] = useState(nodeMaker);
  const surface = useRef<HTMLDivElement>(null);
  const paint = tab.paint;
  const spoken = useMemo(() => speakNode(view, say), [view, say]);
  const spokenFlow = useMemo(() => speakFlow(view, say), [view, say]);

  const nodes = make(view, {
    selected, moved: drag.places, paint: paint?.nodes, spoken, naming: naming?.kind === 'existing' ? naming.id : undefined,
  });
  const movedLines = useMemo(() => linesWhileDragging(view, drag.places), [view, drag.places]);
  const movedFlows = useMemo(() => new Set(movedLines.keys()), [movedLines]);
  const target = useMemo(() => landing(view, drag), [view, drag]);

  useEffect(() => attachCanvas(canvasPortOf(flow, api, () => surface.current)), [flow, api]);

  // A document that appears is seen whole; afterwards the view is the person's own.
  const shown = `${tab.id} ${view.page.process.id} ${tab.within ?? ''}`;
  const fitted = useRef('');
  useEffect(() => {
    if (fitted.current === shown || view.bounds === undefined) return;
    fitted.current = shown;
    requestAnimationFrame(() => canvasPortOf(flow, api, () => surface.current).fit());
  }, [shown, view.bounds, flow, api]);

  // The tool begins at what was selected when it was taken up; later selections do not count.
  const [toolBefore, setToolBefore] = useState(tool);
  if (tool !== toolBefore) {
    setToolBefore(tool);
    const [from, ...more] = selection;
    if (tool !== 'connect') setConnecting((now) => (now?.dragging === true ? now : undefined));
    else if (from !== undefined && more.length === 0 && view.boxes.has(from)) setConnecting({ from, dragging: false });
  }

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

  const drop = useCallback(() => {
    setDragging(false);
    setDrag((now) => {
      const operations = dropNodes(view, now.places);
      if (operations.length > 0) queueMicrotask(() => perform(operations));
      return now;
    });
    queueMicrotask(() => setDrag(noDrag));
  }, [view]);

  const choose = useCallback((id: ElementId, event: MouseEvent) => {
    event.stopPropagation();
    if (event.shiftKey || event.ctrlKey || event.metaKey) toggleSelected(id);
    else select([id]);
  }, []);
  const name = useCallback((id: ElementId) => {
    if (!readOnly) startNaming({ kind: 'existing', id });
  }, [readOnly]);
  const onMove: OnMove = useCallback((_event, { zoom }) => setState({ zoom }), []);

  const endConnecting = useCallback(() => {
    setConnecting(undefined);
    setTool('select');
  }, []);
  const connectTo = useCallback((to: ElementId) => {
    if (connecting === undefined) return;
    const operation = connect(view, connecting.from, to);
    endConnecting();
    if (operation?.type === 'flow.connect' && perform(operation)) select([operation.flow.id]);
  }, [connecting, view, endConnecting]);
  const dropped = useCallback((at: Point) => {
    const from = connecting?.from;
    endConnecting();
    if (from !== undefined) appendNew('step', from, at);
  }, [connecting, endConnecting]);

  const reorder = useCallback((party: ElementId, before: ElementId | undefined) => {
    perform({ type: 'lane.reorder', process: view.page.process.id, party, ...(before === undefined ? {} : { before }) });
  }, [view.page.process.id]);
  const resize = useCallback((party: ElementId, size: number) => {
    perform({ type: 'lane.resize', process: view.page.process.id, party, size });
  }, [view.page.process.id]);

  const only = selection.length === 1 ? view.model.nodes[selection[0] ?? ''] : undefined;
  const withPad = only !== undefined && !readOnly && !dragging && naming === undefined && connecting === undefined && view.boxes.has(only.id);
  const free = tool === 'select' || tool === 'lasso';
  const things = useMemo(
    () => (searching ? [...view.page.nodes].map((node) => ({ id: node.id, name: node.kind === 'note' ? node.text : (node.name ?? ''), where: view.model.parties[node.party ?? '']?.name ?? '' })).filter((thing) => thing.name !== '') : []),
    [searching, view],
  );

  return (
    <div ref={surface} className="canvas" data-tool={tool} data-far={far ? '' : undefined} data-connecting={connecting === undefined ? undefined : ''} tabIndex={-1} aria-label={say('canvas.label')} role="application">
      <ReactFlow<CanvasNode>
        nodes={nodes}
        edges={noEdges}
        nodeTypes={nodeTypes}
        onNodesChange={onNodesChange}
        onNodeDragStart={() => setDragging(true)}
        onNodeDragStop={drop}
        onSelectionDragStart={() => setDragging(true)}
        onSelectionDragStop={drop}
        onNodeDoubleClick={(_event, node) => name(node.id)}
        onNodeContextMenu={(_event, node) => (selected.has(node.id) ? undefined : select([node.id]))}
        onPaneClick={() => (connecting === undefined ? select([]) : undefined)}
        onPaneContextMenu={() => select([])}
        onMove={onMove}
        onlyRenderVisibleElements
        nodesConnectable={false}
        nodesDraggable={!readOnly && free}
        elementsSelectable={connecting === undefined}
        nodesFocusable
        disableKeyboardA11y
        selectNodesOnDrag
        selectionOnDrag={tool === 'lasso'}
        selectionMode={SelectionMode.Partial}
        selectionKeyCode="Shift"
        multiSelectionKeyCode={['Shift', 'Control', 'Meta']}
        panActivationKeyCode="Space"
        deleteKeyCode={null}
        zoomActivationKeyCode={['Control', 'Meta']}
        panOnDrag={tool === 'lasso' ? [1] : tool === 'makeRoom' ? false : [0, 1]}
        panOnScroll
        zoomOnDoubleClick={false}
        elevateNodesOnSelect={false}
        autoPanOnNodeFocus
        nodeDragThreshold={2}
        minZoom={0.05}
        maxZoom={4}
        proOptions={{ hideAttribution: true }}
      >
        <Background variant={BackgroundVariant.Dots} gap={16} size={1} color="var(--line)" />
        <LaneLayer layout={view.lanes} paint={paint?.lanes} selected={selected} target={target} />
        <FlowLayer flows={view.plan.flows} moved={movedLines} paint={paint} selected={selected} spoken={spokenFlow} onChoose={choose} onName={name} />
        <BadgeLayer flows={view.plan.flows} hidden={movedFlows} selected={selected} spoken={spokenFlow} onOpen={choose} />
        <GuideLayer guides={drag.guides} />
        {withPad ? (
          <ContextPad
            node={only.id}
            canLead={only.kind !== 'end' && only.kind !== 'note' && only.kind !== 'group'}
            onAppend={(what: Placeable) => appendNew(what, only.id)}
            onReplace={(what) => replaceKind(only.id, what)}
            onConnect={() => setConnecting({ from: only.id, dragging: true })}
            onDelete={() => perform(remove(view, [only.id])) && select([])}
          />
        ) : null}
        {connecting === undefined ? null : (
          <ConnectGesture view={view} connecting={connecting} onConnect={connectTo} onDropped={dropped} onCancel={endConnecting} />
        )}
        {naming === undefined ? null : <NamingEditor key={naming.kind === 'existing' ? naming.id : naming.node.id} view={view} naming={naming} locale={locale} />}
        {view.page.nodes.length > 40 ? <MiniMap className="minimap" pannable zoomable nodeBorderRadius={4} nodeColor="var(--neutral)" maskColor="color-mix(in srgb, var(--canvas) 70%, transparent)" ariaLabel={say('canvas.minimap')} /> : null}
        <LaneHandles layout={view.lanes} paint={paint?.lanes} readOnly={readOnly} onChoose={choose} onName={name} onReorder={reorder} onResize={resize} />
        {tool === 'makeRoom' ? (
          <MakeRoomGesture bounds={view.bounds} onMade={(axis, from, by) => perform(makeRoom(view, axis, from, by))} onDone={() => setTool('select')} />
        ) : null}
      </ReactFlow>
      {tool === 'connect' && connecting === undefined ? (
        <div
          className="connect-from"
          onPointerDown={(event) => {
            const hit = nodeAtPoint(view, flow.screenToFlowPosition({ x: event.clientX, y: event.clientY }), 4);
            if (hit === undefined) setTool('select');
            else setConnecting({ from: hit.id, dragging: true });
          }}
        />
      ) : null}
      {searching ? <CanvasSearch things={things} onFound={(id) => canvasPortOf(flow, api, () => surface.current).reveal([id])} onClose={() => setState({ searching: false })} /> : null}
      <CanvasList view={view} spoken={spoken} onChoose={(id) => canvasPortOf(flow, api, () => surface.current).reveal([id])} />
    </div>
  );
}

/** The lane in which the dragged nodes would land, where that is another one. */
function landing(view: PageView, { places }: Dragged): ElementId | undefined {
  const [first] = places;
  if (first === undefined) return undefined;
  const [id, { x, y }] = first;
  const box = view.boxes.get(id);
  const node = view.model.nodes[id];
  if (box === undefined || node === undefined || node.kind === 'note' || node.kind === 'group') return undefined;
  const lane = nearestLane(view.lanes, { x: x + box.width / 2, y: y + box.height / 2 });
  return lane === undefined || lane.party.id === node.party ? undefined : lane.party.id;
}

