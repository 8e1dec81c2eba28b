import { CAUSES, budgetParts } from '../results/causes.ts';
import type { ReplicationResult } from '../results/replication-result.ts';
import { BOUNDARY_ROW } from './boundaries.ts';
import { BOTH_CLOSED } from './ledger.ts';
import type { Simulation } from './simulation.ts';

const row = (from: Float64Array, index: number, width: number): number[] => [...from.subarray(index * width, (index + 1) * width)];
const range = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

/** The sums of a run as plain data. Items that are still in the system count for the window they have lived through. */
export function replicationResult(sim: Simulation, replication: number, ended: ReplicationResult['ended']): ReplicationResult {
  const { sums, network, activity } = sim;
  const { boundaries } = sums;
  return {
    replication,
    events: sim.eventCount,
    ended,
    window: { start: sums.windowStart, end: sums.windowEnd },
    endTime: sim.now,
    items: {
      started: sums.items.started, finished: sums.items.finished, counted: sums.items.counted, censored: sim.countedLive,
      refused: sums.items.refused, abandoned: sums.items.abandoned,
    },
    leadTime: sums.leadTime,
    leadTimes: sim.leadTimes.toData(),
    cost: sums.cost,
    causes: [...sums.causes],
    withinClarification: [...sums.withinClarification],
    withinRework: [...sums.withinRework],
    workArea: sums.wipArea,
    overlap: sums.overlap + overlapOfLive(sim),
    periods: sums.periodAreas(),
    classes: range(network.classes.count).map((index) => ({
      items: sums.classItems[index]!, leadTime: sums.classLeadTime[index]!, late: sums.classLate[index]!, seconds: row(sums.classSeconds, index, CAUSES),
    })),
    steps: range(network.steps.count).map((index) => ({
      visits: sums.stepVisits[index]!, waiting: sums.stepWaiting[index]!, service: sums.stepService[index]!, queueArea: sums.stepArea[index]!,
      seconds: row(sums.stepSeconds, index, CAUSES), slack: sums.slackSeconds[index]!, slackCount: sums.slackCount[index]!,
    })),
    teams: range(network.teams.count).map((index) => ({
      starts: sums.teamStarts[index]!, waiting: sums.teamWaiting[index]!, queueArea: sums.teamArea[index]!, joined: sums.teamJoined[index]!,
      begun: sums.teamBegun[index]!, budget: row(sums.budget, index, budgetParts.length), onShift: sums.onShift[index]!, arrivingShare: sums.arrivingShare[index]!,
      activeSeconds: activity.seconds[index]!, activeStretches: activity.stretches[index]!, bottleneckSeconds: activity.bottleneckSeconds[index]!,
    })),
    boundaries: range(boundaries.count).map((index) => {
      const seconds = row(boundaries.seconds, index, BOUNDARY_ROW);
      return {
        from: boundaries.from[index]!, to: boundaries.to[index]!, crossings: boundaries.crossings[index]!, pingPong: boundaries.pingPong[index]!,
        seconds: seconds.slice(0, CAUSES), bothClosed: seconds[BOTH_CLOSED]!, delayCost: boundaries.delayCost[index]!, capacityCost: boundaries.capacityCost[index]!,
      };
    }),
  };
}

function overlapOfLive(sim: Simulation): number {
  const { items, sums } = sim;
  let seconds = 0;
  for (let item = 0; item < items.bound; item += 1) {
    if (items.tokenCount[item]! <= 0) continue;
    const from = Math.max(items.start[item]!, sums.windowStart);
    if (sums.windowEnd > from) seconds += sums.windowEnd - from;
  }
  return seconds;
}
