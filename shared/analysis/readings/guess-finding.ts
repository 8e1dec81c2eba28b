import type { Model } from '../../document/model/model.ts';
import { workingTeam } from '../../document/model/queries.ts';
import { message } from '../../language/message.ts';
import type { Evidence } from './evidence.ts';
import type { Finding } from './finding.ts';
import { type Guess, guessesOf, guessList } from './guesses.ts';
import { meanOf, type RunResult } from './measures.ts';

/** Names this many guesses in a sentence. */
const named = 3;

/** "Rests on guesses: …", those first on whose element most time is spent; undefined where everything was measured. */
export function guessFinding(evidence: Evidence, result?: RunResult): Finding | undefined {
  const { model } = evidence.scenario;
  const guesses = rankedGuesses(model, result);
  if (guesses.length === 0) return undefined;
  const list = guessList(model, guesses, named);
  return {
    id: 'guesses',
    kind: 'guesses',
    sentence: guesses.length > named ? message('analysis.guessesMore', { n: guesses.length, list }) : message('analysis.guesses', { list }),
    elements: [...new Set(guesses.map((guess) => guess.element))],
    size: guesses.length,
  };
}

/** Guesses, those first whose element holds most of the lead time; in the order of the file where nothing ran. */
export function rankedGuesses(model: Model, result?: RunResult): readonly Guess[] {
  const guesses = guessesOf(model);
  if (result === undefined) return guesses;
  const weights = weightsOf(model, result);
  return guesses
    .map((guess, at) => ({ guess, at, weight: isFixed(guess) ? 0 : (weights.get(guess.element) ?? 0) * (guess.provenance === 'default' ? 2 : 1) }))
    .sort((a, b) => b.weight - a.weight || a.at - b.at)
    .map(({ guess }) => guess);
}

/** People are whole: their number is never drawn from a range, so the plausible range does not rest on it. */
const isFixed = ({ path }: Guess): boolean => path.at(-1) === 'capacity' || path.at(-1) === 'population';

/** Seconds per item that stand behind each element: a step's own and its crossings', a team's all, a flow's target's. */
function weightsOf(model: Model, result: RunResult): ReadonlyMap<string, number> {
  const weights = new Map<string, number>();
  const add = (id: string, seconds: number): void => void weights.set(id, (weights.get(id) ?? 0) + seconds);
  const waits = new Map(result.steps.map((step) => [step.id, meanOf(step.visits) * (meanOf(step.waiting) + meanOf(step.service))]));
  for (const [id, seconds] of waits) add(id, seconds);
  for (const boundary of result.boundaries) add(boundary.to, meanOf(boundary.friction));
  for (const flow of Object.values(model.flows)) {
    const to = model.nodes[flow.to];
    const team = to === undefined ? undefined : workingTeam(model, to)?.id;
    const boundary = result.boundaries.find((one) => one.to === (team ?? flow.to));
    add(flow.id, boundary === undefined ? 0 : meanOf(boundary.madeByHandoff));
  }
  for (const demand of result.classes) add(demand.id, meanOf(demand.leadTime));
  return weights;
}
