import type { MessageId } from '../../../shared/language/message.ts';
import { isHandoff } from '../../../shared/document/model/queries.ts';
import type { DocumentTab } from '../../store/state.ts';
import { toFillIn } from '../../store/to-fill-in.ts';
import { modelOnCanvas } from '../../store/window-store.ts';

/** Something worth knowing at a certain moment, told once. */
export interface Hint {
  readonly id: string;
  readonly text: MessageId;
  /** Whether now is the moment. */
  readonly when: (tab: DocumentTab) => boolean;
}

const stepsOf = (tab: DocumentTab): number => Object.values(modelOnCanvas(tab).nodes).filter(({ kind }) => kind === 'step').length;

/** In the order in which they are told. Presenting is no moment for any of them. */
export const hints: readonly Hint[] = [
  { id: 'naming', text: 'files.hint.naming', when: (tab) => tab.mode === 'draw' && tab.naming?.kind === 'pending' },
  { id: 'handoff', text: 'files.hint.handoff', when: (tab) => tab.mode === 'draw' && tab.naming === undefined && Object.values(modelOnCanvas(tab).flows).some((flow) => isHandoff(modelOnCanvas(tab), flow)) },
  { id: 'numbers', text: 'files.hint.numbers', when: (tab) => tab.mode === 'draw' && tab.naming === undefined && stepsOf(tab) > 2 && toFillIn(modelOnCanvas(tab)).length > 0 },
  { id: 'help', text: 'files.hint.help', when: (tab) => tab.mode === 'draw' && tab.naming === undefined && tab.selection.length === 1 },
  { id: 'why', text: 'files.hint.why', when: (tab) => tab.mode === 'simulate' && tab.runs.byScenario[tab.scenario] !== undefined && !tab.drawer },
  { id: 'proposal', text: 'files.hint.proposal', when: (tab) => tab.mode === 'compare' },
];

/** The hint of this moment that was not told yet. */
export const hintNow = (tab: DocumentTab, seen: readonly string[]): Hint | undefined => hints.find((hint) => !seen.includes(hint.id) && hint.when(tab));
