import { guessesOf } from '../analysis/readings/guesses.ts';
import type { ElementId, Provenance } from '../document/model/fields.ts';
import type { FlowKind } from '../document/model/flow.ts';
import type { Model } from '../document/model/model.ts';
import { flowKind, isHandoff } from '../document/model/queries.ts';
import { type Guessed, sureOverlay } from '../drawing/overlays.ts';
import type { DiagramPaint, FlowPaint } from '../drawing/paint.ts';
import { labelJoint } from '../drawing/layout/label-size.ts';
import { sureSign } from '../drawing/shapes/marks.ts';
import { flowLabel } from '../drawing/words.ts';
import type { Locale } from '../language/say.ts';

/** Where each guess shows: what a team rests on at its lane, what comes in at its start. */
function shownAt(model: Model, element: ElementId): ElementId {
  return model.teams[element]?.party ?? model.demandClasses[element]?.start ?? element;
}

/** How sure the numbers are: every step and lane with its least sure number, handoffs where something is guessed. Needs no run. */
export function paintOfSureness(model: Model, locale: Locale): DiagramPaint {
  const found = new Map<ElementId, Guessed>();
  for (const { element, provenance } of guessesOf(model)) {
    const at = shownAt(model, element);
    const before = found.get(at);
    const sureness: Provenance = before?.sureness === 'default' ? 'default' : provenance;
    found.set(at, { sureness, guesses: (before?.guesses ?? 0) + 1 });
  }
  const sure: Guessed = { sureness: 'measured', guesses: 0 };
  const steps = Object.fromEntries(Object.values(model.nodes).flatMap(({ id, kind }) => (kind === 'step' ? [[id, found.get(id) ?? sure]] : [])));
  const staffed = new Set(Object.values(model.teams).map(({ party }) => party));
  const lanes = Object.fromEntries([...staffed].map((party) => [party, found.get(party) ?? sure]));
  const flows: Record<string, FlowPaint> = {};
  for (const flow of Object.values(model.flows)) {
    const guessed = found.get(flow.id);
    if (guessed === undefined || !isHandoff(model, flow)) continue;
    const sign = `${sureSign[guessed.sureness]} ${guessed.guesses}`;
    flows[flow.id] = { label: [flowLabel(model, flow, locale), sign].filter((part) => part !== '').join(labelJoint) };
  }
  return { ...sureOverlay(steps, lanes, locale), flows };
}

/** How many flows of each kind the model has. */
export function kindsOf(model: Model): Readonly<Record<FlowKind, number>> {
  const count = { execution: 0, information: 0, decision: 0 };
  for (const flow of Object.values(model.flows)) count[flowKind(model, flow)] += 1;
  return count;
}

/** Only the flows of some kinds, in their own look; the others step back and lose their handoffs. Needs no run. */
export function paintOfKinds(model: Model, lit: readonly FlowKind[]): DiagramPaint {
  const back = Object.values(model.flows).filter((flow) => !lit.includes(flowKind(model, flow)));
  return { flows: Object.fromEntries(back.map(({ id }) => [id, { dimmed: true, badge: false as const }])) };
}
