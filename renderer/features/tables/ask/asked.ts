import type { ElementId, Provenance } from '../../../../shared/document/model/fields.ts';
import type { Flow } from '../../../../shared/document/model/flow.ts';
import type { Model } from '../../../../shared/document/model/model.ts';
import { workingTeam } from '../../../../shared/document/model/queries.ts';
import { message, type MessageId } from '../../../../shared/language/message.ts';
import { say, type Locale } from '../../../../shared/language/say.ts';
import { tables } from '../all.ts';
import type { AnyTable, Column, Context } from '../table.ts';

export type Row = { readonly id: ElementId };

/** A sheet of questions: the table whose cells they are, which of its columns are asked, and which rows are a team's. */
export interface Asked {
  readonly id: 'steps' | 'handoffs' | 'teams';
  readonly table: AnyTable;
  readonly columns: readonly Column<Row>[];
  readonly isOf: (row: Row, team: ElementId, model: Model) => boolean;
}

const pick = (table: AnyTable, ids: readonly string[]): readonly Column<Row>[] => ids.flatMap((id) => table.columns.filter((column) => column.id === id));

const doneBy = (model: Model, node: ElementId | undefined): ElementId | undefined => {
  const found = node === undefined ? undefined : model.nodes[node];
  return found === undefined ? undefined : workingTeam(model, found)?.id;
};

/** A team is asked about its own steps, about what it gets from others, and about itself. */
export const asked: readonly Asked[] = [
  { id: 'steps', table: tables.steps, columns: pick(tables.steps, ['takes', 'atBest', 'atWorst', 'rework', 'decidesAfter']), isOf: (row, team, model) => doneBy(model, row.id) === team },
  { id: 'handoffs', table: tables.handoffs, columns: pick(tables.handoffs, ['transfer', 'questions', 'answer', 'rejection', 'setup']), isOf: (row, team, model) => doneBy(model, (row as Flow).to) === team },
  { id: 'teams', table: tables.teams, columns: pick(tables.teams, ['capacity', 'time', 'unplanned']), isOf: (row, team) => row.id === team },
];

/** The rows of a sheet that are a team's. */
export const rowsAsked = ({ table, isOf }: Asked, team: ElementId, model: Model): readonly Row[] => table.rows(model).filter((row) => isOf(row, team, model));

/** A context that speaks another language than the window: sheets go out in the language of exports, and come back in it. */
export const inLanguage = (context: Context, locale: Locale): Context => ({ ...context, locale, say: (id, values) => say(message(id, values), locale) });

const order: readonly Provenance[] = ['measured', 'estimated', 'default'];

/** The least sure of the numbers of a row that are asked for; undefined where it has none yet. */
export function surenessOf({ columns }: Asked, row: Row, context: Context): Provenance | undefined {
  const found = columns.flatMap((column) => column.show(row, context).sure ?? []);
  return order.findLast((one) => found.includes(one));
}

export const sureWords: Readonly<Record<Provenance, MessageId>> = { measured: 'drawing.measured', estimated: 'drawing.estimated', default: 'drawing.assumed' };
