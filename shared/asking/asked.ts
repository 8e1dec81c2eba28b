import { handoffCells, handoffName, handoffsOf } from '../document/cells/handoff-cells.ts';
import { stepCells, stepName, stepsInOrder } from '../document/cells/step-cells.ts';
import type { Column, Context } from '../document/cells/table.ts';
import { teamCells } from '../document/cells/team-cells.ts';
import { defaults } from '../document/model/defaults.ts';
import type { ElementId, Provenance } from '../document/model/fields.ts';
import type { Flow } from '../document/model/flow.ts';
import type { Model } from '../document/model/model.ts';
import type { Step } from '../document/model/node.ts';
import type { Team } from '../document/model/organisation.ts';
import { workingTeam } from '../document/model/queries.ts';
import type { DocumentSettings } from '../document/model/settings.ts';
import { message, type MessageId } from '../language/message.ts';
import { say, type Locale } from '../language/say.ts';

export type Row = { readonly id: ElementId };

/** A sheet of questions: what its rows are, which of their values are asked for, and which rows are a team's. */
interface AskedOf<R extends Row> {
  readonly id: 'steps' | 'handoffs' | 'teams';
  readonly label: MessageId;
  /** The heading over the names of the rows. */
  readonly heading: MessageId;
  readonly rows: (model: Model) => readonly R[];
  readonly nameOf: (row: R, context: Context) => string;
  readonly columns: readonly Column<R>[];
  readonly isOf: (row: R, team: ElementId, model: Model) => boolean;
}

/** A sheet whose rows nobody needs to know. */
export type Asked = AskedOf<Row>;

const anySheet = <R extends Row>(sheet: AskedOf<R>): Asked => sheet as unknown as Asked;

const doneBy = (model: Model, node: ElementId): ElementId | undefined => {
  const found = model.nodes[node];
  return found === undefined ? undefined : workingTeam(model, found)?.id;
};

/** A team is asked about its own steps, about what it gets from others, and about itself. */
export const asked: readonly Asked[] = [
  anySheet<Step>({
    id: 'steps', label: 'tables.steps', heading: 'canvas.kind.step', rows: stepsInOrder, nameOf: stepName, isOf: ({ id }, team, model) => doneBy(model, id) === team,
    columns: [stepCells.takes, stepCells.atBest, stepCells.atWorst, stepCells.rework, stepCells.decidesAfter],
  }),
  anySheet<Flow>({
    id: 'handoffs', label: 'tables.handoffs', heading: 'canvas.handoff', rows: handoffsOf, nameOf: handoffName, isOf: ({ to }, team, model) => doneBy(model, to) === team,
    columns: [handoffCells.transfer, handoffCells.questions, handoffCells.answer, handoffCells.rejection, handoffCells.setup],
  }),
  anySheet<Team>({
    id: 'teams', label: 'tables.teams', heading: 'tables.team', rows: (model) => Object.values(model.teams), nameOf: ({ name }) => name, isOf: ({ id }, team) => id === team,
    columns: [teamCells.capacity, teamCells.time, teamCells.unplanned],
  }),
];

/** The rows of a sheet that are a team's. */
export const rowsAsked = ({ rows, isOf }: Asked, team: ElementId, model: Model): readonly Row[] => rows(model).filter((row) => isOf(row, team, model));

/** What sheets about a model are written and read with, in a language. */
export const sheetContext = (model: Model, { hoursPerDay }: DocumentSettings, locale: Locale): Context => ({
  model, process: undefined, locale, hoursPerDay: hoursPerDay ?? defaults.settings.hoursPerDay, say: (id, values) => say(message(id, values), locale),
});

/** A context that speaks another language than the window: sheets go out in the language of exports, and come back in it. */
export const inLanguage = (context: Context, locale: Locale): Context => ({ ...context, locale, say: (id, values) => say(message(id, values), locale) });

const order: readonly Provenance[] = ['measured', 'estimated', 'default'];

/** The least sure of the numbers of a row that are asked for; undefined where it has none yet. */
export function surenessOf({ columns }: Asked, row: Row, context: Context): Provenance | undefined {
  const found = columns.flatMap((column) => column.show(row, context).sure ?? []);
  return order.findLast((one) => found.includes(one));
}

export const sureWords: Readonly<Record<Provenance, MessageId>> = { measured: 'drawing.measured', estimated: 'drawing.estimated', default: 'drawing.assumed' };
