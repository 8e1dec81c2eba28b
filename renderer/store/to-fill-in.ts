import type { ElementId } from '../../shared/document/model/fields.ts';
import type { Model } from '../../shared/document/model/model.ts';
import { unitsOfTeam, workingTeam } from '../../shared/document/model/queries.ts';

/** An input without which there is no first answer. */
export interface Missing {
  readonly element: ElementId;
  readonly what: 'start' | 'volume' | 'team' | 'people' | 'size' | 'decider' | 'branches';
}

const withinOne = (sum: number): boolean => Math.abs(sum - 1) < 1e-6;

/** What is still to be filled in before the model can be calculated, in the order in which people would do it. */
export function toFillIn(model: Model): readonly Missing[] {
  const missing: Missing[] = [];
  const classes = Object.values(model.demandClasses);
  const steps = Object.values(model.nodes).filter((node) => node.kind === 'step');
  for (const process of Object.values(model.processes)) {
    const inside = Object.values(model.nodes).filter((node) => node.process === process.id);
    if (inside.some((node) => node.kind === 'step') && !inside.some((node) => node.kind === 'start')) missing.push({ element: process.id, what: 'start' });
  }
  for (const node of Object.values(model.nodes)) {
    if (node.kind === 'start' && node.parent === undefined && !classes.some((one) => one.start === node.id && one.arrivals !== undefined)) missing.push({ element: node.id, what: 'volume' });
  }
  const needed = new Set(steps.flatMap((step) => [step.approval?.decider, ...(step.requirements?.flatMap(({ anyOf }) => anyOf.map(({ team }) => team)) ?? [])]));
  for (const team of Object.values(model.teams)) {
    if (needed.has(team.id) && team.unlimited !== true && unitsOfTeam(team) === undefined) missing.push({ element: team.id, what: 'people' });
  }
  for (const step of steps) {
    if (step.approval !== undefined) {
      if (step.approval.decider === undefined && workingTeam(model, step) === undefined) missing.push({ element: step.id, what: 'decider' });
      continue;
    }
    if (step.requirements === undefined && step.automation !== 'automatic') missing.push({ element: step.id, what: 'team' });
    const alternatives = step.requirements?.[0]?.anyOf ?? [];
    const timed = step.serviceTime !== undefined || (alternatives.length > 0 && alternatives.every((one) => one.serviceTime !== undefined));
    if (!timed) missing.push({ element: step.id, what: 'size' });
  }
  for (const node of Object.values(model.nodes)) {
    if (node.kind !== 'gateway' || node.decides !== 'oneOf') continue;
    const branches = Object.values(model.flows).filter((flow) => flow.from === node.id);
    if (branches.length < 2 || branches.some((flow) => flow.condition !== undefined || flow.otherwise === true)) continue;
    if (!withinOne(branches.reduce((sum, flow) => sum + (flow.probability?.value ?? 0), 0))) missing.push({ element: node.id, what: 'branches' });
  }
  return missing;
}
