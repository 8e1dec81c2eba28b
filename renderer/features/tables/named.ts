import { partsOf, textColumn, type Choice } from '../../../shared/document/cells/columns.ts';
import type { Column, Context, Reading } from '../../../shared/document/cells/table.ts';
import { aroundTheClock, officeHours } from '../../../shared/document/model/defaults.ts';
import type { ElementId } from '../../../shared/document/model/fields.ts';
import type { Model } from '../../../shared/document/model/model.ts';
import { idMaker } from '../../../shared/document/model/queries.ts';
import type { Operation } from '../../../shared/document/operations/all.ts';
import { message, type MessageId } from '../../../shared/language/message.ts';

interface Named {
  readonly id: ElementId;
  readonly name: string;
}

const byLabel = (a: Choice, b: Choice): number => a.label.localeCompare(b.label);

/** The rows of a table of the model as choices. */
export const choicesOf = (table: 'parties' | 'teams' | 'people' | 'systems' | 'dataObjects' | 'outcomes') => (context: Context): readonly Choice[] =>
  Object.values<Named>(context.model[table]).map(({ id, name }) => ({ value: id, label: name })).toSorted(byLabel);

/** Who can do or decide something: teams, then people. */
export const workers = (context: Context): readonly Choice[] => [...choicesOf('teams')(context), ...choicesOf('people')(context)];

/** Working hours, the two that every document has before its own. */
export const calendars = ({ model, say }: Context): readonly Choice[] => [
  { value: officeHours.id, label: say('canvas.calendar.office') },
  { value: aroundTheClock.id, label: say('canvas.calendar.always') },
  ...Object.values(model.calendars).map(({ id, name }) => ({ value: id, label: name })).toSorted(byLabel),
];

const names = (model: Model, table: 'systems' | 'dataObjects' | 'people', ids: readonly ElementId[] | undefined): string =>
  (ids ?? []).map((id) => model[table][id]?.name ?? '').filter((name) => name !== '').join(', ');

export interface ListOptions<Row> {
  readonly id: string;
  readonly label: MessageId;
  readonly table: 'systems' | 'dataObjects' | 'people';
  readonly get: (row: Row, context: Context) => readonly ElementId[] | undefined;
  readonly set?: (row: Row, ids: ElementId[] | undefined, context: Context) => Reading;
  readonly fixed?: (row: Row, context: Context) => boolean;
}

/** Several systems, data objects or people by name, with commas between them. A new name makes a new one. */
export const listColumn = <Row>({ table, get, set, ...column }: ListOptions<Row>): Column<Row> =>
  textColumn<Row>({
    width: 160,
    ...column,
    get: (row, context) => names(context.model, table, get(row, context)),
    ...(set === undefined ? {} : {
      set: (row, text, context) => {
        const makeId = idMaker(context.model);
        const added: Operation[] = [];
        const ids = partsOf(text ?? '').map((name) => {
          const known = Object.values<Named>(context.model[table]).find((one) => one.name.toLowerCase() === name.toLowerCase());
          if (known !== undefined) return known.id;
          const made = additionOf(table, name, makeId);
          added.push(made.operation);
          return made.id;
        });
        const edits = set(row, ids.length === 0 ? undefined : ids, context);
        return Array.isArray(edits) ? [...added, ...(edits as readonly Operation[])] : edits;
      },
    }),
  });

function additionOf(table: 'systems' | 'dataObjects' | 'people', name: string, makeId: (prefix: string) => ElementId): { readonly id: ElementId; readonly operation: Operation } {
  switch (table) {
    case 'systems': {
      const id = makeId('system');
      return { id, operation: { type: 'system.add', system: { id, name } } };
    }
    case 'dataObjects': {
      const id = makeId('data');
      return { id, operation: { type: 'dataObject.add', dataObject: { id, name } } };
    }
    case 'people': {
      const id = makeId('person');
      return { id, operation: { type: 'person.add', person: { id, name } } };
    }
  }
}

/** A new row of a plain table; its name must be free, so that it can be typed elsewhere. */
export const addNamed = (table: 'systems' | 'dataObjects' | 'people' | 'outcomes', make: (name: string, makeId: (prefix: string) => ElementId) => { readonly id: ElementId; readonly operations: readonly Operation[] }) =>
  (name: string, { model }: Context) =>
    Object.values<Named>(model[table]).some((one) => one.name.toLowerCase() === name.toLowerCase()) ? message('tables.nameTaken', { name }) : make(name, idMaker(model));
