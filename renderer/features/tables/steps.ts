import { change, changes } from '../../../shared/document/cells/changes.ts';
import { choiceColumn, textColumn, timeColumn, yesNoColumn } from '../../../shared/document/cells/columns.ts';
import { stepCells, stepName, stepsInOrder } from '../../../shared/document/cells/step-cells.ts';
import { anyTable, type Context, type Reading, type Table } from '../../../shared/document/cells/table.ts';
import type { ElementId } from '../../../shared/document/model/fields.ts';
import type { Model } from '../../../shared/document/model/model.ts';
import type { Alternative, Requirement, Step } from '../../../shared/document/model/node.ts';
import type { Approval } from '../../../shared/document/model/organisation.ts';
import { sizeOfNode } from '../../../shared/document/model/queries.ts';
import { message } from '../../../shared/language/message.ts';
import { freePlace, inLane, laneOf, reassign } from '../../canvas/edits.ts';
import { firstStep, nameTyped, nextStep } from '../../canvas/naming.ts';
import { viewPage } from '../../canvas/page-view.ts';
import { ownersText, ownersTyped } from '../../store/owners.ts';
import { choicesOf, listColumn, workers } from './named.ts';

const lanesOfPage = ({ model, process }: Context) =>
  (model.processes[process ?? '']?.lanes ?? []).map(({ party }) => ({ value: party, label: model.parties[party]?.name ?? '' })).toSorted((a, b) => a.label.localeCompare(b.label));

/** Moves a step into a lane, to the nearest free place in line with where it stands; the lane's team takes its work over. */
function intoLane(step: Step, party: ElementId | undefined, { model }: Context): Reading {
  const process = model.processes[step.process];
  const view = process === undefined ? undefined : viewPage(model, process, { within: step.parent });
  const lane = view === undefined ? undefined : laneOf(view, party);
  if (view === undefined || lane === undefined || party === undefined) return message('tables.noLaneHere');
  if (party === step.party) return [];
  const along = view.lanes.orientation === 'vertical' ? step.position.y : step.position.x;
  return [{ type: 'node.move', moves: [{ node: step.id, position: freePlace(view, inLane(view, lane, along, sizeOfNode(step)), sizeOfNode(step)), party }] }, ...reassign(view, step, party)];
}

/** "Security / IT + Architect": any of the first two, together with the third. */
const doneBy = (step: Step, { model }: Context): string =>
  (step.requirements ?? []).map(({ anyOf }) => anyOf.map(({ team, person }) => model.teams[team ?? '']?.name ?? model.people[person ?? '']?.name ?? '').join(' / ')).join(' + ');

function setDoneBy(step: Step, text: string | undefined, context: Context): Reading {
  if (text === undefined) return changes('node.edit', step.id, 'requirements', undefined);
  const known = workers(context);
  const find = (name: string): string | undefined => known.find(({ label }) => label.toLowerCase() === name.trim().toLowerCase())?.value;
  const old = step.requirements ?? [];
  const alternative = (id: ElementId, at: number): Alternative => {
    const before = old[at]?.anyOf.find(({ team, person }) => team === id || person === id);
    return before ?? (context.model.teams[id] === undefined ? { person: id } : { team: id });
  };
  const whole = find(text);
  const lines = whole === undefined ? text.split(' + ').map((line) => line.split(' / ')) : [[text]];
  const next: Requirement[] = [];
  for (const [at, line] of lines.entries()) {
    const missing = line.find((name) => find(name) === undefined);
    if (missing !== undefined) return message('tables.nobodyCalled', { text: missing.trim(), choices: known.slice(0, 5).map(({ label }) => label).join(', ') });
    next.push({ ...old[at], anyOf: line.map((name) => alternative(find(name) ?? '', at)) });
  }
  return changes('node.edit', step.id, 'requirements', next);
}

const setApproval = (step: Step, approval: Approval): Reading => changes('node.edit', step.id, 'approval', approval);
const noApproval = (step: Step): boolean => step.approval === undefined;

const table: Table<Step> = {
  label: 'tables.steps',
  empty: 'tables.noSteps',
  addLabel: 'tables.addStep',
  rows: stepsInOrder,
  nameOf: stepName,
  places: (step) => [step.id],
  columns: [
    textColumn<Step>({ id: 'name', label: 'canvas.kind.step', width: 200, get: (step) => step.name, set: (step, name) => changes('node.edit', step.id, 'name', name) }),
    choiceColumn<Step>({ id: 'lane', label: 'canvas.lane', get: (step) => step.party, set: intoLane, choices: lanesOfPage, needed: true }),
    { ...textColumn<Step>({ id: 'doneBy', label: 'canvas.doneBy', width: 160, get: doneBy, set: setDoneBy }), choices: (context) => workerNames(context) },
    stepCells.takes,
    stepCells.atBest,
    stepCells.atWorst,
    stepCells.rework,
    textColumn<Step>({ id: 'owner', label: 'window.owner', width: 128, get: ownersText, set: (step, text) => {
      const { owner, owners } = ownersTyped(text ?? '');
      return [change('node.edit', step.id, 'owner', owner), ...(step.owners === owners ? [] : [change('node.edit', step.id, 'owners', owners)])];
    } }),
    choiceColumn<Step>({
      id: 'decider', label: 'canvas.decider', get: (step) => step.approval?.decider, choices: workers, fixed: noApproval,
      set: (step, decider) => (step.approval === undefined ? [] : setApproval(step, { when: step.approval.when, ...(decider === undefined ? {} : { decider }) })),
    }),
    stepCells.decidesAfter,
    listColumn<Step>({ id: 'systems', label: 'canvas.systems', table: 'systems', get: (step) => step.systems, set: (step, ids) => changes('node.edit', step.id, 'systems', ids) }),
    listColumn<Step>({ id: 'reads', label: 'canvas.reads', table: 'dataObjects', get: (step) => step.reads, set: (step, ids) => changes('node.edit', step.id, 'reads', ids) }),
    listColumn<Step>({ id: 'writes', label: 'canvas.writes', table: 'dataObjects', get: (step) => step.writes, set: (step, ids) => changes('node.edit', step.id, 'writes', ids) }),
    timeColumn<Step>('usually', { id: 'queryTime', label: 'canvas.queryTime', counts: 'working', alone: 'fixed', get: (step) => step.queryTime, set: (step, value) => changes('node.edit', step.id, 'queryTime', value) }),
    yesNoColumn<Step>({ id: 'valueAdding', label: 'tables.valueAdding', get: (step) => step.valueAdding, set: (step, value) => changes('node.edit', step.id, 'valueAdding', value) }),
    choiceColumn<Step>({
      id: 'automation', label: 'canvas.automation', get: (step) => step.automation, absent: (_step, { say }) => say('canvas.automation.manual'),
      choices: ({ say }) => (['manual', 'assisted', 'automatic'] as const).map((value) => ({ value, label: say(`canvas.automation.${value}`) })),
      set: (step, value) => changes('node.edit', step.id, 'automation', value === 'manual' ? undefined : value),
    }),
    choiceColumn<Step>({ id: 'outcome', label: 'canvas.outcome', get: (step) => step.outcome, choices: choicesOf('outcomes'), set: (step, value) => changes('node.edit', step.id, 'outcome', value) }),
  ],
  add: (name, { model, process: page }) => {
    const process = model.processes[page ?? ''] ?? Object.values(model.processes)[0];
    if (process === undefined) return message('tables.noLaneHere');
    const view = viewPage(model, process);
    const last = view.page.nodes.filter((node) => node.kind === 'step').at(-1);
    const naming = (last === undefined ? undefined : nextStep(view, last.id)) ?? firstStep(view);
    const leads = last !== undefined && !Object.values(model.flows).some((flow) => flow.from === last.id);
    const { operations, made } = nameTyped(view, leads || naming.kind !== 'pending' || last === undefined ? naming : { kind: 'pending', node: naming.node }, name);
    return made === undefined ? message('window.needsName') : { id: made, operations };
  },
};

let lastNames: { readonly model: Model; readonly names: readonly string[] } | undefined;
const workerNames = (context: Context): readonly string[] => {
  if (lastNames?.model !== context.model) lastNames = { model: context.model, names: workers(context).map(({ label }) => label) };
  return lastNames.names;
};

export const stepsTable = anyTable(table);
