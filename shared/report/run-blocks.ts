import type { Evidence } from '../analysis/readings/evidence.ts';
import type { Finding } from '../analysis/readings/finding.ts';
import { groupTimes } from '../analysis/readings/groups.ts';
import { type Block, findingSentence } from './block.ts';
import { timeBarPicture } from './pictures.ts';
import { viewBlocks } from './views/views.ts';

/** A run on one screen: what was found, the bar of where time goes, boundaries and bottlenecks. */
export function runBlocks(evidence: Evidence, findings: readonly Finding[]): readonly Block[] {
  const { result } = evidence.scenario;
  if (result === undefined) return findings.map((finding) => findingSentence(finding));
  const tables = [...viewBlocks('betweenTeams', evidence), ...viewBlocks('whoIsOverloaded', evidence)];
  return [
    ...findings.map((finding, at) => findingSentence(finding, at === 0 ? 'headline' : undefined)),
    timeBarPicture(groupTimes(result.attribution)),
    ...tables.filter((block) => block.kind === 'table' && (block.id === 'boundaries' || block.id === 'bottlenecks')),
  ];
}
