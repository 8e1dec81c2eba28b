import type { Model } from '../../document/model/model.ts';
import { type Outcome, succeed } from '../../language/outcome.ts';
import type { Source } from '../readings/studied.ts';
import { type Coalition, membersOf } from './coalitions.ts';
import type { Measure } from './measure.ts';
import { without } from './removal.ts';

/** The runs of a study without sets of sources: what each took, and which sets let work pile up. */
export class TriedCoalitions {
  readonly #model: Model;
  readonly #sources: readonly Source[];
  readonly #replications: number;
  readonly #measure: Measure;
  readonly #tests: number;
  readonly #leadTimes = new Map<Coalition, Float64Array>();
  readonly #whole = new Set<Coalition>();
  readonly #unstable = new Set<Coalition>();

  /** `tests`: sets that may be run, so that chance alone calls hardly any of them unstable. */
  constructor(model: Model, sources: readonly Source[], replications: number, measure: Measure, tests: number) {
    this.#model = model;
    this.#sources = sources;
    this.#replications = replications;
    this.#measure = measure;
    this.#tests = tests;
  }

  /** Sets of sources without which work piles up, in the order in which they were found. */
  get unstable(): readonly (readonly Source[])[] {
    return [...this.#unstable].map((coalition) => membersOf(this.#sources, coalition));
  }

  piledUp(coalition: Coalition): boolean {
    return this.#unstable.has(coalition);
  }

  /** Seconds; NaN where the replication counted nothing or was not run. */
  leadTime(coalition: Coalition, replication: number): number {
    return this.#leadTimes.get(coalition)?.[replication] ?? Number.NaN;
  }

  /**
   * Runs the replications of a set that are asked for, by default all. A few of them cannot tell work that piles up
   * from chance: a set that looks so is run whole before it is called unstable.
   */
  async run(coalition: Coalition, numbers?: readonly number[]): Promise<Outcome<undefined>> {
    if (this.#whole.has(coalition)) return succeed(undefined);
    const some = numbers === undefined || numbers.length >= this.#replications ? undefined : numbers;
    const run = await this.#measure(without(this.#model, new Set(membersOf(this.#sources, coalition))), { tests: this.#tests, ...(some === undefined ? {} : { numbers: some }) });
    if (!run.ok) return run;
    if (some !== undefined && run.value.unstable) return this.run(coalition);
    const times = new Float64Array(this.#replications).fill(Number.NaN);
    run.value.leadTime.forEach((value, at) => {
      times[some === undefined ? at : (some[at] ?? 0)] = value;
    });
    this.#leadTimes.set(coalition, times);
    if (some !== undefined) return succeed(undefined);
    this.#whole.add(coalition);
    if (run.value.unstable) this.#unstable.add(coalition);
    return succeed(undefined);
  }
}
