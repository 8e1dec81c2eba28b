import { Background, BackgroundVariant, ReactFlow, ReactFlowProvider, SelectionMode, useReactFlow, useStoreApi, type OnMove } from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import { useCallback, useEffect, useMemo, useRef, useState, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react';
import type { ElementId } from '../../shared/document/model/fields.ts';
import type { LaneBox } from '../../shared/drawing/layout/lanes.ts';
import { useTab, useWindow } from '../hooks/use-window.ts';
import { attachCanvas } from '../store/canvas-port.ts';
import { perform, select, setTool, startNaming, toggleSelected } from '../store/edit.ts';
import type { DocumentTab } from '../store/state.ts';
import type { Placeable } from '../store/placeables.ts';
import { activeTab, localeOf, setState } from '../store/window-store.ts';
import { useSay } from '../ui/locale.tsx';
import { BadgeLayer } from './BadgeLayer.tsx';
import { routeAgain } from './bend-acts.ts';
import { BendHandles } from './BendHandles.tsx';
import { CanvasSearch } from './CanvasSearch.tsx';
import { ConnectGesture } from './ConnectGesture.tsx';
import { ContextPad } from './ContextPad.tsx';
import { DragNote } from './DragNote.tsx';
import { makeRoom, remove } from './edits.ts';
import { farBelow } from './far-picture.ts';
import { FarNodes } from './FarNodes.tsx';
import { FlowLayer } from './FlowLayer.tsx';
import { GuideLayer } from './GuideLayer.tsx';
import type { LaneDrop } from './lane-drop.ts';
import { LaneHandles } from './LaneHandles.tsx';
import { LaneLayer } from './LaneLayer.tsx';
import { putLane } from './lane-moves.ts';
import { MakeRoomGesture } from './MakeRoomGesture.tsx';
import { NamingEditor } from './NamingEditor.tsx';
import { FarContext, NodeView } from './NodeView.tsx';
import { canvasPortOf, appendNew, replaceKind } from './acts.ts';
import { Overview } from './Overview.tsx';
import { MarkLayer } from './MarkLayer.tsx';
import { flowAtPoint, nodeAtPoint, type PageView } from './page-view.ts';
import { PageLists } from './PageLists.tsx';
import { nodeMaker, type CanvasNode } from './react-nodes.ts';
import { speakFlow, speakNode } from './spoken.ts';
import { useBending } from './use-bending.ts';
import { useConnecting } from './use-connecting.ts';
import { useNodeDrag } from './use-node-drag.ts';

const nodeTypes = { element: NodeView };
const noEdges: never[] = [];
const none: readonly ElementId[] = [];
// What React Flow is given must be the same from one drawing to the next: something new draws all nodes anew.
const several = ['Shift', 'Control', 'Meta'];
const zoomKeys = ['Control', 'Meta'];
/** How near to a line a click from afar means it, in pixels of the screen. */
const farReach = 8;
const panButtons = { lasso: [1], other: [0, 1] };

export interface CanvasProps {
  readonly tab: DocumentTab;
  readonly view: PageView;
  /** Nothing can be changed: in Simulate, Compare and Present the page is looked at. */
  readonly readOnly: boolean;
  /** What lies over the page, in its coordinates. */
  readonly marks?: ReactNode;
}

/** The page of a document: lanes, nodes, flows and handoffs, and everything that a hand does to them. */
export function Canvas(props: CanvasProps): ReactNode {
  return (
    <ReactFlowProvider>
      <Surface {...props} />
    </ReactFlowProvider>
  );
}

function Surface({ tab, view, readOnly, marks }: CanvasProps): ReactNode {
  const say = useSay();
  const flow = useReactFlow();
  const api = useStoreApi();
  const tool = useWindow((all) => all.tool);
  const searching = useWindow((all) => all.searching);
  const locale = useWindow(localeOf);
  const far = useWindow((all) => all.zoom < 0.28);
  const picture = useWindow((all) => all.zoom < farBelow);
  const naming = useTab((one) => one.naming);
  const selection = useTab((one) => one.selection) ?? none;
  const selected = useMemo(() => new Set(selection), [selection]);
  const drag = useNodeDrag(view, selection);
  const { connecting, begin, connectTo, dropped, end: endConnecting } = useConnecting(view, tool, selection);
  const { bent, grab } = useBending(view);
  const [make] = useState(nodeMaker);
  const surface = useRef<HTMLDivElement>(null);
  const paint = tab.paint;
  const spoken = useMemo(() => speakNode(view, say), [view, say]);
  const spokenFlow = useMemo(() => speakFlow(view, say), [view, say]);

  const nodes = make(view, {
    selected, moved: drag.places, sized: drag.sized, editable: !readOnly, paint: paint?.nodes, spoken, naming: naming?.kind === 'existing' ? naming.id : undefined,
  });
  const movedLines = bent.size > 0 ? bent : drag.lines;

  useEffect(() => attachCanvas(canvasPortOf(flow, api, () => surface.current)), [flow, api]);

  // A document that appears is shown as it can be read; afterwards the view is the person's own.
  const shown = `${tab.id} ${view.page.process.id} ${tab.within ?? ''}`;
  const fitted = useRef('');
  useEffect(() => {
    if (fitted.current === shown || view.bounds === undefined) return;
    fitted.current = shown;
    const { settle } = canvasPortOf(flow, api, () => surface.current);
    // Where the canvas knows its size already, nothing is drawn that is not in view in the end.
    if (api.getState().width > 0) settle();
    else requestAnimationFrame(() => settle());
  }, [shown, view.bounds, flow, api]);

  const choose = useCallback((id: ElementId, event: MouseEvent) => {
    event.stopPropagation();
    if (event.shiftKey || event.ctrlKey || event.metaKey) toggleSelected(id);
    else select([id]);
  }, []);
  const chooseByKey = useCallback((event: KeyboardEvent) => {
    const id = event.target instanceof Element && event.target.matches('.react-flow__node') ? event.target.getAttribute('data-id') : null;
    if (id === null || event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    if (event.shiftKey) toggleSelected(id);
    else select([id]);
  }, []);
  const name = useCallback((id: ElementId) => {
    if (!readOnly) startNaming({ kind: 'existing', id });
  }, [readOnly]);
  const nameNode = useCallback((_event: MouseEvent, { id }: CanvasNode) => name(id), [name]);
  const pointAt = useCallback((_event: MouseEvent, { id }: CanvasNode) => {
    if (activeTab()?.selection.includes(id) !== true) select([id]);
  }, []);
  const letGo = useCallback(() => select([]), []);
  const chooseFlow = useCallback((id: ElementId, more: boolean) => {
    if (more) toggleSelected(id);
    else select([id]);
    surface.current?.focus();
  }, []);
  // From afar lines are a picture: what a click means is found where it was made.
  const flowUnder = useCallback(
    ({ clientX, clientY }: { readonly clientX: number; readonly clientY: number }) => (picture ? flowAtPoint(view, flow.screenToFlowPosition({ x: clientX, y: clientY }), farReach / flow.getZoom()) : undefined),
    [picture, view, flow],
  );
  const leave = useCallback((event: MouseEvent) => {
    if (connecting !== undefined) return;
    const hit = flowUnder(event);
    if (hit === undefined) letGo();
    else choose(hit, event);
  }, [connecting, letGo, flowUnder, choose]);
  const pointBeside = useCallback((event: globalThis.MouseEvent | MouseEvent) => {
    const hit = flowUnder(event);
    select(hit === undefined ? [] : [hit]);
  }, [flowUnder]);
  const reveal = useCallback((id: ElementId) => canvasPortOf(flow, api, () => surface.current).reveal([id]), [flow, api]);
  const onMove: OnMove = useCallback((_event, { zoom }) => setState({ zoom }), []);

  const place = useCallback((lane: LaneBox, drop: LaneDrop) => putLane(view, lane, drop), [view]);
  const resize = useCallback((party: ElementId, size: number) => {
    perform({ type: 'lane.resize', process: view.page.process.id, party, size });
  }, [view.page.process.id]);

  const fold = useCallback((party: ElementId, collapsed: boolean) => {
    perform({ type: 'lane.collapse', process: view.page.process.id, party, collapsed });
  }, [view.page.process.id]);

  const only = selection.length === 1 ? view.model.nodes[selection[0] ?? ''] : undefined;
  const withPad = only !== undefined && !readOnly && !drag.going && naming === undefined && connecting === undefined && view.boxes.has(only.id);
  const free = tool === 'select' || tool === 'lasso';
  const bendable = !readOnly && tool === 'select' && connecting === undefined && naming === undefined;
  const bending = bendable && selection.length === 1 && !drag.going ? view.plan.flows.find(({ flow: one }) => one.id === selection[0]) : undefined;
  const things = useMemo(
    () => (searching ? [...view.page.nodes].map((node) => ({ id: node.id, name: node.kind === 'note' ? node.text : (node.name ?? ''), where: view.model.parties[node.party ?? '']?.name ?? '' })).filter((thing) => thing.name !== '') : []),
    [searching, view],
  );

  return (
    <div ref={surface} className="canvas" data-tool={tool} data-far={far ? '' : undefined} data-connecting={connecting === undefined ? undefined : ''} tabIndex={-1} aria-label={say('canvas.label')} role="application" onKeyDown={chooseByKey}>
      <FarContext value={picture}>
      <ReactFlow<CanvasNode>
        nodes={nodes}
        edges={noEdges}
        nodeTypes={nodeTypes}
        onNodesChange={drag.onNodesChange}
        onNodeDragStart={drag.onStart}
        onNodeDragStop={drag.onStop}
        onSelectionDragStart={drag.onStart}
        onSelectionDragStop={drag.onStop}
        onNodeDoubleClick={nameNode}
        onNodeContextMenu={pointAt}
        onPaneClick={leave}
        onPaneContextMenu={pointBeside}
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
        multiSelectionKeyCode={several}
        panActivationKeyCode="Space"
        deleteKeyCode={null}
        zoomActivationKeyCode={zoomKeys}
        panOnDrag={tool === 'makeRoom' ? false : tool === 'lasso' ? panButtons.lasso : panButtons.other}
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
        <LaneLayer layout={view.lanes} paint={paint?.lanes} selected={selected} target={drag.landing.party?.id} />
        <FlowLayer flows={view.plan.flows} moved={movedLines} paint={paint} selected={selected} onChoose={choose} onName={name} onGrab={bendable ? grab : undefined} />
        <BadgeLayer flows={view.plan.flows} moved={drag.landing.flows} hidden={bent} selected={selected} spoken={spokenFlow} onOpen={choose} />
        {picture ? <FarNodes nodes={nodes} /> : null}
        {marks === undefined ? null : <MarkLayer>{marks}</MarkLayer>}
        <GuideLayer guides={drag.guides} gaps={drag.gaps} />
        <DragNote view={view} places={drag.places} landing={drag.landing} />
        {bending === undefined ? null : <BendHandles planned={bending} points={bent.get(bending.flow.id) ?? bending.points} onGrab={grab} onReset={(id) => routeAgain([id])} />}
        {withPad ? (
          <ContextPad
            view={view}
            node={only.id}
            canLead={only.kind !== 'end' && only.kind !== 'note' && only.kind !== 'group'}
            onAppend={(what: Placeable) => appendNew(what, only.id)}
            onReplace={(what) => replaceKind(only.id, what)}
            onConnect={(event) => {
              // The pad goes at once: without this the page beneath it would take the same press for a move of the view.
              event.preventDefault();
              begin(only.id);
            }}
            onDelete={() => perform(remove(view, [only.id])) && select([])}
          />
        ) : null}
        {connecting === undefined ? null : (
          <ConnectGesture view={view} connecting={connecting} onConnect={connectTo} onDropped={dropped} onCancel={endConnecting} />
        )}
        {naming === undefined ? null : <NamingEditor key={naming.kind === 'existing' ? naming.id : naming.node.id} view={view} naming={naming} locale={locale} />}
        {drag.going ? null : <Overview view={view} />}
        <LaneHandles layout={view.lanes} paint={paint?.lanes} readOnly={readOnly} onChoose={choose} onName={name} onPlace={place} onResize={resize} onFold={fold} />
        {tool === 'makeRoom' ? (
          <MakeRoomGesture bounds={view.bounds} from={only?.position} onMade={(axis, from, by) => perform(makeRoom(view, axis, from, by))} onKey={(axis, from, by) => perform(makeRoom(view, axis, from, by), `room ${axis}`)} onDone={() => setTool('select')} />
        ) : null}
      </ReactFlow>
      </FarContext>
      {tool === 'connect' && connecting === undefined ? (
        <div
          className="connect-from"
          onPointerDown={(event) => {
            const hit = nodeAtPoint(view, flow.screenToFlowPosition({ x: event.clientX, y: event.clientY }), 4);
            if (hit === undefined) setTool('select');
            else begin(hit.id);
          }}
        />
      ) : null}
      {searching ? <CanvasSearch things={things} onFound={reveal} onClose={() => setState({ searching: false })} /> : null}
      <PageLists view={view} spoken={spoken} spokenFlow={spokenFlow} onReveal={reveal} onChooseFlow={chooseFlow} />
    </div>
  );
}
