import { boundaryPath } from '../analysis/readings/boundary-path.ts';
import type { Evidence } from '../analysis/readings/evidence.ts';
import { rankedBoundaries } from '../analysis/readings/losses.ts';
import type { Model } from '../document/model/model.ts';
import { indexFlows } from '../document/model/queries.ts';
import { type DiagramOptions, drawDiagram } from '../drawing/diagram.ts';
import { closedUp } from '../drawing/layout/close-up.ts';
import { laneHeader } from '../drawing/layout/lanes.ts';
import { boxOfNode } from '../drawing/layout/node-box.ts';
import type { Scene } from '../drawing/scene.ts';
import { type Message, message } from '../language/message.ts';
import type { Locale } from '../language/say.ts';
import { paintOfResult } from './paint-of-results.ts';

/** What a page can give to a picture, in pixels, and the factor below which its words are too small to read. */
export interface PictureRoom {
  readonly width: number;
  readonly height: number;
  readonly least: number;
}

/** A part has to be this much larger than the whole. */
const worthCutting = 1.25;

export interface FittingDiagram {
  readonly scene: Scene;
  /** Said below the picture: which part it shows, and how its numbers are read. */
  readonly notes: readonly Message[];
}

/** A picture of a page of the process, drawn for paper: closed up, without a legend, with friction once something ran. */
export function paperDiagram({ scenario, base }: Evidence, process: string, locale: Locale, more: Pick<DiagramOptions, 'legend' | 'selection'> = {}): Scene {
  const { model, result } = scenario;
  const proposal = base !== undefined && base.id !== scenario.id ? { proposal: scenario.name } : {};
  return drawDiagram(closedUp(model, process, locale), process, result === undefined ? {} : paintOfResult('friction', model, result, locale), { locale, margin: 4, ...proposal, ...more });
}

/** Where most is lost on a page: the middle of the handoffs of the costliest boundary that has some here. */
function focusOf({ scenario: { model, result } }: Evidence, shown: Model, process: string): number | undefined {
  if (result === undefined) return undefined;
  const index = indexFlows(model);
  for (const { from, to } of rankedBoundaries(result)) {
    const ends = boundaryPath(model, from, to, index).flows.flatMap((flow) => [shown.nodes[flow.from], shown.nodes[flow.to]]).filter((node) => node?.process === process);
    const middles = ends.flatMap((node) => (node === undefined ? [] : [boxOfNode(node).x + boxOfNode(node).width / 2]));
    if (from !== to && middles.length > 0) return (Math.min(...middles) + Math.max(...middles)) / 2;
  }
  return undefined;
}

/** A page of the process for the room there is: whole where its words stay readable, else the part where most is lost. */
export function fittingDiagram(evidence: Evidence, locale: Locale, { width, height, least }: PictureRoom, process?: string): FittingDiagram | undefined {
  const id = process ?? Object.keys(evidence.scenario.model.processes)[0];
  if (id === undefined) return undefined;
  const whole = paperDiagram(evidence, id, locale, { legend: false });
  // Only where something ran there are numbers to explain.
  const legend = evidence.scenario.result === undefined ? [] : [message('report.handoffLegend')];
  const factor = ({ width: wide, height: high }: Scene): number => Math.min(width / wide, height / high);
  if (factor(whole) >= least) return { scene: whole, notes: legend };
  const shown = closedUp(evidence.scenario.model, id, locale);
  const nodes = Object.values(shown.nodes).filter((node) => node.process === id && node.parent === undefined && node.kind !== 'group').map((node) => ({ id: node.id, box: boxOfNode(node) }));
  const [first, last] = [Math.min(...nodes.map(({ box }) => box.x)), Math.max(...nodes.map(({ box }) => box.x + box.width))];
  const reach = width / least - laneHeader - 64;
  if (reach >= last - first || reach < 200) return { scene: whole, notes: legend };
  const focus = focusOf(evidence, shown, id);
  const from = Math.max(first, Math.min(last - reach, (focus ?? first) - reach / 2));
  const seen = nodes.filter(({ box }) => box.x >= from - 1 && box.x + box.width <= from + reach + 1).map((node) => node.id);
  if (seen.length === 0) return { scene: whole, notes: legend };
  const part = paperDiagram(evidence, id, locale, { legend: false, selection: seen });
  // Where the height is what is missing, a part is hardly larger and tells less.
  return factor(part) < factor(whole) * worthCutting ? { scene: whole, notes: legend } : { scene: part, notes: [message(focus === undefined ? 'report.partBeginning' : 'report.partMostLost'), ...legend] };
}
