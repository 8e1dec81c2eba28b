import type { Flow } from '../document/model/flow.ts';
import type { Model } from '../document/model/model.ts';
import { nameOf } from '../document/model/queries.ts';
import { message } from '../language/message.ts';
import { type Locale, say } from '../language/say.ts';
import { labelJoint } from './layout/label-size.ts';
import { formatShare } from '../language/units.ts';

/** What is written at a flow: its name, its share of the branch, "otherwise". */
export function flowLabel(model: Model, flow: Flow, locale: Locale): string {
  const parts: string[] = [];
  if (flow.name) parts.push(flow.name);
  const from = model.nodes[flow.from];
  const branches = from?.kind === 'gateway' && from.decides !== 'firstEvent';
  if (branches && flow.probability) parts.push(formatShare(flow.probability.value, locale));
  if (branches && flow.otherwise && !flow.name && !flow.probability) parts.push(say(message('drawing.otherwise'), locale));
  return parts.join(labelJoint);
}

/** Spoken name of a flow: where it leads from and to. */
export const flowTitle = (model: Model, flow: Flow, locale: Locale): string =>
  say(message('drawing.fromTo', { from: nameOf(model, flow.from), to: nameOf(model, flow.to) }), locale);
