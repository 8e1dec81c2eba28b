import { beforeEach, expect, it } from 'vitest';
import { command, perform, showScenario, undo } from './edit.ts';
import { addProposal } from './simulation.ts';
import { blankDocument, openDocument } from './tabs.ts';
import { moveIntoProposal } from './which-meant.ts';
import { activeTab, modelOf, setState, state } from './window-store.ts';

const rename = (name: string): boolean => perform({ type: 'process.edit', process: 'process-1', set: { name } });
const nameIn = (scenario: string): string | undefined => {
  const document = activeTab()?.history.document;
  return document === undefined ? undefined : modelOf(document, scenario).processes['process-1']?.name;
};
const question = () => {
  const { dialog } = state();
  return dialog?.kind === 'whichMeant' ? dialog : undefined;
};

let proposal = '';
beforeEach(() => {
  setState({ tabs: [], active: undefined, dialog: undefined });
  openDocument(blankDocument('Change', ''), { name: 'Change' });
  proposal = addProposal('Faster') ?? '';
  showScenario('today');
});

it('asks at the first edit of Today where there are proposals, and only then', () => {
  rename('One');
  expect(question()).toBeDefined();
  setState({ dialog: undefined });
  rename('Two');
  expect(question()).toBeUndefined();
  expect(nameIn('today')).toBe('Two');
});

it('does not ask in a proposal, or where there is none', () => {
  showScenario(proposal);
  rename('One');
  expect(question()).toBeUndefined();
  showScenario('today');
  command({ type: 'scenario.remove', scenario: proposal });
  rename('Two');
  expect(question()).toBeUndefined();
});

it('comes back to the form that the edit was made in', () => {
  setState({ dialog: { kind: 'numbers' } });
  rename('One');
  expect(question()?.back).toEqual({ kind: 'numbers' });
});

it('moves the edit into the proposal that was meant; undo takes it back', () => {
  rename('One');
  moveIntoProposal(question()?.before ?? 0, { proposal });
  expect([nameIn('today'), nameIn(proposal), activeTab()?.scenario]).toEqual(['Change', 'One', proposal]);
  undo();
  expect([nameIn('today'), nameIn(proposal)]).toEqual(['Change', 'Change']);
});

it('moves it into a new proposal, which undo takes back with the edit', () => {
  rename('One');
  moveIntoProposal(question()?.before ?? 0, { name: 'Another' });
  const added = activeTab()?.scenario ?? '';
  expect([nameIn('today'), nameIn(added), activeTab()?.history.document.scenarios[added]?.name]).toEqual(['Change', 'One', 'Another']);
  undo();
  expect(activeTab()?.history.document.scenarios[added]).toBeUndefined();
  expect([nameIn('today'), activeTab()?.scenario]).toEqual(['Change', 'today']);
});
