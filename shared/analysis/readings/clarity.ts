import type { ElementId } from '../../document/model/fields.ts';
import type { Model } from '../../document/model/model.ts';
import type { Step } from '../../document/model/node.ts';
import { isHandoff, unitsOfTeam, workingTeam } from '../../document/model/queries.ts';
import { message, type MessageId } from '../../language/message.ts';
import type { Finding } from './finding.ts';
import { nameOfElement } from './guesses.ts';
import { listText } from './phrases.ts';

/** The questions of clarity (DESIGN 7), in the order in which they are asked. */
export const clarityChecks = [
  'stepWithoutOwner', 'stepWithTwoOwners', 'approvalWithoutDecider', 'systemWithoutOwner', 'handoffWithoutChannel', 'handoffWithoutTerm',
  'allTopPriority', 'singlePointOfFailure', 'stepWithoutOutcome',
] as const;
export type ClarityCheck = (typeof clarityChecks)[number];

const sentences: Readonly<Record<ClarityCheck, MessageId>> = {
  stepWithoutOwner: 'analysis.clarity.stepWithoutOwner',
  stepWithTwoOwners: 'analysis.clarity.stepWithTwoOwners',
  approvalWithoutDecider: 'analysis.clarity.approvalWithoutDecider',
  systemWithoutOwner: 'analysis.clarity.systemWithoutOwner',
  handoffWithoutChannel: 'analysis.clarity.handoffWithoutChannel',
  handoffWithoutTerm: 'analysis.clarity.handoffWithoutTerm',
  allTopPriority: 'analysis.clarity.allTopPriority',
  singlePointOfFailure: 'analysis.clarity.singlePointOfFailure',
  stepWithoutOutcome: 'analysis.clarity.stepWithoutOutcome',
};

/** How many elements a sentence names before it stops. */
const named = 4;

/** The elements that each question of clarity finds at fault. */
export const clarityOf: Readonly<Record<ClarityCheck, (model: Model) => readonly ElementId[]>> = {
  stepWithoutOwner: (model) => stepsWhere(model, (step) => ownersOf(model, step).length === 0),
  stepWithTwoOwners: (model) => stepsWhere(model, (step) => ownersOf(model, step).length > 1),
  approvalWithoutDecider: (model) =>
    stepsWhere(model, (step) => step.approval !== undefined && step.approval.decider === undefined && workingTeam(model, step) === undefined),
  systemWithoutOwner: (model) => Object.values(model.systems).filter((system) => blank(system.owner)).map((system) => system.id),
  handoffWithoutChannel: (model) => handoffs(model).filter((flow) => flow.handoff?.channel === undefined).map((flow) => flow.id),
  handoffWithoutTerm: (model) => handoffs(model).filter((flow) => vendorWithoutTerm(model, flow)).map((flow) => flow.id),
  allTopPriority,
  singlePointOfFailure,
  stepWithoutOutcome,
};

/** One finding per question that finds something; each names its elements so that a click leads there. */
export function clarityFindings(model: Model): readonly Finding[] {
  return clarityChecks.flatMap((check): readonly Finding[] => {
    const elements = clarityOf[check](model);
    if (elements.length === 0) return [];
    const shown = listText(elements.slice(0, named).map((id) => nameOfElement(model, id)));
    const list = elements.length > named ? message('analysis.listedMore', { list: shown, n: elements.length - named }) : shown;
    return [{ id: `clarity:${check}`, kind: 'clarity', sentence: message(sentences[check], { n: elements.length, list }), elements, size: elements.length }];
  });
}

const blank = (text: string | undefined): boolean => text === undefined || text.trim() === '';

function stepsWhere(model: Model, holds: (step: Step) => boolean): readonly ElementId[] {
  return Object.values(model.nodes).filter((node) => node.kind === 'step' && holds(node)).map((node) => node.id);
}

/** Who owns a step: those named on it, else the owner of its lane. */
export function ownersOf(model: Model, step: Step): readonly string[] {
  const own = [...new Set([step.owner, ...(step.owners ?? [])].filter((owner): owner is string => !blank(owner)))];
  if (own.length > 0) return own;
  const lane = step.party === undefined ? undefined : model.parties[step.party]?.owner;
  return lane === undefined || blank(lane) ? [] : [lane];
}

const handoffs = (model: Model) => Object.values(model.flows).filter((flow) => isHandoff(model, flow));

function partyOfEnd(model: Model, id: ElementId): ElementId | undefined {
  const node = model.nodes[id];
  return node === undefined ? undefined : (workingTeam(model, node)?.party ?? node.party);
}

/** A handoff to a vendor for which neither the flow nor the vendor's contract promises anything. */
function vendorWithoutTerm(model: Model, flow: Model['flows'][string]): boolean {
  const party = model.parties[partyOfEnd(model, flow.to) ?? ''];
  return party?.kind === 'vendor' && party.contract === undefined && flow.handoff?.term === undefined;
}

function allTopPriority(model: Model): readonly ElementId[] {
  const demands = Object.values(model.demandClasses);
  const alike = demands.length > 1 && demands.every((demand) => demand.priority === 1 && (demand.priorityRules ?? []).every((rule) => rule.priority === 1));
  return alike ? demands.map((demand) => demand.id) : [];
}

/** Teams of one unit that alone can do some step; platforms and vendors without limit are no persons. */
function singlePointOfFailure(model: Model): readonly ElementId[] {
  const alone = new Set<ElementId>();
  for (const node of Object.values(model.nodes)) {
    if (node.kind !== 'step') continue;
    for (const requirement of node.requirements ?? []) {
      const only = requirement.anyOf.length === 1 ? requirement.anyOf[0] : undefined;
      if (only?.person !== undefined) alone.add(only.person);
      const team = only?.team === undefined ? undefined : model.teams[only.team];
      if (team !== undefined && unitsOfTeam(team) === 1 && model.parties[team.party]?.kind !== 'platform') alone.add(team.id);
    }
  }
  return [...alone];
}

function stepWithoutOutcome(model: Model): readonly ElementId[] {
  const served = new Set(Object.values(model.demandClasses).filter((demand) => demand.outcome !== undefined).map((demand) => model.nodes[demand.start]?.process));
  return stepsWhere(
    model,
    (step) => step.outcome === undefined && model.processes[step.process]?.outcome === undefined && !served.has(step.process),
  );
}
