import { weekdays } from '../../document/model/fields.ts';
import type { ElementId } from '../../document/model/fields.ts';
import type { Handoff } from '../../document/model/flow.ts';
import type { Model } from '../../document/model/model.ts';
import type { Operation } from '../../document/operations/all.ts';
import type { Suggestion } from '../readings/suggestions.ts';
import { scaleDistribution } from '../../document/model/scale-distribution.ts';

/** Half of what it was: bold enough to show in a comparison, mild enough to believe. */
const half = 0.5;

/**
 * The change that a suggestion stands for, as operations on the model: what a click on it puts into a proposal.
 * Empty where the suggestion needs a person's own idea (whose hours to move, which work to shorten).
 */
export function remedyOf(model: Model, suggestion: Suggestion): readonly Operation[] {
  return suggestion.elements.flatMap((element) => operationsOn(model, element, suggestion.cause));
}

function operationsOn(model: Model, element: ElementId, cause: Suggestion['cause']): readonly Operation[] {
  switch (cause) {
    case 'decision':
      return decideSooner(model, element);
    case 'queue': {
      const team = model.teams[element];
      if (team?.capacity === undefined) return [];
      return [{ type: 'team.setCapacity', team: element, capacity: { ...team.capacity, value: team.capacity.value + 1 } }];
    }
    case 'interrupt':
      return (model.teams[element]?.interrupts ?? []).map((interrupt) => ({
        type: 'interrupt.set', team: element, interrupt: { ...interrupt, every: scaleDistribution(interrupt.every, 1 / half) },
      }));
    case 'priority':
      return model.teams[element] === undefined ? [] : [{ type: 'team.setDiscipline', team: element, discipline: 'fifo' }];
    case 'blocking':
      return model.teams[element]?.wipLimit === undefined ? [] : [{ type: 'team.setWipLimit', team: element }];
    case 'service': {
      const step = model.nodes[element];
      return step?.kind === 'step' ? [{ type: 'step.scaleDuration', step: element, factor: 1 - half / 2 }] : [];
    }
    case 'batch':
      return passOnAtOnce(model, element);
    case 'transfer':
    case 'setup':
    case 'clarification':
    case 'rework':
      return easeHandoff(model, element, cause);
    case 'calendar':
    case 'information':
    case 'timer':
      return [];
  }
}

/** A meeting takes place every working day; a decider answers in half the time. */
function decideSooner(model: Model, element: ElementId): readonly Operation[] {
  const step = model.nodes[element];
  if (step?.kind !== 'step' || step.approval === undefined) return [];
  const { when } = step.approval;
  if (when.type === 'meeting') {
    const at = when.cadence.type === 'weekly' ? when.cadence.at : '10:00';
    const daily = { type: 'weekly' as const, days: weekdays.slice(0, 5), at };
    return [{ type: 'approval.setWhen', step: element, when: { ...when, cadence: daily } }];
  }
  if (when.after === undefined) return [];
  return [{ type: 'approval.setWhen', step: element, when: { ...when, after: scaleDistribution(when.after, half) } }];
}

function passOnAtOnce(model: Model, element: ElementId): readonly Operation[] {
  const handoff = model.flows[element]?.handoff;
  return [
    ...(handoff?.batch === undefined ? [] : [{ type: 'handoff.setBatch' as const, flow: element }]),
    ...(handoff?.cadence === undefined ? [] : [{ type: 'handoff.setCadence' as const, flow: element }]),
  ];
}

function easeHandoff(model: Model, element: ElementId, cause: 'transfer' | 'setup' | 'clarification' | 'rework'): readonly Operation[] {
  const handoff = model.flows[element]?.handoff;
  const eased = handoff === undefined ? undefined : halved(handoff, cause);
  return eased === undefined ? [] : [{ type: 'handoff.edit', flow: element, set: eased }];
}

function halved(handoff: Handoff, cause: 'transfer' | 'setup' | 'clarification' | 'rework'): Partial<Handoff> | undefined {
  switch (cause) {
    case 'transfer':
      return handoff.transfer && { transfer: { ...handoff.transfer, time: scaleDistribution(handoff.transfer.time, half) } };
    case 'setup':
      return handoff.setup && { setup: scaleDistribution(handoff.setup, half) };
    case 'clarification': {
      const { clarification } = handoff;
      return clarification && { clarification: { ...clarification, probability: { ...clarification.probability, value: clarification.probability.value * half } } };
    }
    case 'rework':
      return handoff.rejection && { rejection: { ...handoff.rejection, value: handoff.rejection.value * half } };
  }
}
