import { onDocument, onModel } from '../../shared/document/editing/action.ts';
import * as history from '../../shared/document/editing/history.ts';
import type { ElementId } from '../../shared/document/model/fields.ts';
import type { Operation } from '../../shared/document/operations/all.ts';
import { freshRowId, todayId } from '../../shared/document/scenarios/document.ts';
import { newGesture, refuse, undo, redo } from './edit.ts';
import { activeTab, changeTab } from './window-store.ts';

/**
 * Moves the edits of Today since `before` entries of the history into a proposal: one that there is, or a new one of the
 * given name. Undo takes the whole move back. Where the proposal refuses an edit, Today keeps all of them.
 */
export function moveIntoProposal(before: number, into: { readonly proposal: ElementId } | { readonly name: string }): void {
  const edited = activeTab();
  if (edited === undefined) return;
  const operations = edited.history.past.slice(before).flatMap(({ action }): Operation[] => (action.kind === 'operation' && action.scenario === undefined ? [action.operation] : []));
  while ((activeTab()?.history.past.length ?? 0) > before) undo();
  const tab = activeTab();
  if (tab === undefined || operations.length === 0) return;

  const gesture = newGesture();
  const proposal = 'proposal' in into ? into.proposal : freshRowId(tab.history.document.scenarios, 'proposal');
  const added = 'name' in into ? [onDocument({ type: 'scenario.add', scenario: { id: proposal, name: into.name, parent: todayId, changes: [], status: 'draft' } }, gesture)] : [];
  let next = tab.history;
  for (const action of [...added, ...operations.map((operation) => onModel(operation, proposal, gesture))]) {
    const done = history.perform(next, action);
    if (!done.ok) {
      while ((activeTab()?.history.past.length ?? 0) < edited.history.past.length) redo();
      refuse(done.failure);
      return;
    }
    next = done.value;
  }
  changeTab((now) => ({ ...now, history: next, scenario: proposal }), tab.id);
}
