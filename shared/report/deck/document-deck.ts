import type { Evidence } from '../../analysis/readings/evidence.ts';
import { type Document, todayId } from '../../document/scenarios/document.ts';
import { resolveScenario } from '../../document/scenarios/resolve.ts';
import { tellChanges } from '../../document/scenarios/tell-changes.ts';
import type { Scene } from '../../drawing/scene.ts';
import type { Message } from '../../language/message.ts';
import type { Locale } from '../../language/say.ts';
import { withoutPersonNames } from '../compose.ts';
import { composeDeck, type DeckOptions, proposalOf } from './deck.ts';

/** The scenario whose reason is the decision asked: the proposal that the pages speak of, else Today. */
export const decidedScenario = (evidence: Evidence): string => proposalOf(evidence)?.id ?? todayId;

/** The six pages of a document: its purpose is the question, the proposal's reason is the decision asked. */
export function documentDeck(document: Document, evidence: Evidence, locale: Locale, options: Pick<DeckOptions, 'date' | 'include' | 'handedOut'>): readonly Scene[] {
  return composeDeck(evidence, locale, {
    ...options,
    question: document.settings.purpose ?? '',
    decision: document.scenarios[decidedScenario(evidence)]?.reason ?? '',
    changes: changesOf(document, proposalOf(evidence)?.id, options.include.names),
  });
}

/** What a proposal changes, without what is switched off. */
function changesOf(document: Document, id: string | undefined, names: boolean): readonly Message[] {
  const proposal = id === undefined ? undefined : document.scenarios[id];
  if (proposal === undefined) return [];
  const before = resolveScenario(document, proposal.parent ?? todayId);
  if (!before.ok) return [];
  return tellChanges(names ? before.value : withoutPersonNames(before.value), proposal.changes.filter(({ on }) => on));
}
