// Listeners that measure what no result holds: single waits, whole batches, how many there are at a moment.
import type { ProbeMoment } from '../../shared/simulation/engine/probe.ts';
import type { Network } from '../../shared/simulation/network/network.ts';
import type { RunSettings } from '../../shared/simulation/results/used-settings.ts';
import { Histogram } from '../../shared/simulation/statistics/histogram.ts';
import type { Watch } from './cases/case.ts';

const HOUR = 3600;

/** `P_wait`, `P_wait_gt_<hours>` and `Wq_p95` of those who come to a step within the window. */
export const waitsAt = (step: string, beyond: readonly number[] = []) => ({ nodes }: Network, { warmUp, horizon }: RunSettings): Watch => {
  const node = nodes.id.indexOf(step);
  const since: number[] = [];
  const waits = new Histogram();
  const above = beyond.map(() => 0);
  let came = 0;
  let atOnce = 0;
  return {
    tell(moment: ProbeMoment): void {
      if (moment.node !== node || moment.work !== 0) return;
      if (moment.event === 'enable') {
        since[moment.token] = moment.time;
        if (moment.time >= warmUp && moment.time < horizon) came += 1;
      } else if (moment.event === 'start') {
        const enabled = since[moment.token] ?? Number.NaN;
        if (!(enabled >= warmUp && enabled < horizon)) return;
        const wait = moment.time - enabled;
        waits.add(wait);
        if (wait === 0) atOnce += 1;
        for (const [index, limit] of beyond.entries()) if (wait > limit * HOUR) above[index] = (above[index] ?? 0) + 1;
      }
    },
    measures: () => ({
      P_wait: 1 - atOnce / came,
      Wq_p95: waits.quantile(0.95) / HOUR,
      ...Object.fromEntries(beyond.map((limit, index) => [`P_wait_gt_${limit}`, (above[index] ?? 0) / came])),
    }),
  };
};

/**
 * Lead times of those who leave together as one batch: `size`, `first` (who waited longest), `last`; and over all the
 * `variance`, and `rounds` of questions per item.
 */
export const leaving = (_network: Network, { warmUp, horizon }: RunSettings): Watch => {
  let [count, sum, squares, questions, started] = [0, 0, 0, 0, 0];
  let [batches, firsts, lasts] = [0, 0, 0];
  let [at, most, least] = [-1, 0, 0];
  const close = (): void => {
    if (at < 0) return;
    batches += 1;
    firsts += most;
    lasts += least;
  };
  return {
    tell({ event, time, amount }: ProbeMoment): void {
      if (event === 'question') questions += 1;
      if (event === 'arrive') started += 1;
      if (event !== 'finish' || time < warmUp || time >= horizon) return;
      const lead = amount / HOUR;
      count += 1;
      sum += lead;
      squares += lead * lead;
      if (time !== at) {
        close();
        [at, most, least] = [time, lead, lead];
      }
      most = Math.max(most, lead);
      least = Math.min(least, lead);
    },
    measures() {
      // The last batch may not be whole yet: it is left out.
      return { size: count / (batches + 1), first: firsts / batches, last: lasts / batches, variance: (squares - (sum * sum) / count) / (count - 1), rounds: questions / started };
    },
  };
};

/** How many items there are at the given hours: `EL_t<hour>`. */
export const presentAt = (...hours: readonly number[]) => (): Watch => {
  const present = hours.map(() => 0);
  return {
    tell({ event, time }: ProbeMoment): void {
      if (event !== 'arrive' && event !== 'finish') return;
      for (const [index, hour] of hours.entries()) if (time <= hour * HOUR) present[index] = (present[index] ?? 0) + (event === 'arrive' ? 1 : -1);
    },
    measures: () => Object.fromEntries(hours.map((hour, index) => [`EL_t${hour}`, present[index] ?? 0])),
  };
};
