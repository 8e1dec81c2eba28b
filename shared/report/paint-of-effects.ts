import { durationText, shareText } from '../analysis/readings/phrases.ts';
import type { ElementId } from '../document/model/fields.ts';
import type { Model } from '../document/model/model.ts';
import { effectsOverlay } from '../drawing/overlays.ts';
import type { DiagramPaint, Effect } from '../drawing/paint.ts';
import { message } from '../language/message.ts';
import { type Locale, say } from '../language/say.ts';
import type { Comparison, Difference } from '../simulation/results/comparison.ts';

interface Chip {
  readonly effect: Effect;
  readonly text: string;
}

/** What a proposal moves without touching it: longer or shorter waits at steps, teams busier or less busy at their lane. */
export function paintOfEffects(comparison: Comparison, proposal: ElementId, model: Model, locale: Locale): DiagramPaint {
  const differences = comparison.scenarios.find(({ id }) => id === proposal)?.differences ?? [];
  const moved = differences.filter(({ secondOrder, verdict, element }) => secondOrder && verdict !== 'unclear' && element !== null);
  const steps: Record<ElementId, Chip> = {};
  const lanes: Record<ElementId, Chip> = {};
  for (const difference of [...moved].sort((a, b) => Math.abs(a.mean) - Math.abs(b.mean))) {
    const at = difference.element ?? '';
    if (difference.measure === 'waiting' && Object.hasOwn(model.nodes, at)) steps[at] = chip(difference, locale);
    const lane = difference.measure === 'utilisation' ? model.teams[at]?.party : undefined;
    if (lane !== undefined) lanes[lane] = chip(difference, locale);
  }
  const classes = [
    { fill: 'better' as const, label: `▼ ${say(message('report.better'), locale)}` },
    { fill: 'worse' as const, label: `▲ ${say(message('report.worse'), locale)}` },
  ];
  return { ...effectsOverlay(steps, lanes), overlay: { title: say(message('drawing.effects'), locale), classes } };
}

function chip({ mean, measure, verdict }: Difference, locale: Locale): Chip {
  const size = say(measure === 'utilisation' ? shareText(Math.abs(mean)) : durationText(Math.abs(mean)), locale);
  return { effect: verdict === 'better' ? 'better' : 'worse', text: `${mean < 0 ? '−' : '+'}${size}` };
}
