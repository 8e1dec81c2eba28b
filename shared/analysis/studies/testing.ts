import type { Model } from '../../document/model/model.ts';
import { succeed } from '../../language/outcome.ts';
import type { Estimate } from '../../simulation/results/estimate.ts';
import { studentInterval } from '../../simulation/statistics/interval.ts';
import { sampleModel } from '../readings/sample-evidence.ts';
import type { Measure } from './measure.ts';

const noise = [0.1, -0.2, 0.3, 0, -0.1, 0.05, 0.2, -0.3, 0.15, -0.2];

/** Replications of `measuring`. */
export const replications = noise.length;

/** Measures a model by a formula, the same noise in every run of a replication. */
export const measuring =
  (leadTime: (model: Model, noise: number) => number, unstable: (model: Model, runs: number) => boolean = () => false): Measure =>
  (model, { numbers = noise.map((_, at) => at) } = {}) => {
    const drawn = numbers.map((at) => noise[at] ?? Number.NaN);
    return Promise.resolve(
      succeed({
        leadTime: drawn.map((one) => leadTime(model, one)),
        throughputPerDay: drawn.map((one) => 10 / leadTime(model, one)),
        unstable: unstable(model, drawn.length),
      }),
    );
  };

export const interval = (values: readonly number[]): Estimate => studentInterval(values, 0.95);

/** The sample with eight sources of friction. */
export function richModel(): Model {
  const model = sampleModel();
  const security = model.teams['security'];
  const flow = model.flows['f3'];
  if (security === undefined || flow === undefined) throw new Error('The sample has them.');
  return {
    ...model,
    teams: { ...model.teams, security: { ...security, otherWork: { share: { value: 0.2 } }, discipline: 'priority' } },
    flows: {
      ...model.flows,
      f3: { ...flow, handoff: { batch: { size: 5 }, transfer: { time: { type: 'fixed', value: 1 } }, clarification: { probability: { value: 0.2 } }, rejection: { value: 0.1 } } },
    },
  };
}
