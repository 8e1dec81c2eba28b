import type { ComponentType } from 'react';
import type { PageView } from '../canvas/page-view.ts';
import { StartScreen } from '../features/start/StartScreen.tsx';
import { later } from '../ui/later.tsx';

const ComparePanel = later(() => import('../features/compare/ComparePanel.tsx').then((part) => part.ComparePanel));
const ProposalList = later(() => import('../features/compare/ProposalList.tsx').then((part) => part.ProposalList));
const CommentMarks = later(() => import('../features/comments/CommentMarks.tsx').then((part) => part.CommentMarks));
const FiguresCard = later(() => import('../features/figures/FiguresCard.tsx').then((part) => part.FiguresCard));
const HintLine = later(() => import('../features/help/HintLine.tsx').then((part) => part.HintLine));
const OverlayPicker = later(() => import('../features/overlays/OverlayPicker.tsx').then((part) => part.OverlayPicker), <div className="overlay-picker" />);
const TablesDrawer = later(() => import('../features/tables/TablesDrawer.tsx').then((part) => part.TablesDrawer));
const PresentPages = later(() => import('../features/present/PresentPages.tsx').then((part) => part.PresentPages));
const ReplayBar = later(() => import('../features/replay/ReplayBar.tsx').then((part) => part.ReplayBar));
const ReplayDots = later(() => import('../features/replay/ReplayDots.tsx').then((part) => part.ReplayDots));
const ResultsDrawer = later(() => import('../features/results/ResultsDrawer.tsx').then((part) => part.ResultsDrawer));
const FindingsPanel = later(() => import('../features/simulate/FindingsPanel.tsx').then((part) => part.FindingsPanel));
const HeadlineBand = later(() => import('../features/simulate/HeadlineBand.tsx').then((part) => part.HeadlineBand), <span />);

/**
 * The places of the window that a feature fills. A feature is imported here and nowhere else, so that features know
 * nothing of each other and the layout knows nothing of them. Only the start screen is read before the window is seen.
 */
export interface Slots {
  /** Before a document is open: Draw, Open or import, Recent, the worked example. */
  readonly StartScreen?: ComponentType;
  /** Simulate, above the canvas, 72 px: one finding and Why; also what runs, fails or is stale. */
  readonly HeadlineBand?: ComponentType;
  /** Simulate, right panel while nothing is selected: at most five findings. */
  readonly FindingsPanel?: ComponentType;
  /** Simulate, bottom drawer: the five doors and More. */
  readonly ResultsDrawer?: ComponentType;
  /** Every mode but Present, bottom drawer or in the place of the canvas: steps, handoffs, teams and more as tables. */
  readonly TablesDrawer?: ComponentType;
  /** Simulate and Compare, above the canvas: which overlay is shown, and its legend. */
  readonly OverlayPicker?: ComponentType;
  /** Compare, left: the list of proposals, 240 px. */
  readonly ProposalList?: ComponentType;
  /** Compare, right panel: effect, who gains, who pays, effects elsewhere. */
  readonly ComparePanel?: ComponentType;
  /** Over the page, in its coordinates: marks on elements that have comments. */
  readonly CommentMarks?: ComponentType<{ readonly view: PageView }>;
  /** Simulate, at the foot of the canvas: replays a simulated day. */
  readonly ReplayBar?: ComponentType;
  /** Over the page, in its coordinates: the items of a replay. */
  readonly ReplayDots?: ComponentType<{ readonly view: PageView }>;
  /** Simulate and Compare, over the canvas: the numbers of the element under the pointer. */
  readonly FiguresCard?: ComponentType;
  /** The status line: a hint for this moment. */
  readonly HintLine?: ComponentType;
  /** Present: the whole window. */
  readonly PresentPages?: ComponentType;
}

export const slots: Slots = { StartScreen, HeadlineBand, FindingsPanel, ResultsDrawer, TablesDrawer, OverlayPicker, ProposalList, ComparePanel, PresentPages, CommentMarks, ReplayBar, ReplayDots, FiguresCard, HintLine };
