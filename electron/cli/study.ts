import { runEvidence, scenarioIdOf } from '../../shared/analysis/studies/evidence.ts';
import type { Evidence } from '../../shared/analysis/readings/evidence.ts';
import type { Studies } from '../../shared/analysis/readings/studied.ts';
import type { RunSettings } from '../../shared/document/model/settings.ts';
import type { Document } from '../../shared/document/scenarios/document.ts';
import type { Basis } from '../../shared/report/views/views.ts';
import { expect, type Work } from './with-document.ts';

/** What is looked at, and how it is run. */
export interface Subject {
  readonly document: Document;
  readonly scenario?: string;
  readonly settings: RunSettings;
}

/** Runs the study that a view rests on. */
export async function studied(subject: Subject, basis: Basis, run: Work['run']): Promise<Studies> {
  if (basis !== 'friction' && basis !== 'tornado') return {};
  const study = await run({ type: 'study', study: basis, ...subject });
  return study.study === 'friction' ? { friction: study } : study.study === 'tornado' ? { tornado: study } : {};
}

/** Runs what a view rests on, and no more. */
export async function evidenceFor(subject: Subject, basis: Basis, run: Work['run']): Promise<Evidence> {
  const { document, scenario } = subject;
  const id = expect(scenarioIdOf(document, scenario));
  const result = basis === 'drawing' || basis === 'tornado' ? undefined : await run({ type: 'run', ...subject, gain: basis === 'gain' ? 'top' : 'none' });
  return expect(runEvidence(document, id, result, await studied(subject, basis, run)));
}
