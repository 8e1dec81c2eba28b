import type { Evidence } from '../../../shared/analysis/readings/evidence.ts';
import type { FlowKind } from '../../../shared/document/model/flow.ts';
import { todayId } from '../../../shared/document/scenarios/document.ts';
import type { DiagramPaint } from '../../../shared/drawing/paint.ts';
import type { Locale } from '../../../shared/language/say.ts';
import { paintOfEffects } from '../../../shared/report/paint-of-effects.ts';
import { paintOfKinds, paintOfSureness } from '../../../shared/report/paint-of-model.ts';
import { overlayIds, paintOfResult, type OverlayId } from '../../../shared/report/paint-of-results.ts';

export type Choice = OverlayId | 'effects' | 'sure' | 'kinds' | 'none';

const measured: readonly string[] = overlayIds;

/** What can be shown now: what was measured after a run, effects elsewhere of a compared proposal, the rest always. */
export function overlayChoices({ scenario, comparison }: Evidence): readonly Choice[] {
  const compared = scenario.id !== todayId && comparison?.scenarios.some(({ id }) => id === scenario.id) === true;
  return [...(scenario.result === undefined ? [] : overlayIds), ...(compared ? (['effects'] as const) : []), 'sure', 'kinds', 'none'];
}

const isMeasured = (choice: Choice): choice is OverlayId => measured.includes(choice);

/** The paint of a choice; nothing for what cannot be shown now. */
export function paintOfChoice(choice: Choice, { settings, scenario, comparison }: Evidence, lit: readonly FlowKind[], locale: Locale): DiagramPaint {
  const { model, result, id } = scenario;
  if (isMeasured(choice)) return result === undefined ? {} : paintOfResult(choice, model, result, locale, settings.currency);
  switch (choice) {
    case 'effects': return comparison === undefined ? {} : paintOfEffects(comparison, id, model, locale);
    case 'sure': return paintOfSureness(model, locale);
    case 'kinds': return paintOfKinds(model, lit);
    case 'none': return {};
  }
}
