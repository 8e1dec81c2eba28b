import type { ElementId } from '../../document/model/fields.ts';
import type { Model } from '../../document/model/model.ts';
import type { Step } from '../../document/model/node.ts';
import { nameOf } from '../../document/model/queries.ts';
import { type Message, message } from '../../language/message.ts';
import type { Finding } from './finding.ts';

/** Something to fill in before, or for a truer, first answer. A run refuses only what is `needed`. */
export interface Missing {
  readonly element: ElementId;
  /** The field of the element that a click leads to. */
  readonly field: 'arrivals' | 'capacity' | 'serviceTime' | 'requirements' | 'decider' | 'demand';
  readonly sentence: Message;
  readonly needed: boolean;
}

/** The things to fill in: absent volume, capacity, service time, doer or decider (DESIGN 2), in the order of the file. */
export function missingOf(model: Model): readonly Missing[] {
  return [...missingVolume(model), ...missingCapacity(model), ...missingWork(model)];
}

function missingVolume(model: Model): readonly Missing[] {
  const demands = Object.values(model.demandClasses);
  const absent = demands
    .filter((demand) => demand.arrivals === undefined)
    .map((demand): Missing => ({
      element: demand.id, field: 'arrivals', needed: true, sentence: message('analysis.missing.arrivals', { demand: demand.name }),
    }));
  const started = new Set(demands.map((demand) => demand.start));
  const open = Object.values(model.processes).filter((process) => {
    const starts = Object.values(model.nodes).filter((node) => node.kind === 'start' && node.process === process.id && node.parent === undefined);
    return !starts.some((start) => started.has(start.id));
  });
  return [
    ...absent,
    ...open.map((process): Missing => ({
      element: process.id, field: 'demand', needed: demands.length === 0, sentence: message('analysis.missing.demand', { process: process.name }),
    })),
  ];
}

function missingCapacity(model: Model): readonly Missing[] {
  const used = new Set<ElementId>();
  for (const node of Object.values(model.nodes)) {
    if (node.kind !== 'step') continue;
    for (const alternative of alternativesOf(node)) if (alternative.team !== undefined) used.add(alternative.team);
  }
  return Object.values(model.teams)
    .filter((team) => used.has(team.id) && team.unlimited !== true && team.capacity === undefined && (team.people ?? []).length === 0)
    .map((team) => ({ element: team.id, field: 'capacity', needed: true, sentence: message('analysis.missing.capacity', { team: team.name }) }));
}

function missingWork(model: Model): readonly Missing[] {
  const found: Missing[] = [];
  for (const node of Object.values(model.nodes)) {
    if (node.kind !== 'step') continue;
    const step = nameOf(model, node.id);
    const alternatives = alternativesOf(node);
    if (node.approval !== undefined) {
      if (node.approval.decider === undefined && alternatives.length === 0) {
        found.push({ element: node.id, field: 'decider', needed: false, sentence: message('analysis.missing.decider', { step }) });
      }
      continue;
    }
    if (alternatives.length === 0) {
      found.push({ element: node.id, field: 'requirements', needed: false, sentence: message('analysis.missing.doer', { step }) });
    }
    if (node.serviceTime === undefined && (alternatives.length === 0 || alternatives.some((one) => one.serviceTime === undefined))) {
      found.push({ element: node.id, field: 'serviceTime', needed: true, sentence: message('analysis.missing.serviceTime', { step }) });
    }
  }
  return found;
}

const alternativesOf = (step: Step) => (step.requirements ?? []).flatMap((requirement) => requirement.anyOf);

/** The things to fill in as one finding with a way to each; undefined where nothing is missing. */
export function missingFinding(model: Model): Finding | undefined {
  const missing = missingOf(model);
  if (missing.length === 0) return undefined;
  return {
    id: 'missing',
    kind: 'missing',
    sentence: message('analysis.missing', { n: missing.length }),
    elements: missing.map((thing) => thing.element),
    remedies: missing.map(({ sentence, element, field }) => ({ sentence, element, field })),
  };
}
