import { clarityFindings } from '../analysis/readings/clarity.ts';
import { missingFinding } from '../analysis/readings/missing.ts';
import { scenarioEvidence, scenarioIdOf } from '../analysis/studies/evidence.ts';
import { type Outcome, succeed } from '../language/outcome.ts';
import type { Finding } from '../analysis/readings/finding.ts';
import type { JobOf, JobResults } from './job.ts';
import { networkFor } from './replication.ts';

/** What is missing or unclear in a scenario, and what would refuse a run of it. */
export function checkDocument({ document, scenario }: JobOf<'check'>): Outcome<JobResults['check']> {
  const id = scenarioIdOf(document, scenario);
  if (!id.ok) return id;
  const evidence = scenarioEvidence(document, id.value);
  if (!evidence.ok) return evidence;
  const { model } = evidence.value;
  const missing = missingFinding(model);
  const network = networkFor({ document: document.settings, settings: document.runSettings }, model, document.model);
  const refused: readonly Finding[] =
    network.ok || missing?.remedies?.some((remedy) => remedy.element === network.failure.element) === true
      ? []
      : [{ id: `refused:${network.failure.code}`, kind: 'refused', sentence: network.failure.message, elements: network.failure.element === undefined ? [] : [network.failure.element] }];
  return succeed({ findings: [...refused, ...(missing === undefined ? [] : [missing]), ...clarityFindings(model)] });
}
