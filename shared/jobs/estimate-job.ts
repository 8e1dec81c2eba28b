import { scenarioIdOf } from '../analysis/studies/evidence.ts';
import { weighGuesses } from '../analysis/studies/weigh-guesses.ts';
import type { Model } from '../document/model/model.ts';
import { resolveScenario } from '../document/scenarios/resolve.ts';
import { type Outcome, succeed } from '../language/outcome.ts';
import { estimateNetwork } from '../simulation/estimate/estimate.ts';
import type { JobOf, JobResults } from './job.ts';
import { networkFor } from './replication.ts';

/**
 * The lead time of a scenario by formula, without a run; null where no rule covers it, and refused as a run is where the
 * drawing is not complete. Where a team gets more work than it has time, it says which gets most. Asked for guesses, it says which of them move it most, so many at most.
 */
export function estimateDocument({ document, scenario, guesses }: JobOf<'estimate'>): Outcome<JobResults['estimate']> {
  const id = scenarioIdOf(document, scenario);
  if (!id.ok) return id;
  const model = resolveScenario(document, id.value);
  if (!model.ok) return model;
  const settings = { document: document.settings, settings: document.runSettings };
  const network = networkFor(settings, model.value, document.model);
  if (!network.ok) return network;
  const estimate = estimateNetwork(network.value);
  const leadTime = estimate?.leadTime ?? null;
  const [busiest] = (estimate?.teams ?? []).toSorted((a, b) => b.offeredLoad - a.offeredLoad);
  const overloaded = leadTime === null && busiest !== undefined && busiest.offeredLoad >= 1 ? { overloaded: { team: busiest.id, load: busiest.offeredLoad } } : {};
  if (guesses === undefined) return succeed({ leadTime, ...overloaded });
  const leadTimeOf = (other: Model): number | null => {
    const made = networkFor(settings, other, document.model);
    return made.ok ? (estimateNetwork(made.value)?.leadTime ?? null) : null;
  };
  return succeed({ leadTime, ...overloaded, guesses: weighGuesses(model.value, leadTimeOf).slice(0, guesses) });
}
