// Reads arrivals and service times off a run, named as in every scenario: item, step and how often it was there.
import type { Probe, ProbeMoment } from '../../shared/simulation/engine/probe.ts';
import type { Network } from '../../shared/simulation/network/network.ts';

export interface DrawsOfRun extends Probe {
  readonly arrivals: ReadonlyMap<string, number>;
  readonly services: ReadonlyMap<string, number>;
}

export function drawsOf({ nodes, classes }: Network): DrawsOfRun {
  const arrivals = new Map<string, number>();
  const services = new Map<string, number>();
  const often = new Map<string, number>();
  return {
    arrivals,
    services,
    tell({ event, time, item, itemClass, node, work, detail, amount }: ProbeMoment): void {
      const name = `${classes.id[itemClass]} ${item}`;
      if (event === 'arrive') arrivals.set(name, time);
      if (event !== 'end' || work !== 0 || detail !== 1) return;
      const place = `${name} at ${nodes.id[node]}`;
      const turn = (often.get(place) ?? 0) + 1;
      often.set(place, turn);
      services.set(`${place}, turn ${turn}`, amount);
    },
  };
}

/** Services of the first run that the second one lacks or gives another time. */
export const differing = (a: DrawsOfRun, b: DrawsOfRun): string[] =>
  [...a.services].filter(([name, seconds]) => Math.abs((b.services.get(name) ?? Number.NaN) - seconds) > 1e-9 || !b.services.has(name)).map(([name, seconds]) => `${name}: ${seconds} against ${b.services.get(name)}`);
