import { defaults } from '../../document/model/defaults.ts';
import type { Distribution } from '../../document/model/distribution.ts';
import { distributionTypes } from '../../document/model/distribution.ts';
import type { Model } from '../../document/model/model.ts';
import { type Outcome, succeed } from '../../language/outcome.ts';
import type { Estimate } from '../../simulation/results/estimate.ts';
import type { RunResult } from '../../simulation/results/run-result.ts';
import { rankedGuesses } from '../readings/guess-finding.ts';
import { type Guess, nameOfGuess } from '../readings/guesses.ts';
import type { TornadoStudy } from '../readings/studied.ts';
import type { Interval, Measure, Series } from './measure.ts';
import { scaleDistribution } from '../../document/model/scale-distribution.ts';

/** Inputs that are tried, the weightiest first: each costs two runs. */
const most = 8;

/** Models that a study runs at most. */
const tests = 2 * most + 1;

/** Models that the study of a model runs, for progress. */
export const tornadoModels = (model: Model): number => 1 + 2 * Math.min(most, rankedGuesses(model).length);

/** The lead time with each guess at the low and at the high end of its range, all others as they are (DESIGN 7). */
export async function tornadoStudy(model: Model, result: RunResult, measure: Measure, interval: Interval): Promise<Outcome<TornadoStudy>> {
  const told = (run: Series): Estimate | null => (run.unstable ? null : interval(run.leadTime));
  const base = await measure(model, { tests });
  if (!base.ok) return base;
  const inputs: TornadoStudy['inputs'][number][] = [];
  for (const guess of rankedGuesses(model, result).slice(0, most)) {
    const spread = guess.spread ?? defaults.spread[guess.provenance];
    const low = await measure(withInputScaled(model, guess, 1 - spread), { tests });
    if (!low.ok) return low;
    const high = await measure(withInputScaled(model, guess, 1 + spread), { tests });
    if (!high.ok) return high;
    inputs.push({ element: guess.element, name: nameOfGuess(model, guess), spread, low: told(low.value), high: told(high.value) });
  }
  // Where an end piles work up, nothing moves the answer more.
  const width = ({ low, high }: (typeof inputs)[number]): number => (low === null || high === null ? Number.MAX_VALUE : Math.abs((high.mean ?? 0) - (low.mean ?? 0)));
  return succeed({ study: 'tornado', base: interval(base.value.leadTime), inputs: inputs.toSorted((a, b) => width(b) - width(a)) });
}

/** The model with one input times a factor; shares stay within 0 and 1, branches of a "one of" gateway share what is left. */
export function withInputScaled(model: Model, guess: Guess, factor: number): Model {
  const scaled = replaceAt(model, guess.path, (value) => scaleInput(value, factor, guess.path)) as Model;
  const [table, id, field] = guess.path;
  return table === 'flows' && field === 'probability' ? shareOut(scaled, model, String(id)) : scaled;
}

function scaleInput(value: unknown, factor: number, path: Guess['path']): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if ('type' in value && (distributionTypes as readonly unknown[]).includes(value.type)) return scaleDistribution(value as Distribution, factor);
  if (!('value' in value) || typeof value.value !== 'number') return value;
  const field = String(path.at(-1));
  if (field === 'capacity' || field === 'population') return value;
  const isShare = ['probability', 'rework', 'rejection', 'share', 'protectedShare', 'switchCost'].includes(field);
  return { ...value, value: isShare ? Math.min(1, value.value * factor) : value.value * factor };
}

function replaceAt(value: unknown, [key, ...rest]: Guess['path'], change: (value: unknown) => unknown): unknown {
  if (key === undefined) return change(value);
  if (Array.isArray(value)) return value.map((part: unknown, at) => (at === key ? replaceAt(part, rest, change) : part));
  const record = value as Readonly<Record<string, unknown>>;
  return { ...record, [key]: replaceAt(record[key], rest, change) };
}

/** After one branch changed, its siblings share what it leaves in their old proportions. */
function shareOut(scaled: Model, before: Model, id: string): Model {
  const flow = scaled.flows[id];
  const gateway = flow === undefined ? undefined : scaled.nodes[flow.from];
  if (flow?.probability === undefined || gateway?.kind !== 'gateway' || gateway.decides !== 'oneOf') return scaled;
  const siblings = Object.values(before.flows).filter((other) => other.from === flow.from && other.id !== id && other.probability !== undefined);
  const rest = siblings.reduce((sum, other) => sum + (other.probability?.value ?? 0), 0);
  if (rest <= 0) return before;
  const scale = (1 - flow.probability.value) / rest;
  const flows = { ...scaled.flows };
  for (const other of siblings) {
    if (other.probability !== undefined) flows[other.id] = { ...other, probability: { ...other.probability, value: other.probability.value * scale } };
  }
  return { ...scaled, flows };
}
