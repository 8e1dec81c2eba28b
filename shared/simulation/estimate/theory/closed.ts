/** A station of a closed network: work brought per cycle, and its servers (`Infinity`: nobody waits). */
export interface ClosedStation {
  readonly demand: number;
  readonly servers: number;
}

export interface ClosedNetwork {
  readonly throughput: number;
  /** Time per cycle outside thinking. */
  readonly response: number;
  /** Mean number at each station. */
  readonly inStation: readonly number[];
}

/**
 * Exact mean value analysis of a product-form closed network (Reiser and Lavenberg 1980), with the marginal
 * probabilities of multi-server stations. `population` is whole; times are in the unit of the demands.
 */
export function meanValueAnalysis(stations: readonly ClosedStation[], think: number, population: number): ClosedNetwork {
  const marginals = stations.map(() => [1]);
  let inStation = stations.map(() => 0);
  let throughput = 0;
  let response = 0;
  for (let n = 1; n <= population; n += 1) {
    const times = stations.map((station, index) => timeAt(station, inStation[index] ?? 0, marginals[index] ?? [1], n));
    response = times.reduce((sum, time) => sum + time, 0);
    throughput = n / (think + response);
    inStation = times.map((time) => throughput * time);
    for (const [index, station] of stations.entries()) marginals[index] = nextMarginal(station, marginals[index] ?? [1], throughput, n);
  }
  return { throughput, response, inStation };
}

function timeAt({ demand, servers }: ClosedStation, inStation: number, marginal: readonly number[], n: number): number {
  if (servers === Infinity) return demand;
  if (servers === 1) return demand * (1 + inStation);
  let time = 0;
  for (let j = 1; j <= n; j += 1) time += (j * demand * (marginal[j - 1] ?? 0)) / Math.min(j, servers);
  return time;
}

function nextMarginal({ demand, servers }: ClosedStation, marginal: readonly number[], throughput: number, n: number): number[] {
  if (servers === 1 || servers === Infinity) return [1];
  const next = [0];
  let sum = 0;
  for (let j = 1; j <= n; j += 1) {
    const probability = (throughput * demand * (marginal[j - 1] ?? 0)) / Math.min(j, servers);
    next.push(probability);
    sum += probability;
  }
  next[0] = Math.max(0, 1 - sum);
  return next;
}
