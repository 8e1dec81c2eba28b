import { emptyModel, type Model } from '../../shared/document/model/model.ts';
import { applyOperation, type Operation } from '../../shared/document/operations/all.ts';
import { laneOperations, newNode } from './new-elements.ts';
import { viewPage, type PageView } from './page-view.ts';

/** The model after some operations; a refused one is a mistake of the test. */
export function after(model: Model, operations: readonly Operation[]): Model {
  return operations.reduce((now, operation) => {
    const applied = applyOperation(now, operation);
    if (!applied.ok) throw new Error(`${operation.type} was refused: ${JSON.stringify(applied.failure)}`);
    return applied.value.model;
  }, model);
}

export function viewOf(model: Model): PageView {
  const process = Object.values(model.processes)[0];
  if (process === undefined) throw new Error('No page');
  return viewPage(model, process);
}

/** A page with the lanes Business, IT and Cloud vendor, and a step in each of the first two, joined. */
export function samplePage(): Model {
  const blank: Model = { ...emptyModel(), processes: { p: { id: 'p', name: 'Change', lanes: [] } } };
  const lanes = after(blank, laneOperations(blank, 'p', ['Business', 'IT', 'Cloud vendor']));
  const [business = '', it = ''] = lanes.processes['p']?.lanes.map((lane) => lane.party) ?? [];
  return after(lanes, [
    { type: 'node.add', node: newNode(lanes, 'step', 'ask', { process: 'p', party: business, position: { x: 200, y: 48 } }, 'Ask') },
    { type: 'node.add', node: newNode(lanes, 'step', 'check', { process: 'p', party: it, position: { x: 424, y: 208 } }, 'Check') },
    { type: 'flow.connect', flow: { id: 'f', process: 'p', from: 'ask', to: 'check' } },
  ]);
}

export const partyNamed = (model: Model, name: string): string => Object.values(model.parties).find((party) => party.name === name)?.id ?? '';
