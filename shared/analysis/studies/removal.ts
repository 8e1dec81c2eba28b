import type { Handoff } from '../../document/model/flow.ts';
import type { Model } from '../../document/model/model.ts';
import type { Team } from '../../document/model/organisation.ts';
import { flowKind } from '../../document/model/queries.ts';
import { type Source, sources } from '../readings/studied.ts';
import { alwaysOpen } from './always-open.ts';
import { mapNodes, mapSteps } from './changes.ts';

/** The model without some sources. Units, work and volume stay; only what the sources add is gone. */
export const without = (model: Model, removed: ReadonlySet<Source>): Model => sources.reduce((left, source) => (removed.has(source) ? removals[source](left) : left), model);

/** The sources that a model has at all: taking another one away changes nothing. */
export const sourcesOf = (model: Model): readonly Source[] => sources.filter((source) => JSON.stringify(removals[source](model)) !== JSON.stringify(model));

const removals: Readonly<Record<Source, (model: Model) => Model>> = {
  batch: (model) => mapSteps(dropFromHandoffs(model, ['batch', 'cadence']), ({ batching: _, ...step }) => step),
  transfer: (model) => dropFromHandoffs(model, ['transfer']),
  calendar: alwaysOpen,
  limits: (model) => mapTeams(model, ({ wipLimit: _, startAt: __, ...team }) => team),
  interrupts: (model) => mapTeams(model, ({ interrupts: _, protectedShare: __, otherWork: ___, ...team }) => team),
  priority: (model) => mapTeams(model, ({ discipline: _, preemption: __, ageing: ___, ...team }) => team),
  latency: (model) =>
    mapSteps(model, (step) => (step.approval === undefined ? step : { ...step, approval: { ...step.approval, when: { type: 'anyTime' } } })),
  information: (model) => {
    const flows = Object.fromEntries(Object.entries(model.flows).filter(([, flow]) => flowKind(model, flow) !== 'information'));
    return mapSteps({ ...model, flows }, ({ queryTime: _, ...step }) => step);
  },
  setup: (model) => mapTeams(dropFromHandoffs(model, ['setup']), ({ setup: _, resumePenalty: __, ...team }) => withoutSwitchCost(team)),
  clarification: (model) => dropFromHandoffs(model, ['clarification']),
  rework: withoutRework,
};

/** As many pieces of work at once as before; going from one to the other costs nothing. */
function withoutSwitchCost(team: Team): Team {
  if (team.multitasking?.switchCost === undefined) return team;
  const { switchCost: _, ...multitasking } = team.multitasking;
  return { ...team, multitasking };
}

const mapTeams = (model: Model, change: (team: Team) => Team): Model => ({
  ...model,
  teams: Object.fromEntries(Object.entries(model.teams).map(([id, team]) => [id, change(team)])),
});

function dropFromHandoffs(model: Model, fields: readonly (keyof Handoff)[]): Model {
  return {
    ...model,
    flows: Object.fromEntries(
      Object.entries(model.flows).map(([id, flow]) => {
        if (flow.handoff === undefined) return [id, flow];
        const kept = Object.entries(flow.handoff).filter(([field]) => !fields.includes(field as keyof Handoff));
        return [id, { ...flow, handoff: Object.fromEntries(kept) }];
      }),
    ),
  };
}

/** No step repeats itself, nothing is rejected, and back edges are never taken: the other branches share what they had. */
function withoutRework(model: Model): Model {
  const forward = dropFromHandoffs(model, ['rejection']);
  const kept = new Map<string, number>();
  for (const flow of Object.values(forward.flows)) {
    if (flow.rework !== true && flow.probability !== undefined) kept.set(flow.from, (kept.get(flow.from) ?? 0) + flow.probability.value);
  }
  const flows = Object.fromEntries(
    Object.entries(forward.flows).map(([id, flow]) => {
      const left = kept.get(flow.from) ?? 0;
      if (flow.probability === undefined || left <= 0) return [id, flow];
      return [id, { ...flow, probability: { ...flow.probability, value: flow.rework === true ? 0 : flow.probability.value / left } }];
    }),
  );
  return mapNodes({ ...forward, flows }, (node) => {
    if (node.kind !== 'step') return node;
    const { rework: _, ...step } = node;
    return step;
  });
}
