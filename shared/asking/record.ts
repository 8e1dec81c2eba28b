import type { Context } from '../document/cells/table.ts';
import { freshRowId, type Comment, type Document } from '../document/scenarios/document.ts';
import { answerText, type Answer } from './answers.ts';

/** Comments that say who answered what, and when: one on each step, handoff and team's lane that answers changed. */
export function commentsOf(answers: readonly Answer[], by: string, moment: string, document: Document, { model, say }: Context): readonly Comment[] {
  const places = new Map<string, string[]>();
  for (const answer of answers) {
    const place = model.teams[answer.row.id]?.party ?? answer.row.id;
    places.set(place, [...(places.get(place) ?? []), answerText(answer, say)]);
  }
  const taken: Record<string, unknown> = { ...document.comments };
  return [...places].map(([element, lines]) => {
    const id = freshRowId(taken, 'comment');
    taken[id] = true;
    return { id, element, date: moment, text: lines.join('; '), done: true, ...(by === '' ? {} : { author: by }) };
  });
}

/** The moment that a sheet names, as "2026-03-02" or "2.3.2026", at noon so that it is that day everywhere; else now. */
export function momentOf(date: string, now: string): string {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4})$/.exec(date.trim()) ?? [];
  const named = year === '' ? date.trim() : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const moment = `${named}T12:00:00.000Z`;
  return /^\d{4}-\d{2}-\d{2}$/.test(named) && !Number.isNaN(Date.parse(moment)) ? moment : now;
}
