import { changes } from '../../../shared/document/cells/changes.ts';
import { choiceColumn, durationColumn, figureColumn, numberColumn, partsOf, textColumn } from '../../../shared/document/cells/columns.ts';
import { anyTable, type Context, type Table } from '../../../shared/document/cells/table.ts';
import { defaults } from '../../../shared/document/model/defaults.ts';
import type { Arrivals, DemandClass } from '../../../shared/document/model/demand.ts';
import type { BusinessOutcome, DataObject, Person, System } from '../../../shared/document/model/organisation.ts';
import { addNamed, calendars, choicesOf, listColumn } from './named.ts';

type Rate = Extract<Arrivals, { type: 'rate' }>;

const rateOf = (demand: DemandClass): Rate | undefined => (demand.arrivals?.type === 'rate' ? demand.arrivals : undefined);
const otherwise = (demand: DemandClass): boolean => demand.arrivals !== undefined && demand.arrivals.type !== 'rate';

const demand: Table<DemandClass> = {
  label: 'tables.demand',
  empty: 'window.noDemand',
  rows: (model) => Object.values(model.demandClasses),
  nameOf: ({ name }) => name,
  places: ({ start }) => [start],
  columns: [
    textColumn<DemandClass>({ id: 'name', label: 'canvas.name', width: 176, needed: 'window.needsName', get: ({ name }) => name, set: ({ id }, name) => changes('demandClass.edit', id, 'name', name) }),
    figureColumn<DemandClass>({
      id: 'volume', label: 'canvas.volume', least: 0.0001, fixed: otherwise, get: rateOf,
      set: (row, figure) => changes('demandClass.edit', row.id, 'arrivals', figure === undefined ? undefined : { type: 'rate', per: 'w', ...rateOf(row), ...figure }),
    }),
    choiceColumn<DemandClass>({
      id: 'per', label: 'canvas.per', fixed: (row) => rateOf(row) === undefined, get: (row) => rateOf(row)?.per, absent: (row, { say }) => (row.arrivals === undefined ? '' : say(`canvas.arrivals.${row.arrivals.type}`)),
      choices: ({ say }) => (['h', 'd', 'w'] as const).map((value) => ({ value, label: say(`canvas.per.${value}`) })),
      set: (row, per) => (rateOf(row) === undefined ? [] : changes('demandClass.edit', row.id, 'arrivals', { ...rateOf(row), per: per ?? 'w' })),
    }),
    durationColumn<DemandClass>({ id: 'due', label: 'canvas.due', counts: 'elapsed', assumed: 'd', get: ({ due }) => due, set: ({ id }, due) => changes('demandClass.edit', id, 'due', due) }),
    figureColumn<DemandClass>({ id: 'delay', label: 'tables.delayPerDay', width: 152, get: ({ costOfDelayPerDay }) => costOfDelayPerDay, set: ({ id }, value) => changes('demandClass.edit', id, 'costOfDelayPerDay', value) }),
    numberColumn<DemandClass>({ id: 'priority', label: 'canvas.priority', least: -1000, hint: String(defaults.demand.priority), get: ({ priority }) => priority, set: ({ id }, value) => changes('demandClass.edit', id, 'priority', value) }),
    choiceColumn<DemandClass>({ id: 'outcome', label: 'canvas.outcome', get: ({ outcome }) => outcome, choices: choicesOf('outcomes'), set: ({ id }, value) => changes('demandClass.edit', id, 'outcome', value) }),
    numberColumn<DemandClass>({ id: 'atMost', label: 'canvas.noMoreThan', least: 1, whole: true, get: ({ atMost }) => atMost, set: ({ id }, value) => changes('demandClass.edit', id, 'atMost', value) }),
  ],
};

/** Names of the steps that use something. */
const stepsUsing = ({ model }: Context, uses: (step: { readonly systems?: string[] | undefined; readonly reads?: string[] | undefined; readonly writes?: string[] | undefined }) => boolean): string =>
  Object.values(model.nodes).filter((node) => node.kind === 'step' && uses(node)).map(({ name }) => name ?? '').filter((name) => name !== '').join(', ');

const systems: Table<System> = {
  label: 'canvas.systems',
  empty: 'tables.noSystems',
  addLabel: 'tables.addSystem',
  rows: (model) => Object.values(model.systems),
  nameOf: ({ name }) => name,
  places: ({ id }, model) => Object.values(model.nodes).filter((node) => node.kind === 'step' && node.systems?.includes(id) === true).map((node) => node.id),
  add: addNamed('systems', (name, makeId) => {
    const id = makeId('system');
    return { id, operations: [{ type: 'system.add', system: { id, name } }] };
  }),
  columns: [
    textColumn<System>({ id: 'name', label: 'canvas.name', width: 200, needed: 'window.needsName', get: ({ name }) => name, set: ({ id }, name) => changes('system.edit', id, 'name', name) }),
    textColumn<System>({ id: 'owner', label: 'window.owner', get: ({ owner }) => owner, set: ({ id }, owner) => changes('system.edit', id, 'owner', owner) }),
    choiceColumn<System>({ id: 'party', label: 'tables.runBy', width: 160, get: ({ party }) => party, choices: choicesOf('parties'), set: ({ id }, party) => changes('system.edit', id, 'party', party) }),
    textColumn<System>({ id: 'usedBy', label: 'tables.usedBy', width: 320, get: ({ id }, context) => stepsUsing(context, (step) => step.systems?.includes(id) === true) }),
  ],
};

const data: Table<DataObject> = {
  label: 'tables.data',
  empty: 'tables.noData',
  addLabel: 'tables.addData',
  rows: (model) => Object.values(model.dataObjects),
  nameOf: ({ name }) => name,
  places: ({ id }, model) => Object.values(model.nodes).filter((node) => node.kind === 'step' && (node.reads?.includes(id) === true || node.writes?.includes(id) === true)).map((node) => node.id),
  add: addNamed('dataObjects', (name, makeId) => {
    const id = makeId('data');
    return { id, operations: [{ type: 'dataObject.add', dataObject: { id, name } }] };
  }),
  columns: [
    textColumn<DataObject>({ id: 'name', label: 'canvas.name', width: 200, needed: 'window.needsName', get: ({ name }) => name, set: ({ id }, name) => changes('dataObject.edit', id, 'name', name) }),
    choiceColumn<DataObject>({ id: 'record', label: 'tables.keptIn', width: 160, get: ({ systemOfRecord }) => systemOfRecord, choices: choicesOf('systems'), set: ({ id }, value) => changes('dataObject.edit', id, 'systemOfRecord', value) }),
    listColumn<DataObject>({ id: 'copies', label: 'tables.copiesIn', table: 'systems', get: ({ copies }) => copies, set: ({ id }, copies) => changes('dataObject.edit', id, 'copies', copies) }),
    textColumn<DataObject>({ id: 'readBy', label: 'tables.readBy', width: 240, get: ({ id }, context) => stepsUsing(context, (step) => step.reads?.includes(id) === true) }),
    textColumn<DataObject>({ id: 'writtenBy', label: 'tables.writtenBy', width: 240, get: ({ id }, context) => stepsUsing(context, (step) => step.writes?.includes(id) === true) }),
  ],
};

const people: Table<Person> = {
  label: 'canvas.people',
  empty: 'tables.noPeople',
  addLabel: 'tables.addPerson',
  rows: (model) => Object.values(model.people),
  nameOf: ({ name }) => name,
  places: () => [],
  add: addNamed('people', (name, makeId) => {
    const id = makeId('person');
    return { id, operations: [{ type: 'person.add', person: { id, name } }] };
  }),
  columns: [
    textColumn<Person>({ id: 'name', label: 'canvas.name', width: 176, needed: 'window.needsName', get: ({ name }) => name, set: ({ id }, name) => changes('person.edit', id, 'name', name) }),
    textColumn<Person>({ id: 'teams', label: 'tables.teams', width: 200, get: ({ id }, { model }) => Object.values(model.teams).filter((team) => team.people?.includes(id) === true).map(({ name }) => name).join(', ') }),
    textColumn<Person>({
      id: 'skills', label: 'tables.skills', width: 200, get: ({ skills }) => skills?.join(', '),
      set: ({ id }, text) => changes('person.edit', id, 'skills', text === undefined ? undefined : partsOf(text)),
    }),
    choiceColumn<Person>({ id: 'calendar', label: 'canvas.workingHours', width: 144, get: ({ calendar }) => calendar, choices: calendars, absent: (_person, { say }) => say('tables.asTheTeam'), set: ({ id }, value) => changes('person.edit', id, 'calendar', value) }),
    figureColumn<Person>({ id: 'cost', label: 'tables.costPerHour', get: ({ costPerHour }) => costPerHour, set: ({ id }, value) => changes('person.edit', id, 'costPerHour', value) }),
  ],
};

const outcomes: Table<BusinessOutcome> = {
  label: 'tables.outcomes',
  empty: 'tables.noOutcomes',
  addLabel: 'tables.addOutcome',
  rows: (model) => Object.values(model.outcomes),
  nameOf: ({ name }) => name,
  places: ({ id }, model) => Object.values(model.nodes).filter((node) => node.kind === 'step' && node.outcome === id).map((node) => node.id),
  add: addNamed('outcomes', (name, makeId) => {
    const id = makeId('outcome');
    return { id, operations: [{ type: 'outcome.add', outcome: { id, name } }] };
  }),
  columns: [
    textColumn<BusinessOutcome>({ id: 'name', label: 'canvas.name', width: 200, needed: 'window.needsName', get: ({ name }) => name, set: ({ id }, name) => changes('outcome.edit', id, 'name', name) }),
    textColumn<BusinessOutcome>({ id: 'unit', label: 'tables.countedIn', get: ({ unit }) => unit, set: ({ id }, unit) => changes('outcome.edit', id, 'unit', unit) }),
    figureColumn<BusinessOutcome>({ id: 'value', label: 'tables.worth', get: ({ value }) => value, set: ({ id }, value) => changes('outcome.edit', id, 'value', value) }),
    figureColumn<BusinessOutcome>({ id: 'delay', label: 'tables.delayPerDay', width: 152, get: ({ costOfDelayPerDay }) => costOfDelayPerDay, set: ({ id }, value) => changes('outcome.edit', id, 'costOfDelayPerDay', value) }),
    durationColumn<BusinessOutcome>({ id: 'target', label: 'tables.targetLeadTime', width: 128, counts: 'elapsed', assumed: 'd', get: ({ targetLeadTime }) => targetLeadTime, set: ({ id }, value) => changes('outcome.edit', id, 'targetLeadTime', value) }),
  ],
};

export const demandTable = anyTable(demand);
export const systemsTable = anyTable(systems);
export const dataTable = anyTable(data);
export const peopleTable = anyTable(people);
export const outcomesTable = anyTable(outcomes);
