import { message } from '../language/message.ts';
import { type Locale, say } from '../language/say.ts';
import { formatShare } from '../language/units.ts';
import { type Sureness, sureSign } from './shapes/marks.ts';
import type { BadgePaint, DiagramPaint, Diff, Effect, FlowPaint, LanePaint, LegendClass, NodePaint } from './paint.ts';

export const heatRoles = ['heat1', 'heat2', 'heat3', 'heat4', 'heat5'] as const;
export type HeatRole = (typeof heatRoles)[number];

/** Class borders: friction and waiting by share of lead time, busyness by share of time. */
const leadTimeBorders = [0.02, 0.05, 0.1, 0.2] as const;
const busyBorders = [0.5, 0.7, 0.85, 0.95] as const;

const classOf = (value: number, borders: readonly number[]): HeatRole => heatRoles[borders.filter((border) => value >= border).length] ?? 'heat5';

/** Heat of a share of lead time (0 to 1). */
export const leadTimeHeat = (share: number): HeatRole => classOf(share, leadTimeBorders);

/** Heat of a utilisation (0 to 1). */
export const busyHeat = (share: number): HeatRole => classOf(share, busyBorders);

/** Stroke width of a flow by its share of lead time: 1.5 px at none to 6 px from 30 %. */
export const frictionWidth = (share: number): number => Math.round((1.5 + 4.5 * Math.min(1, Math.max(0, share) / 0.3)) * 100) / 100;

function classes(borders: readonly number[], locale: Locale): readonly LegendClass[] {
  const words = borders.map((border) => formatShare(border, locale));
  return heatRoles.map((fill, i) => {
    const low = words[i - 1];
    const high = words[i];
    if (low === undefined) return { fill, label: say(message('drawing.below', { high: high ?? '' }), locale) };
    if (high === undefined) return { fill, label: say(message('drawing.above', { low }), locale) };
    return { fill, label: say(message('drawing.between', { low: low.replace(' %', ''), high }), locale) };
  });
}

/** One element's measured value: its share (0 to 1) and the number as people say it. */
export interface Measured {
  readonly share: number;
  readonly text: string;
}

export interface BoundaryFriction {
  /** Share of lead time lost on this flow's boundary. */
  readonly share: number;
  readonly handoff: Measured;
  readonly load: Measured;
}

/** Friction: badges with two halves on handoffs, lines by width and heat class in print. */
export function frictionOverlay(flows: Readonly<Record<string, BoundaryFriction>>, locale: Locale = 'en'): DiagramPaint {
  const painted: Record<string, FlowPaint> = {};
  for (const [id, { share, handoff, load }] of Object.entries(flows)) {
    const badge: BadgePaint = {
      numbers: { handoff: handoff.text, load: load.text, handoffFill: leadTimeHeat(handoff.share), loadFill: leadTimeHeat(load.share) },
      colour: 'muted',
    };
    painted[id] = { width: frictionWidth(share), badge };
  }
  return { flows: painted, overlay: { title: say(message('drawing.friction'), locale), classes: classes(leadTimeBorders, locale) } };
}

/** Waiting before each step, by its share of lead time. */
export function waitOverlay(steps: Readonly<Record<string, Measured>>, locale: Locale = 'en'): DiagramPaint {
  const nodes: Record<string, NodePaint> = {};
  for (const [id, { share, text }] of Object.entries(steps)) nodes[id] = { fill: leadTimeHeat(share), detail: text };
  return { nodes, overlay: { title: say(message('drawing.wait'), locale), classes: classes(leadTimeBorders, locale) } };
}

/** How busy: a bar in each lane's header, and the steps of each team in its class. */
export function utilisationOverlay(lanes: Readonly<Record<string, Measured>>, steps: Readonly<Record<string, Measured>>, locale: Locale = 'en'): DiagramPaint {
  const painted: Record<string, LanePaint> = {};
  for (const [id, { share, text }] of Object.entries(lanes)) painted[id] = { number: text, share, bar: busyHeat(share) };
  const nodes: Record<string, NodePaint> = {};
  for (const [id, { share, text }] of Object.entries(steps)) nodes[id] = { fill: busyHeat(share), detail: text };
  return { lanes: painted, nodes, overlay: { title: say(message('drawing.utilisation'), locale), classes: classes(busyBorders, locale) } };
}

/** What an item costs: the work at each step, and what is lost between teams on their handoffs, each by its share of both together. */
export function costOverlay(steps: Readonly<Record<string, Measured>>, handoffs: Readonly<Record<string, Measured>>, title: string, locale: Locale = 'en'): DiagramPaint {
  const nodes: Record<string, NodePaint> = {};
  for (const [id, { share, text }] of Object.entries(steps)) nodes[id] = { fill: leadTimeHeat(share), detail: text };
  const flows: Record<string, FlowPaint> = {};
  for (const [id, { share, text }] of Object.entries(handoffs)) flows[id] = { badge: { numbers: { handoff: text, load: formatShare(share, locale), handoffFill: leadTimeHeat(share), loadFill: leadTimeHeat(share) }, colour: 'muted' } };
  return { nodes, flows, overlay: { title, classes: classes(leadTimeBorders, locale) } };
}

const sureFill = { measured: 'surface', estimated: 'heat1', default: 'heat2' } as const;
const sureWords = { measured: 'drawing.measured', estimated: 'drawing.estimated', default: 'drawing.assumed' } as const;

/** How sure an element's least sure number is, and how many of its numbers are guessed. */
export interface Guessed {
  readonly sureness: Sureness;
  readonly guesses: number;
}

/** How sure: the mark of each step's least sure number, and how many of its numbers are guesses; the same for lanes and their teams. */
export function sureOverlay(steps: Readonly<Record<string, Guessed>>, lanes: Readonly<Record<string, Guessed>>, locale: Locale = 'en'): DiagramPaint {
  const words = ({ sureness, guesses }: Guessed): string => (guesses === 0 ? say(message(sureWords[sureness]), locale) : say(message('drawing.guesses', { n: guesses }), locale));
  const nodes: Record<string, NodePaint> = {};
  for (const [id, found] of Object.entries(steps)) nodes[id] = { fill: sureFill[found.sureness], sureness: found.sureness, detail: words(found) };
  const painted: Record<string, LanePaint> = {};
  for (const [id, found] of Object.entries(lanes)) painted[id] = { number: `${sureSign[found.sureness]} ${words(found)}` };
  const shown = (['measured', 'estimated', 'default'] as const).map((kind) => ({ fill: sureFill[kind], label: `${sureSign[kind]} ${say(message(sureWords[kind]), locale)}` }));
  return { nodes, lanes: painted, overlay: { title: say(message('drawing.howSure'), locale), classes: shown } };
}

/** Effects elsewhere: ▼ or ▲ with the size of the change, on steps and lanes. */
export function effectsOverlay(
  nodes: Readonly<Record<string, { readonly effect: Effect; readonly text: string }>>,
  lanes: Readonly<Record<string, { readonly effect: Effect; readonly text: string }>> = {},
): DiagramPaint {
  const chips = <T extends { readonly effect: Effect; readonly text: string }>(all: Readonly<Record<string, T>>): Record<string, { chip: { effect: Effect; text: string } }> =>
    Object.fromEntries(Object.entries(all).map(([id, { effect, text }]) => [id, { chip: { effect, text } }]));
  return { nodes: chips(nodes), lanes: chips(lanes) };
}

/** What a proposal adds, removes and changes, by element id of any kind. */
export function diffOverlay(elements: Readonly<Record<string, Diff>>): DiagramPaint {
  const all = Object.fromEntries(Object.entries(elements).map(([id, diff]) => [id, { diff }]));
  return { nodes: all, flows: all, lanes: all };
}

/** Several paints as one; where two speak of the same thing the later one wins. */
export function mergePaint(...paints: readonly DiagramPaint[]): DiagramPaint {
  const merged = <T extends object>(pick: (paint: DiagramPaint) => Readonly<Record<string, T>> | undefined): Record<string, T> => {
    const all: Record<string, T> = {};
    for (const paint of paints) for (const [id, own] of Object.entries(pick(paint) ?? {})) all[id] = { ...all[id], ...own };
    return all;
  };
  const overlay = paints.findLast((paint) => paint.overlay)?.overlay;
  return { nodes: merged((paint) => paint.nodes), flows: merged((paint) => paint.flows), lanes: merged((paint) => paint.lanes), ...(overlay ? { overlay } : {}) };
}

