import { boundaryPath } from '../analysis/readings/boundary-path.ts';
import { meanOf, type RunResult } from '../analysis/readings/measures.ts';
import { durationText, shareText } from '../analysis/readings/phrases.ts';
import { defaults } from '../document/model/defaults.ts';
import type { ElementId } from '../document/model/fields.ts';
import type { Model } from '../document/model/model.ts';
import { indexFlows, isHandoff, workingTeam } from '../document/model/queries.ts';
import { type BoundaryFriction, costOverlay, frictionOverlay, type Measured, utilisationOverlay, waitOverlay } from '../drawing/overlays.ts';
import type { DiagramPaint } from '../drawing/paint.ts';
import { type Message, message } from '../language/message.ts';
import { type Locale, say } from '../language/say.ts';
import { formatAmount, formatDuration } from '../language/units.ts';

export const overlayIds = ['friction', 'wait', 'busy', 'cost'] as const;
export type OverlayId = (typeof overlayIds)[number];

/** A result as paint for the diagram: the same numbers as in the tables, on the elements they belong to; money in `currency`. */
export function paintOfResult(overlay: OverlayId, model: Model, result: RunResult, locale: Locale, currency: string = defaults.settings.currency): DiagramPaint {
  switch (overlay) {
    case 'friction': return frictionPaint(model, result, locale);
    case 'wait': return waitPaint(result, locale);
    case 'busy': return busyPaint(model, result, locale);
    case 'cost': return costPaint(model, result, locale, currency);
  }
}

/** A time below this share of the lead time is none on the diagram: "4.7 s" in a process of days is noise. */
const nothing = 0.0002;

/** A boundary's friction stands on the handoffs that lead across it; each shows the whole, for items do not tell by which they came. */
function frictionPaint(model: Model, result: RunResult, locale: Locale): DiagramPaint {
  const lead = meanOf(result.leadTime);
  const index = indexFlows(model);
  const flows: Record<string, BoundaryFriction> = {};
  const share = (seconds: number): number => (lead > 0 ? seconds / lead : 0);
  const measured = (seconds: number): Measured => ({ share: share(seconds), text: share(seconds) < nothing ? '0' : formatDuration(seconds, { locale, style: 'short' }) });
  for (const boundary of result.boundaries) {
    if (boundary.from === boundary.to) continue;
    for (const flow of boundaryPath(model, boundary.from, boundary.to, index).flows) {
      if (!isHandoff(model, flow)) continue;
      flows[flow.id] = { share: share(meanOf(boundary.friction)), handoff: measured(meanOf(boundary.madeByHandoff)), load: measured(meanOf(boundary.madeByLoad)) };
    }
  }
  return frictionOverlay(flows, locale);
}

function waitPaint(result: RunResult, locale: Locale): DiagramPaint {
  const lead = meanOf(result.leadTime);
  const steps: Record<string, Measured> = {};
  for (const step of result.steps) {
    const perItem = meanOf(step.visits) * meanOf(step.waiting);
    steps[step.id] = { share: lead > 0 ? perItem / lead : 0, text: said(durationText(meanOf(step.waiting)), locale) };
  }
  return waitOverlay(steps, locale);
}

function busyPaint(model: Model, result: RunResult, locale: Locale): DiagramPaint {
  const busy = (share: number): Measured => ({ share, text: said(shareText(share), locale) });
  const lanes = new Map<string, { units: number; used: number }>();
  const teams = new Map(result.teams.map((team) => [team.id, team]));
  for (const team of result.teams) {
    const lane = lanes.get(team.party) ?? { units: 0, used: 0 };
    lane.units += team.capacity ?? 0;
    lane.used += (team.capacity ?? 0) * meanOf(team.utilisation);
    lanes.set(team.party, lane);
  }
  const painted = Object.fromEntries([...lanes].filter(([, lane]) => lane.units > 0).map(([id, lane]) => [id, busy(lane.used / lane.units)]));
  const steps: Record<string, Measured> = {};
  for (const node of Object.values(model.nodes)) {
    const team = teams.get(workingTeam(model, node)?.id ?? '');
    if (team !== undefined) steps[node.id] = busy(meanOf(team.utilisation));
  }
  return utilisationOverlay(painted, steps, locale);
}

/** What an hour of a step's work costs: every requirement's first choice, with its units. */
function ratePerHour(model: Model, id: ElementId): number {
  const node = model.nodes[id];
  if (node?.kind !== 'step') return 0;
  return (node.requirements ?? []).reduce((sum, { anyOf: [first], units }) => {
    const own = first?.person === undefined ? undefined : model.people[first.person]?.costPerHour;
    const rate = own ?? model.teams[first?.team ?? '']?.costPerHour;
    return sum + (units ?? 1) * (rate?.value ?? defaults.team.costPerHour);
  }, 0);
}

/** Work at a step is visits × service × rate; a handoff carries what its boundary loses, delay included. Both per item, in the document's currency. */
function costPaint(model: Model, result: RunResult, locale: Locale, currency: string): DiagramPaint {
  const work = result.steps.map((step) => ({ id: step.id, cost: (meanOf(step.visits) * meanOf(step.service) * ratePerHour(model, step.id)) / 3600 }));
  const lost = result.boundaries.filter(({ from, to }) => from !== to);
  const all = work.reduce((sum, { cost }) => sum + cost, 0) + lost.reduce((sum, { cost }) => sum + meanOf(cost), 0);
  const measured = (cost: number): Measured => ({ share: all > 0 ? cost / all : 0, text: said(message('report.money', { amount: formatAmount(cost, locale), currency }), locale) });
  const index = indexFlows(model);
  const handoffs: Record<string, Measured> = {};
  for (const boundary of lost) {
    for (const flow of boundaryPath(model, boundary.from, boundary.to, index).flows) if (isHandoff(model, flow)) handoffs[flow.id] = measured(meanOf(boundary.cost));
  }
  return costOverlay(Object.fromEntries(work.map(({ id, cost }) => [id, measured(cost)])), handoffs, said(message('drawing.cost'), locale), locale);
}

const said = (message: Message, locale: Locale): string => say(message, locale);
