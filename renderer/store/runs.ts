import type { Studies } from '../../shared/analysis/readings/studied.ts';
import type { ComparisonStudy } from '../../shared/analysis/studies/results.ts';
import type { ElementId } from '../../shared/document/model/fields.ts';
import type { Document } from '../../shared/document/scenarios/document.ts';
import type { Failure } from '../../shared/language/outcome.ts';
import type { RunResult } from '../../shared/simulation/results/run-result.ts';

/** Something that was calculated, and the very document it was calculated from. */
export interface Calculated<Result> {
  readonly document: Document;
  readonly result: Result;
}

/** What has been calculated for one tab. */
export interface Runs {
  /** Latest run by scenario. */
  readonly byScenario: Readonly<Record<ElementId, Calculated<RunResult>>>;
  readonly comparison?: Calculated<ComparisonStudy>;
  /** Latest studies by scenario, those of one document together. */
  readonly studies?: Readonly<Record<ElementId, Calculated<Studies>>>;
  /** A calculation that goes on. */
  readonly working?: { readonly what: 'run' | 'compare' | 'study'; readonly share: number; readonly cancel: () => void; readonly part?: RunResult };
  readonly failure?: Failure;
}

export const noRuns: Runs = { byScenario: {} };

/**
 * Whether a result no longer speaks for a document: the model, the proposals or the run settings changed since.
 * Pictures, comments, the title and what is said of a proposal do not count.
 */
export const isStale = (calculated: Calculated<unknown>, document: Document): boolean =>
  calculated.document.model !== document.model ||
  !sameChanges(calculated.document.scenarios, document.scenarios) ||
  calculated.document.runSettings !== document.runSettings;

/** Whether the same proposals change the same things. */
function sameChanges(before: Document['scenarios'], after: Document['scenarios']): boolean {
  if (before === after) return true;
  const ids = Object.keys(after);
  return ids.length === Object.keys(before).length && ids.every((id) => before[id]?.changes === after[id]?.changes && before[id]?.parent === after[id]?.parent);
}
