import { defaults } from '../document/model/defaults.ts';
import { type Outcome, succeed } from '../language/outcome.ts';
import { startRun } from '../simulation/engine/run.ts';
import { drawInputs } from '../simulation/experiment/draw-inputs.ts';
import { compileNetwork } from '../simulation/network/compile.ts';
import type { Network } from '../simulation/network/network.ts';
import type { Model } from '../document/model/model.ts';
import type { ReplicationResult } from '../simulation/results/replication-result.ts';
import type { ReplicationTask } from './task.ts';

/** Events between two moments in which the thread hears what was said to it: some tens of milliseconds. */
const slice = 100_000;
/** Networks kept; a study of pairs goes from one to the next and never back. */
const kept = 6;

export type Replicate = (task: ReplicationTask) => Promise<Outcome<ReplicationResult>>;

/**
 * Runs replications on this thread, breathing between slices; the same task gives the same result on any thread. It
 * keeps the last networks it compiled, by the tasks' keys: whoever asks sees to it that equal keys mean equal models.
 */
export function createReplicator(breathe: () => Promise<void>): Replicate {
  const prepared = new Map<string, Network>();

  return async (task) => {
    const network = networkOf(task);
    if (!network.ok) return network;
    const run = startRun(network.value, task.settings, task.replication);
    while (run.advance(slice) === 'more') await breathe();
    return succeed(run.result());
  };

  /** Inputs that are drawn make a network of their own in each replication. */
  function networkOf(task: ReplicationTask): Outcome<Network> {
    const { key, model, base, settings, replication, spread } = task;
    if (spread) {
      const draw = (given: Model): Model => drawInputs(given, defaults.spread, settings.seed, replication);
      return networkFor(task, draw(model), draw(base));
    }
    const found = prepared.get(key);
    if (found !== undefined) return succeed(found);
    const made = networkFor(task, model, base);
    if (!made.ok) return made;
    const [oldest] = prepared.keys();
    if (prepared.size >= kept && oldest !== undefined) prepared.delete(oldest);
    prepared.set(key, made.value);
    return made;
  }
}

/** The network of a model of a task. */
export function networkFor({ document, settings }: Pick<ReplicationTask, 'document'> & { readonly settings: { readonly start?: string | undefined } }, model: Model, base: Model): Outcome<Network> {
  return compileNetwork(model, { timeZone: document.timeZone, hoursPerDay: document.hoursPerDay, start: settings.start, base });
}
