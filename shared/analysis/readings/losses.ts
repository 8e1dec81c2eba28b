import { message } from '../../language/message.ts';
import { boundaryName, type Evidence } from './evidence.ts';
import type { Finding } from './finding.ts';
import { type BoundaryResult, meanOf, type RunResult } from './measures.ts';
import { durationText } from './phrases.ts';
import { reasonOf } from './reason.ts';

/** A boundary that costs less than this share of the lead time is left unsaid. */
const worthSaying = 0.02;

/** Boundaries between different teams, the costliest first; equal ones in the order of the result. */
export const rankedBoundaries = (result: RunResult): readonly BoundaryResult[] =>
  [...result.boundaries].sort((a, b) => meanOf(b.friction) - meanOf(a.friction));

/** "Most is lost Security → Change board: 3.2 days, because the board meets weekly.", then the next ones. */
export function lossFindings(evidence: Evidence, result: RunResult, atMost = 3): readonly Finding[] {
  const { model } = evidence.scenario;
  const lead = meanOf(result.leadTime);
  const told = rankedBoundaries(result).filter((boundary) => meanOf(boundary.friction) > worthSaying * lead).slice(0, atMost);
  if (told.length === 0) return [{ id: 'loss', kind: 'loss', sentence: message('analysis.noLoss'), elements: [] }];
  return told.map((boundary, at): Finding => {
    const reason = reasonOf(model, result, boundary);
    const size = meanOf(boundary.friction);
    const { from, to } = boundary;
    const name = boundaryName(model, from, to).values ?? {};
    return {
      id: `loss:${from}>${to}`,
      kind: 'loss',
      sentence: message(at === 0 ? 'analysis.loss' : 'analysis.lossNext', { ...name, time: durationText(size), reason: reason.clause }),
      elements: reason.elements,
      size,
    };
  });
}
