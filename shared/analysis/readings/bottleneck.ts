import { message } from '../../language/message.ts';
import { doerName, type Evidence } from './evidence.ts';
import type { Finding } from './finding.ts';
import { meanOf, type RunResult } from './measures.ts';
import { durationText, listText, rounded, shareText } from './phrases.ts';

/** From this offered load on, small changes of the inputs move the answer much (DESIGN 5). */
export const sensitiveLoad = 0.85;

/** A team with less to do than this holds nobody up. */
const worthNaming = 0.05;

type Row = RunResult['bottlenecks'][number];

/** The bottleneck by gain where gains were computed, else the team with the highest load; undefined without teams. */
export function bottleneckFinding(evidence: Evidence, result: RunResult): Finding | undefined {
  const rows = result.bottlenecks;
  const ranked = rows.filter((row) => row.gain !== null).sort((a, b) => (a.gain?.rank ?? 0) - (b.gain?.rank ?? 0));
  const [first] = ranked;
  return first === undefined ? byLoad(evidence, result) : byGain(evidence, result, first, ranked);
}

function byGain(evidence: Evidence, result: RunResult, first: Row, ranked: readonly Row[]): Finding {
  const { model } = evidence.scenario;
  const gain = first.gain?.capacity;
  const throughput = result.verdict.state === 'unstable';
  const clear = gain !== undefined && gain.low !== null && gain.low > 0;
  if (gain === undefined || !clear) {
    return { id: 'bottleneck', kind: 'bottleneck', sentence: message('analysis.bottleneckNone'), elements: [], why: [whyRow(result, first)] };
  }
  const team = doerName(model, first.team);
  const tied = ranked.filter((row) => row !== first && row.gain?.tied === true);
  const sentence =
    first.gain?.tied === true && tied.length > 0
      ? message('analysis.bottleneckTied', { team, others: listText(tied.map((row) => doerName(model, row.team))) })
      : throughput
        ? message('analysis.bottleneckRate', { team, n: rounded(meanOf(gain)) })
        : message('analysis.bottleneck', { team, time: durationText(meanOf(gain)) });
  return { id: 'bottleneck', kind: 'bottleneck', sentence, why: [whyRow(result, first)], elements: [first.team], size: meanOf(gain) };
}

function byLoad(evidence: Evidence, result: RunResult): Finding | undefined {
  const [first] = [...result.bottlenecks].sort((a, b) => meanOf(b.offeredLoad) - meanOf(a.offeredLoad));
  if (first === undefined || meanOf(first.offeredLoad) < worthNaming) return undefined;
  return {
    id: 'bottleneck',
    kind: 'bottleneck',
    sentence: message('analysis.bottleneckLoad', { team: doerName(evidence.scenario.model, first.team), share: shareText(meanOf(first.offeredLoad)) }),
    why: [whyRow(result, first)],
    elements: [first.team],
  };
}

function whyRow(result: RunResult, row: Row) {
  const team = result.teams.find((one) => one.id === row.team);
  return message('analysis.why.offeredLoad', {
    load: shareText(meanOf(row.offeredLoad)),
    busy: shareText(team === undefined ? 0 : meanOf(team.utilisation)),
    wait: shareText(meanOf(row.waitShare)),
    active: shareText(meanOf(row.activePeriod)),
  });
}

/** A warning for each team so loaded that small changes of the inputs move the answer much. */
export function sensitivityFindings(evidence: Evidence, result: RunResult): readonly Finding[] {
  return result.bottlenecks
    .filter((row) => meanOf(row.offeredLoad) >= sensitiveLoad && row.team !== result.verdict.team)
    .sort((a, b) => meanOf(b.offeredLoad) - meanOf(a.offeredLoad))
    .map((row) => ({
      id: `sensitivity:${row.team}`,
      kind: 'sensitivity',
      sentence: message('analysis.sensitive', { team: doerName(evidence.scenario.model, row.team), share: shareText(meanOf(row.offeredLoad)) }),
      elements: [row.team],
      size: meanOf(row.offeredLoad),
    }));
}
