import type { MeasureOptions, Series } from '../analysis/studies/measure.ts';
import type { Model } from '../document/model/model.ts';
import type { RunSettings as GivenSettings } from '../document/model/settings.ts';
import type { Document } from '../document/scenarios/document.ts';
import { fail, type Outcome, succeed } from '../language/outcome.ts';
import { leadTimeOf } from '../simulation/experiment/measures.ts';
import { runReplications } from '../simulation/experiment/replicate.ts';
import { seriesOf } from '../simulation/experiment/series.ts';
import { findWarmUp } from '../simulation/experiment/warm-up.ts';
import type { Network } from '../simulation/network/network.ts';
import type { ReplicationResult } from '../simulation/results/replication-result.ts';
import type { RunSettings } from '../simulation/results/used-settings.ts';
import { faultOfSettings, resolveRunSettings } from '../simulation/network/run-settings.ts';
import { networkFor } from './replication.ts';
import type { JobWatch, Ports } from './ports.ts';
import type { ReplicationTask } from './task.ts';

/** Replications on whose average the settling-in time is found. */
const pilots = 10;
/** Most replications of a run that goes on until it is precise. */
const mostForPrecision = 1000;

/** A model that is ready to run. */
export interface Subject {
  readonly key: string;
  readonly model: Model;
  readonly network: Network;
}

export type OnResults = (results: readonly ReplicationResult[]) => void;

/** The runs of one job: same seeds, start, period and settling-in time for every model of it. */
export class Laboratory {
  readonly #document: Document;
  readonly #base: Model;
  readonly #given: GivenSettings;
  readonly #ports: Ports;
  readonly #watch: JobWatch;
  #settings: RunSettings;
  #subjects = 0;
  #done = 0;
  #total = 0;

  private constructor(document: Document, base: Model, given: GivenSettings, settings: RunSettings, ports: Ports, watch: JobWatch) {
    this.#document = document;
    this.#base = base;
    this.#given = given;
    this.#settings = settings;
    this.#ports = ports;
    this.#watch = watch;
  }

  /**
   * Opens with the document's run settings as changed by the job. `base` is the model of Today, `main` the one whose
   * demand says whether the run drains; the failure names what refuses to run.
   */
  static open(document: Document, base: Model, main: Model, changed: GivenSettings | undefined, ports: Ports, watch: JobWatch): Outcome<Laboratory> {
    const given = { ...document.runSettings, ...changed };
    const network = networkFor({ document: document.settings, settings: given }, main, base);
    if (!network.ok) return network;
    const settings = resolveRunSettings(network.value, given);
    const fault = faultOfSettings(settings);
    return fault === undefined ? succeed(new Laboratory(document, base, given, settings, ports, watch)) : fail(fault.id, fault);
  }

  get settings(): RunSettings {
    return this.#settings;
  }

  /** Replications of a plain run. */
  get planned(): number {
    return this.#settings.precision === undefined ? this.#settings.replications : Math.max(mostForPrecision, this.#settings.replications);
  }

  /** Announces work, so that progress knows the whole. */
  expect(replications: number): void {
    this.#total += replications;
  }

  /** Compiles a model; the failure names what refuses to run. */
  prepare(model: Model): Outcome<Subject> {
    const network = networkFor({ document: this.#document.settings, settings: this.#settings }, model, this.#base);
    this.#subjects += 1;
    return network.ok ? succeed({ key: String(this.#subjects), model, network: network.value }) : network;
  }

  /**
   * Finds the settling-in time where none was given: the largest of the subjects' (DESIGN 4h). Nothing to find where
   * the run drains.
   */
  async settle(subjects: readonly Subject[]): Promise<Outcome<undefined>> {
    if (this.#settings.mode === 'terminating' || this.#given.warmUp !== undefined) return succeed(undefined);
    const count = Math.min(pilots, this.#settings.replications);
    this.expect(count * subjects.length);
    const found: number[] = [];
    for (const subject of subjects) {
      const results = await this.#replications(subject, { most: count, spread: false });
      if (!results.ok) return results;
      found.push(findWarmUp(results.value, this.#settings).seconds);
    }
    this.#settings = { ...this.#settings, warmUp: Math.max(0, ...found) };
    return succeed(undefined);
  }

  /** The replications of a run, fewer where its precision is reached before; `on` hears of them as they come in. */
  run(subject: Subject, on?: OnResults): Promise<Outcome<readonly ReplicationResult[]>> {
    return this.#replications(subject, { most: this.planned, precision: this.#settings.precision, spread: false, on });
  }

  /** Exactly so many replications. */
  replications(subject: Subject, most: number, spread = false): Promise<Outcome<readonly ReplicationResult[]>> {
    return this.#replications(subject, { most, spread });
  }

  /** The replications that are named. */
  some(subject: Subject, numbers: readonly number[], spread = false): Promise<Outcome<readonly ReplicationResult[]>> {
    return this.#replications(subject, { most: numbers.length, spread, numbers });
  }

  /** A model's lead times and throughputs of `most` replications, or of those that are named, for studies of pairs. */
  async series(model: Model, most: number, { numbers, tests }: MeasureOptions = {}): Promise<Outcome<Series>> {
    const subject = this.prepare(model);
    if (!subject.ok) return subject;
    const results = await this.#replications(subject.value, { most: numbers?.length ?? most, spread: false, numbers });
    return results.ok ? succeed(seriesOf(results.value, this.#settings, subject.value.network.teams, tests)) : results;
  }

  #replications(
    { key, model }: Subject,
    { most, precision, spread, numbers, on }: {
      readonly most: number; readonly precision?: number | undefined; readonly spread: boolean; readonly numbers?: readonly number[] | undefined; readonly on?: OnResults | undefined;
    },
  ): Promise<Outcome<readonly ReplicationResult[]>> {
    const settings = this.#settings;
    const task: Omit<ReplicationTask, 'replication'> = { key: `${key}:${settings.warmUp}`, model, base: this.#base, document: this.#document.settings, settings, spread };
    const before = this.#done;
    return runReplications(
      (at) => this.#ports.replicate({ ...task, replication: numbers?.[at] ?? at }),
      (result) => [leadTimeOf(result)],
      { most, precision, confidence: settings.confidence, ahead: this.#ports.ahead },
      (results, planned) => {
        this.#done = before + results.length;
        this.#watch.progress?.({ done: this.#done, total: Math.max(this.#done, this.#total - most + planned) });
        on?.(results);
        return 'go';
      },
    );
  }
}
