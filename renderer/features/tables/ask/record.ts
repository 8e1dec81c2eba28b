import { freshRowId, type Comment, type Document } from '../../../../shared/document/scenarios/document.ts';
import type { Context } from '../table.ts';
import type { Answer } from './answers.ts';

/** Comments that say who answered what, and when: one on each step, handoff and team's lane that answers changed. */
export function commentsOf(answers: readonly Answer[], by: string, moment: string, document: Document, { model, say }: Context): readonly Comment[] {
  const places = new Map<string, string[]>();
  for (const { row, column, before, after } of answers) {
    const place = model.teams[row.id]?.party ?? row.id;
    const label = say(column.label);
    const told = before === after ? say('tables.ask.confirmed', { label, value: after }) : say('tables.ask.changed', { label, before: before === '' ? '–' : before, after });
    places.set(place, [...(places.get(place) ?? []), told]);
  }
  const taken: Record<string, unknown> = { ...document.comments };
  return [...places].map(([element, lines]) => {
    const id = freshRowId(taken, 'comment');
    taken[id] = true;
    return { id, element, date: moment, text: lines.join('; '), done: true, ...(by === '' ? {} : { author: by }) };
  });
}

/** The moment that a sheet names, at noon so that it is that day everywhere; else now. */
export const momentOf = (date: string, now: string): string => (/^\d{4}-\d{2}-\d{2}$/.test(date) && !Number.isNaN(Date.parse(date)) ? `${date}T12:00:00.000Z` : now);
