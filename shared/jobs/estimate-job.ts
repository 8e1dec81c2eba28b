import { scenarioIdOf } from '../analysis/studies/evidence.ts';
import { resolveScenario } from '../document/scenarios/resolve.ts';
import { type Outcome, succeed } from '../language/outcome.ts';
import { estimateNetwork } from '../simulation/estimate/estimate.ts';
import type { JobOf, JobResults } from './job.ts';
import { networkFor } from './replication.ts';

/** The lead time of a scenario by formula, without a run; null where no rule covers it, and refused as a run is where the drawing is not complete. */
export function estimateDocument({ document, scenario }: JobOf<'estimate'>): Outcome<JobResults['estimate']> {
  const id = scenarioIdOf(document, scenario);
  if (!id.ok) return id;
  const model = resolveScenario(document, id.value);
  if (!model.ok) return model;
  const network = networkFor({ document: document.settings, settings: document.runSettings }, model.value, document.model);
  return network.ok ? succeed({ leadTime: estimateNetwork(network.value)?.leadTime ?? null }) : network;
}
