import type { ElementId } from '../../shared/document/model/fields.ts';
import { freshRowId, naturalOrder, type Comment, type Document } from '../../shared/document/scenarios/document.ts';
import { command } from './edit.ts';
import { activeTab, state } from './window-store.ts';

/** Comments on an element, or all of them: what is open first, the latest first. */
export const commentsOn = (document: Document, element?: ElementId): readonly Comment[] =>
  Object.values(document.comments)
    .filter((comment) => element === undefined || comment.element === element)
    .toSorted((a, b) => Number(a.done ?? false) - Number(b.done ?? false) || (b.date ?? '').localeCompare(a.date ?? '') || naturalOrder(b.id, a.id));

/** How many comments that are not done stand on each element. */
export function openComments(document: Document): ReadonlyMap<ElementId, number> {
  const counts = new Map<ElementId, number>();
  for (const { element, done } of Object.values(document.comments)) {
    if (element !== undefined && done !== true) counts.set(element, (counts.get(element) ?? 0) + 1);
  }
  return counts;
}

/** Writes a comment on an element, or on the document, with the person's name and the time of now. */
export function addComment(text: string, element?: ElementId): boolean {
  const tab = activeTab();
  if (tab === undefined) return false;
  const { author } = state().settings;
  const comment: Comment = {
    id: freshRowId(tab.history.document.comments, 'comment'), text, date: new Date().toISOString(),
    ...(element === undefined ? {} : { element }), ...(author === '' ? {} : { author }),
  };
  return command({ type: 'comment.add', comment });
}

export const markDone = (comment: ElementId, done: boolean): boolean => command({ type: 'comment.edit', comment, ...(done ? { set: { done: true } } : { clear: ['done'] }) });

export const removeComment = (comment: ElementId): boolean => command({ type: 'comment.remove', comment });
