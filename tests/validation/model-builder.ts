// Small models for validation, written as sentences: one page, one line of steps, hours as the unit.
import type { Arrivals, DemandClass } from '../../shared/document/model/demand.ts';
import { aroundTheClock } from '../../shared/document/model/defaults.ts';
import type { Distribution } from '../../shared/document/model/distribution.ts';
import type { Flow } from '../../shared/document/model/flow.ts';
import { emptyModel, type Model } from '../../shared/document/model/model.ts';
import type { Node, Step } from '../../shared/document/model/node.ts';
import type { Team } from '../../shared/document/model/organisation.ts';

export const fixed = (value: number): Distribution => ({ type: 'fixed', value, unit: 'h' });
export const exponential = (mean: number): Distribution => ({ type: 'exponential', mean, unit: 'h' });
export const uniform = (min: number, max: number): Distribution => ({ type: 'uniform', min, max, unit: 'h' });
export const erlang = (k: number, mean: number): Distribution => ({ type: 'erlang', k, mean, unit: 'h' });
export const lognormal = (mean: number, sd: number): Distribution => ({ type: 'lognormal', mean, sd, unit: 'h' });

/** Arrivals one by one with the given time between them. */
export const arrivingEvery = (time: Distribution): Arrivals => ({ type: 'interArrival', time });

/** A fixed number of items that start again when they are done, after exponential thinking of the given mean. */
export const closed = (population: number, thinkTime?: number): Arrivals => ({
  type: 'closed',
  population: { value: population },
  ...(thinkTime === undefined ? {} : { thinkTime: exponential(thinkTime) }),
});

type Fields<T> = Partial<Omit<T, 'id' | 'process'>>;

const processId = 'page';

/** Collects elements of a one-page model; every id is given by the caller, so expectations can name them. */
export class ModelBuilder {
  readonly #model: Model = emptyModel();
  #flows = 0;

  constructor() {
    this.#model.processes[processId] = { id: processId, name: 'Page', lanes: [] };
    this.#model.calendars[aroundTheClock.id] = structuredClone(aroundTheClock);
    this.#model.parties['party'] = { id: 'party', name: 'Party', kind: 'department', calendar: aroundTheClock.id };
    this.#model.processes[processId].lanes.push({ party: 'party', size: 160 });
  }

  team(id: string, capacity: number, fields: Fields<Team> = {}): this {
    this.#model.teams[id] = { id, name: id, party: 'party', capacity: { value: capacity }, ...fields };
    return this;
  }

  step(id: string, team: string | undefined, serviceTime: Distribution, fields: Fields<Step> = {}): this {
    return this.node({ kind: 'step', ...this.#place(id), serviceTime, ...(team === undefined ? {} : { requirements: [{ anyOf: [{ team }] }] }), ...fields });
  }

  start(id: string): this {
    return this.node({ kind: 'start', ...this.#place(id) });
  }

  end(id: string): this {
    return this.node({ kind: 'end', ...this.#place(id) });
  }

  gateway(id: string, decides: 'oneOf' | 'someOf' | 'firstEvent' = 'oneOf'): this {
    return this.node({ kind: 'gateway', ...this.#place(id), decides });
  }

  fork(id: string): this {
    return this.node({ kind: 'fork', ...this.#place(id) });
  }

  join(id: string): this {
    return this.node({ kind: 'join', ...this.#place(id) });
  }

  node(node: Node): this {
    this.#model.nodes[node.id] = node;
    return this;
  }

  demand(id: string, start: string, arrivals: Arrivals, fields: Fields<DemandClass> = {}): this {
    this.#model.demandClasses[id] = { id, name: id, start, arrivals, ...fields };
    return this;
  }

  /** Connects the nodes in their order. */
  path(...ids: readonly string[]): this {
    for (const [index, from] of ids.slice(0, -1).entries()) this.flow(from, ids[index + 1] ?? from);
    return this;
  }

  flow(from: string, to: string, fields: Fields<Flow> = {}): this {
    this.#flows += 1;
    const id = `flow-${this.#flows}`;
    this.#model.flows[id] = { id, process: processId, from, to, ...fields };
    return this;
  }

  /** A branch of a "one of" gateway. */
  branch(from: string, to: string, probability: number, fields: Fields<Flow> = {}): this {
    return this.flow(from, to, { probability: { value: probability }, ...fields });
  }

  /** Changes the model under construction where no method has the words for it. */
  with(change: (model: Model) => void): this {
    change(this.#model);
    return this;
  }

  build(): Model {
    return this.#model;
  }

  #place(id: string): { id: string; name: string; process: string; party: string; position: { x: number; y: number } } {
    return { id, name: id, process: processId, party: 'party', position: { x: 200 * Object.keys(this.#model.nodes).length, y: 40 } };
  }
}

export interface Station {
  readonly servers?: number;
  readonly service: Distribution;
  readonly team?: Fields<Team>;
  readonly step?: Fields<Step>;
}

/** start → step-1 (team-1) → step-2 (team-2) … → end with one demand class `demand`. */
export function line(arrivals: Arrivals, stations: readonly Station[], demand: Fields<DemandClass> = {}): Model {
  const builder = new ModelBuilder().start('start').end('end');
  for (const [index, station] of stations.entries()) {
    builder.team(`team-${index + 1}`, station.servers ?? 1, station.team);
    builder.step(`step-${index + 1}`, `team-${index + 1}`, station.service, station.step);
  }
  return builder
    .path('start', ...stations.map((_, index) => `step-${index + 1}`), 'end')
    .demand('demand', 'start', arrivals, demand)
    .build();
}
