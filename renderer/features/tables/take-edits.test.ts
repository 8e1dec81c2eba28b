import { describe, expect, it } from 'vitest';
import { perform, startHistory } from '../../../shared/document/editing/history.ts';
import { onModel } from '../../../shared/document/editing/action.ts';
import type { Model } from '../../../shared/document/model/model.ts';
import { emptyDocument } from '../../../shared/document/scenarios/document.ts';
import { sampleModel } from '../../../shared/document/testing/sample.ts';
import { message } from '../../../shared/language/message.ts';
import { say } from '../../../shared/language/say.ts';
import { newRow, type GridEdit } from '../../ui/grid/cells.ts';
import { tables } from './all.ts';
import { inOrder } from './in-order.ts';
import { takeEdits, type Taken } from './take-edits.ts';
import type { AnyTable, Context } from '../../../shared/document/cells/table.ts';

const contextOf = (model: Model = sampleModel()): Context => ({ model, process: 'page', locale: 'en', hoursPerDay: 8, say: (id, values) => say(message(id, values)) });

const edit = (row: string, column: string, text: string): GridEdit => ({ row, column, text });

const take = (table: AnyTable, ...edits: readonly GridEdit[]): Taken => takeEdits(table, edits, contextOf());

const after = ({ operations }: Taken): Model => {
  const document = emptyDocument('Sample');
  document.model = sampleModel();
  let history = startHistory(document);
  for (const operation of operations) {
    const done = perform(history, onModel(operation, undefined, 'one act'));
    if (!done.ok) throw new Error(say(done.failure.message));
    history = done.value;
  }
  return history.document.model;
};

const textOf = (table: AnyTable, id: string, column: string, model?: Model): string => {
  const context = contextOf(model);
  const row = table.rows(context.model).find((one) => one.id === id);
  return (row === undefined ? undefined : table.columns.find((one) => one.id === column)?.show(row, context).text) ?? 'no such cell';
};

describe('typing into tables', () => {
  it.each([
    ['steps', 'build', 'takes', '90 min', '90 min'],
    ['steps', 'build', 'takes', 'L', '4 h'],
    ['steps', 'build', 'takes', '1,5 Tage', '1.5 d'],
    ['steps', 'build', 'rework', '12', '12 %'],
    ['steps', 'build', 'doneBy', 'analysts / Support + Ben', 'Analysts / Support + Ben'],
    ['steps', 'build', 'systems', 'portal; Jira', 'Portal, Jira'],
    ['steps', 'build', 'lane', 'sec', 'Security'],
    ['steps', 'approve', 'decider', 'Ben', 'Ben'],
    ['handoffs', 'f2', 'channel', 'e-mail', 'E-mail'],
    ['handoffs', 'f2', 'questions', '20 %', '20 %'],
    ['handoffs', 'f2', 'response', '2', '2 d'],
    ['teams', 'developers', 'capacity', '5', '5'],
    ['teams', 'developers', 'time', '30', '30 %'],
    ['teams', 'developers', 'unplanned', '6', '6'],
    ['teams', 'support', 'calendar', 'around the clock', 'Around the clock'],
    ['parties', 'cloud', 'penalty', '€ 500', '500'],
    ['demand', 'changes', 'volume', '25', '25'],
    ['demand', 'changes', 'per', 'a day', 'a day'],
    ['systems', 'tracker', 'party', 'IT', 'IT'],
    ['data', 'ticket', 'copies', 'Portal, Wiki', 'Portal, Wiki'],
    ['people', 'ada', 'skills', 'audit, cloud', 'audit, cloud'],
    ['outcomes', 'value', 'target', '2w', '2 w'],
  ] as const)('%s: %s, %s takes "%s"', (table, row, column, text, shown) => {
    const taken = take(tables[table], edit(row, column, text));
    expect(taken.troubles).toEqual([]);
    expect(textOf(tables[table], row, column, after(taken))).toBe(shown);
  });

  it('takes a value away with an empty text', () => {
    expect(after(take(tables.handoffs, edit('f2', 'rejection', ''))).flows['f2']?.handoff?.rejection).toBeUndefined();
  });

  it('keeps the provenance of a number, and calls a new one estimated', () => {
    const model = after(take(tables.teams, edit('developers', 'capacity', '4'), edit('developers', 'cost', '80')));
    expect(model.teams['developers']).toMatchObject({ capacity: { value: 4, provenance: 'measured' }, costPerHour: { value: 80, provenance: 'estimated' } });
  });

  it.each([
    ['steps', 'build', 'takes', 'soon', 'S, M, L, XL'],
    ['steps', 'build', 'atBest', '3 h', 'At best'],
    ['steps', 'build', 'doneBy', 'Nobody', 'Developers'],
    ['steps', 'build', 'lane', 'Spare', 'not one of them'],
    ['steps', 'build', 'rework', '120', 'from 0 to 100'],
    ['handoffs', 'f2', 'channel', 'pigeon', 'pigeon'],
    ['handoffs', 'f2', 'timeout', '2 d', 'cannot be changed here'],
    ['teams', 'developers', 'name', ' ', 'needs a name'],
    ['teams', 'developers', 'capacity', '2.5', 'whole number'],
    ['steps', 'build', 'valueAdding', 'perhaps', 'yes or no'],
  ] as const)('%s: %s, %s does not take "%s" and says why', (table, row, column, text, why) => {
    const taken = take(tables[table], edit(row, column, text));
    expect(taken.operations).toEqual([]);
    expect(taken.troubles.map(({ complaint, ...rest }) => ({ ...rest, why: say(complaint) }))).toEqual([{ row, column, text, why: expect.stringContaining(why) }]);
  });
});

describe('pasting a block', () => {
  it('takes what can be read and keeps the rest with its complaint', () => {
    const taken = take(tables.handoffs, edit('f2', 'questions', '30'), edit('f2', 'answer', '2h'), edit('f2', 'setup', 'long'), edit('yes', 'channel', 'Chat'));
    expect(taken.troubles.map(({ row, column, text }) => [row, column, text])).toEqual([['f2', 'setup', 'long']]);
    const { flows } = after(taken);
    expect(flows['f2']?.handoff).toMatchObject({ clarification: { probability: { value: 0.3 }, answer: { mean: 2, unit: 'h' } }, setup: { value: 10 } });
    expect(flows['yes']?.handoff?.channel).toBe('chat');
  });

  it('makes rows below the last one, and one of a new system that two rows name', () => {
    const taken = take(tables.steps, edit(newRow(0), 'name', 'Test'), edit(newRow(0), 'systems', 'Jira'), edit(newRow(1), 'takes', '2h'), edit(newRow(1), 'name', 'Ship'), edit('build', 'systems', 'Jira'));
    expect(taken.troubles).toEqual([]);
    const model = after(taken);
    const steps = Object.values(model.nodes).filter((node) => node.kind === 'step');
    const jira = Object.values(model.systems).filter(({ name }) => name === 'Jira');
    expect(jira).toHaveLength(1);
    expect(steps.find(({ name }) => name === 'Test')?.systems).toEqual([jira[0]?.id]);
    expect(steps.find(({ name }) => name === 'Ship')?.serviceTime).toMatchObject({ mean: 2, unit: 'h' });
    const [test, ship] = ['Test', 'Ship'].map((name) => steps.find((step) => step.name === name));
    expect(Object.values(model.flows).some(({ from, to }) => from === test?.id && to === ship?.id)).toBe(true);
  });

  it('has no rows to make where rows come from the drawing', () => {
    expect(take(tables.handoffs, edit(newRow(0), 'channel', 'Chat')).troubles.map(({ complaint }) => complaint.id)).toEqual(['tables.noNewRows']);
    expect(take(tables.systems, edit(newRow(0), 'name', 'Tracker')).troubles.map(({ complaint }) => complaint.id)).toEqual(['tables.nameTaken']);
  });
});

describe('every table', () => {
  it.each(Object.keys(tables) as (keyof typeof tables)[])('%s: what a cell shows changes nothing when it is typed again', (id) => {
    const table = tables[id];
    const context = contextOf();
    const edits = table.rows(context.model).flatMap((row) => table.columns.filter((column) => column.show(row, context).toggle === undefined).map((column) => edit(row.id, column.id, column.show(row, context).text)));
    expect(edits.length).toBeGreaterThan(0);
    expect(takeEdits(table, edits, context)).toMatchObject({ operations: [], troubles: [] });
  });
});

describe('sorting', () => {
  const { steps } = tables;
  const takes = steps.columns.find(({ id }) => id === 'takes');

  it('goes by length, not by letters; rows without a value come last', () => {
    const model = after(take(steps, edit('build', 'takes', '1 d'), edit('assess', 'takes', '90 min'), edit('approve', 'takes', '')));
    const context = contextOf(model);
    if (takes === undefined) throw new Error('no column');
    const ids = (descending: boolean): readonly string[] => inOrder(steps.rows(model), undefined, { column: takes, descending, context }).map(({ id }) => id);
    expect(ids(false).slice(-2)).toEqual(['build', 'approve']);
    expect(ids(true)[0]).toBe('build');
    expect(ids(true).at(-1)).toBe('approve');
  });

  it('leaves a row where it is while it is edited; new ones come last', () => {
    expect(inOrder([{ id: 'new' }, { id: 'a' }, { id: 'b' }], ['b', 'a'])).toEqual([{ id: 'b' }, { id: 'a' }, { id: 'new' }]);
  });
});
