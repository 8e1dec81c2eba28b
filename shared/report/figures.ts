import { boundaryPath } from '../analysis/readings/boundary-path.ts';
import { boundaryName, type Evidence } from '../analysis/readings/evidence.ts';
import { causeNames } from '../analysis/readings/groups.ts';
import { type BoundaryResult, meanOf, type RunResult } from '../analysis/readings/measures.ts';
import { durationText, shareText, verbatim } from '../analysis/readings/phrases.ts';
import { dominatingCause } from '../analysis/readings/reason.ts';
import type { ElementId } from '../document/model/fields.ts';
import type { Model } from '../document/model/model.ts';
import { indexFlows, nameOf, workingTeam } from '../document/model/queries.ts';
import { type Message, type MessageId, message } from '../language/message.ts';
import type { Estimate } from '../simulation/results/estimate.ts';
import { intervalCell, numberCell } from './cells.ts';

/** One number of a run with where it lies at the run's confidence; the range is absent from fewer than two runs. */
export interface Figure {
  readonly label: Message;
  readonly value: Message;
  readonly range?: Message;
}

/** What a run found of a step, a handoff or a team. */
export interface ElementFigures {
  readonly title: Message;
  readonly figures: readonly Figure[];
}

type Kind = 'duration' | 'share' | 'number';

/** The numbers of a run that belong to an element of the page: a step, a flow that hands over, a lane by its teams. Empty where the run says nothing of it. */
export function figuresOf(evidence: Evidence, id: ElementId): readonly ElementFigures[] {
  const { model, result } = evidence.scenario;
  if (result === undefined) return [];
  if (model.nodes[id] !== undefined) return ofStep(model, result, id);
  if (model.flows[id] !== undefined) return ofHandoff(model, result, id, evidence.settings.currency ?? 'EUR');
  return result.teams.filter((team) => team.party === id).map((team) => ({
    title: verbatim(team.name),
    figures: team.capacity === null ? waitingOf(team.waiting) : [figure('report.utilisation', team.utilisation, 'share'), figure('report.queueLength', team.queueLength, 'number'), ...waitingOf(team.waiting)],
  }));
}

function ofStep(model: Model, result: RunResult, id: ElementId): readonly ElementFigures[] {
  const step = result.steps.find((one) => one.id === id);
  if (step === undefined) return [];
  const team = result.teams.find((one) => one.id === step.team && one.capacity !== null);
  const said = [figure('report.waiting', step.waiting, 'duration'), figure('report.service', step.service, 'duration'), figure('report.queueLength', step.queueLength, 'number')];
  return [{
    title: verbatim(nameOf(model, id)),
    figures: [
      ...decisionOf(model, result, id), ...said.filter(({ value, range }) => range !== undefined || !readsAsNothing(value)), figure('report.visits', step.visits, 'number'),
      ...(team === undefined ? [] : [{ ...figure('report.utilisation', team.utilisation, 'share'), label: message('report.teamBusy', { team: team.name }) }]),
    ],
  }];
}

/** An approval is waited for at the boundary before it: what that wait comes to where one boundary leads there. */
function decisionOf(model: Model, result: RunResult, id: ElementId): readonly Figure[] {
  const node = model.nodes[id];
  if (node?.kind !== 'step' || node.approval === undefined) return [];
  const decider = workingTeam(model, node)?.id ?? node.approval.decider;
  const [only, ...more] = result.boundaries.filter(({ to }) => to === decider);
  if (only === undefined || more.length > 0) return [];
  return [{ ...figure('report.waiting', only.attribution.decision, 'duration'), label: message(causeNames.decision) }];
}

/** Nothing of a kind, as of the work of an approval, is not worth a line. */
const readsAsNothing = ({ values }: Message): boolean => values?.['value'] === 0;

function ofHandoff(model: Model, result: RunResult, id: ElementId, currency: string): readonly ElementFigures[] {
  const index = indexFlows(model);
  return result.boundaries
    .filter((boundary) => boundary.from !== boundary.to && boundaryPath(model, boundary.from, boundary.to, index).flows.some((flow) => flow.id === id))
    .map((boundary) => ({ title: boundaryName(model, boundary.from, boundary.to), figures: ofBoundary(boundary, currency) }));
}

function ofBoundary(boundary: BoundaryResult, currency: string): readonly Figure[] {
  const main: Figure[] = meanOf(boundary.friction) > 0 ? [{ label: message('report.mainCause'), value: message(causeNames[dominatingCause(boundary).cause]) }] : [];
  const cost = figure('report.cost', boundary.cost, 'number');
  return [
    figure('report.friction', boundary.friction, 'duration'), figure('report.madeByHandoff', boundary.madeByHandoff, 'duration'), figure('report.madeByLoad', boundary.madeByLoad, 'duration'), ...main,
    figure('report.crossings', boundary.crossings, 'number'), ...(meanOf(boundary.cost) > 0 ? [{ ...cost, value: message('report.money', { amount: cost.value, currency }) }] : []),
  ];
}

const waitingOf = (waiting: Estimate): readonly Figure[] => [figure('report.waiting', waiting, 'duration')];

function figure(label: MessageId, estimate: Estimate, kind: Kind): Figure {
  const mean = meanOf(estimate);
  const value = kind === 'duration' ? durationText(mean) : kind === 'share' ? shareText(mean) : numberCell(mean).text;
  const range = intervalCell(estimate, kind).text;
  return { label: message(label), value, ...(estimate.low === null || estimate.high === null || readsAlike(value, range) ? {} : { range }) };
}

/** A range whose ends read as the value itself says nothing more. */
const readsAlike = (value: Message, range: Message): boolean => {
  const { low, high } = range.values ?? {};
  return same(value, range) || (low !== undefined && same(value, low) && same(value, high));
};

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
