import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { runFindings } from '../../shared/analysis/readings/findings.ts';
import type { ElementId } from '../../shared/document/model/fields.ts';
import { todayId } from '../../shared/document/scenarios/document.ts';
import { Canvas } from '../canvas/Canvas.tsx';
import { CanvasMenu } from '../canvas/CanvasMenu.tsx';
import { viewOfTab } from '../canvas/current-view.ts';
import { EmptyCanvas } from '../canvas/EmptyCanvas.tsx';
import { laneOperations } from '../canvas/new-elements.ts';
import { currentView } from '../canvas/current-view.ts';
import { firstStep } from '../canvas/naming.ts';
import { NothingDrawn } from '../canvas/NothingDrawn.tsx';
import { PageTrail } from '../canvas/PageTrail.tsx';
import { Palette } from '../canvas/Palette.tsx';
import { useEvidence } from '../hooks/use-evidence.ts';
import { useTab } from '../hooks/use-window.ts';
import { canvasPort } from '../store/canvas-port.ts';
import { perform, startNaming } from '../store/edit.ts';
import { placeOf } from '../store/show-element.ts';
import { later } from '../ui/later.tsx';
import { useSay } from '../ui/locale.tsx';
import { slots } from './slots.tsx';

const Inspector = later(() => import('../features/inspector/Inspector.tsx').then((part) => part.Inspector));

/** Below this size panel and drawer are never open together. */
const roomForBoth = { width: 1500, height: 860 };

function useRoomForBoth(): boolean {
  const measure = (): boolean => window.innerWidth >= roomForBoth.width && window.innerHeight >= roomForBoth.height;
  const [room, setRoom] = useState(measure);
  useEffect(() => {
    const onResize = (): void => setRoom(measure());
    window.addEventListener('resize', onResize);
    return () => window.removeEventListener('resize', onResize);
  }, []);
  return room;
}

/** The first answer on an empty page makes its lanes; the first step is named right after. */
function makeLanes(names: readonly string[]): void {
  const view = currentView();
  if (view === undefined || !perform(laneOperations(view.model, view.page.process.id, names))) return;
  requestAnimationFrame(() => {
    canvasPort()?.settle();
    const after = currentView();
    if (after !== undefined) startNaming(firstStep(after));
  });
}

/** Until the canvas has measured its new place, in ms. */
const settleTime = 80;

/** After a change around the page its place is watched for so long, in ms; then its size is the person's own doing. */
const longestSettling = 1500;

const nowhere: readonly ElementId[] = [];

/** What a person does to the page: from then on the view is their own. */
const handOnPage = ['pointerdown', 'wheel', 'keydown'] as const;

/**
 * Shows the page anew when what stands around it changes: another mode, the drawer; where the page is read and not
 * drawn, also when the window has another size. It never moves under the hand of the person.
 */
function Refit({ when, whole, pointedAt = nowhere }: { readonly when: string; readonly whole: boolean; readonly pointedAt?: readonly ElementId[] }): ReactNode {
  const looked = useRef(pointedAt);
  useEffect(() => {
    looked.current = pointedAt;
  }, [pointedAt]);
  useEffect(() => {
    const settle = (): void => canvasPort()?.settle(looked.current);
    let timer = setTimeout(settle, settleTime);
    // On a slow machine the place gets its new size only later.
    const watch = new ResizeObserver(() => {
      clearTimeout(timer);
      timer = setTimeout(settle, settleTime);
    });
    const stage = document.querySelector('.stage-inside');
    if (stage !== null) watch.observe(stage);
    const stop = (): void => {
      clearTimeout(timer);
      watch.disconnect();
    };
    const end = setTimeout(() => watch.disconnect(), longestSettling);
    for (const act of handOnPage) stage?.addEventListener(act, stop, { capture: true, passive: true });
    return () => {
      clearTimeout(end);
      stop();
      for (const act of handOnPage) stage?.removeEventListener(act, stop, { capture: true });
    };
  }, [when]);
  useEffect(() => {
    if (!whole) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onResize = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => canvasPort()?.settle(looked.current), settleTime);
    };
    window.addEventListener('resize', onResize);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('resize', onResize);
    };
  }, [whole]);
  return null;
}

/** The same where results are read: a page too large for its place shows where the first finding after the headline points. */
function RefitToFinding({ when, run }: { readonly when: string; readonly run: boolean }): ReactNode {
  const evidence = useEvidence();
  const pointedAt = useMemo(() => {
    if (evidence?.scenario.result === undefined) return nowhere;
    const { model } = evidence.scenario;
    const finding = runFindings(evidence).slice(1).find(({ elements }) => elements.length > 0);
    return finding?.elements.map((element) => placeOf(model, element)) ?? nowhere;
  }, [evidence]);
  // A run that ends shows what it found. Today and a proposal are looked at in the same place, one after the other.
  return <Refit when={`${when} ${run && evidence?.scenario.result !== undefined}`} whole pointedAt={pointedAt} />;
}

/** What is worked on: palette, canvas, panel and drawer, as the mode has them. */
export function Workspace(): ReactNode {
  const say = useSay();
  const tab = useTab((one) => one);
  const room = useRoomForBoth();
  if (tab === undefined) return null;
  const view = viewOfTab(tab);
  const { mode } = tab;
  const blank = view !== undefined && tab.within === undefined && view.page.process.lanes.length === 0 && view.page.nodes.length === 0;
  const empty = blank && mode === 'draw' && tab.naming === undefined;
  const results = mode === 'simulate' && tab.drawer && slots.ResultsDrawer !== undefined;
  const tables = results || mode === 'present' ? undefined : tab.tables;
  const drawer = results || tables !== undefined;
  const ModePanel = mode === 'simulate' ? slots.FindingsPanel : mode === 'compare' ? slots.ComparePanel : undefined;
  const panelWanted = tab.selection.length > 0 ? 'inspector' : ModePanel === undefined ? undefined : 'mode';
  const panel = drawer && !room ? undefined : panelWanted;
  const proposal = tab.scenario === todayId ? undefined : tab.history.document.scenarios[tab.scenario]?.name;
  const { HeadlineBand, ResultsDrawer, TablesDrawer, OverlayPicker, ProposalList, CommentMarks, ReplayBar, ReplayDots, FiguresCard } = slots;
  const shown = `${tab.id} ${mode} ${drawer} ${mode !== 'draw' && panel !== undefined}`;

  return (
    <>
      {mode === 'simulate' && HeadlineBand !== undefined ? <HeadlineBand /> : <span />}
      <main className="work">
        {mode === 'draw' ? <Palette /> : mode === 'compare' && ProposalList !== undefined ? <aside className="side-list"><ProposalList /></aside> : <span style={{ gridRow: '1 / span 2' }} />}
        <div className="stage">
          {(mode === 'simulate' || mode === 'compare') && OverlayPicker !== undefined ? <OverlayPicker /> : <span />}
          <div className="stage-page" data-proposal={proposal === undefined ? undefined : ''}>
            {proposal === undefined ? null : <div className="proposal-name clip">{say('window.proposalNamed', { name: proposal })}</div>}
            {view === undefined ? null : (
              <CanvasMenu>
                <div className="stage-inside">
                  <Canvas key={tab.id} tab={tab} view={view} readOnly={mode === 'simulate' || mode === 'present'} marks={<>{CommentMarks === undefined ? null : <CommentMarks view={view} />}{mode === 'simulate' && ReplayDots !== undefined ? <ReplayDots view={view} /> : null}</>} />
                </div>
              </CanvasMenu>
            )}
            {mode === 'simulate' || mode === 'compare' ? <RefitToFinding when={shown} run={mode === 'simulate'} /> : <Refit when={shown} whole={mode !== 'draw'} />}
            <PageTrail />
            {empty ? <EmptyCanvas onLanes={makeLanes} /> : null}
            {blank && mode !== 'draw' ? <NothingDrawn /> : null}
            {(mode === 'simulate' || mode === 'compare') && FiguresCard !== undefined ? <FiguresCard /> : null}
          </div>
          {mode === 'simulate' && ReplayBar !== undefined ? <ReplayBar /> : null}
        </div>
        {tables === undefined || TablesDrawer === undefined ? null : <section className="drawer" data-whole={tables.whole ? '' : undefined} aria-label={say('tables.label')}><TablesDrawer /></section>}
        {results && ResultsDrawer !== undefined ? <section className="drawer" aria-label={say('window.results')}><ResultsDrawer /></section> : null}
        {panel === undefined ? null : (
          <aside className="panel" aria-label={say(panel === 'inspector' ? 'window.properties' : 'window.findings')}>
            {panel === 'inspector' ? <Inspector /> : ModePanel === undefined ? null : <ModePanel />}
          </aside>
        )}
      </main>
    </>
  );
}
