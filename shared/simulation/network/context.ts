import type { Distribution } from '../../document/model/distribution.ts';
import type { ElementId } from '../../document/model/fields.ts';
import type { Model } from '../../document/model/model.ts';
import { nameOf } from '../../document/model/queries.ts';
import { message } from '../../language/message.ts';
import { durationInSeconds, secondsPer, type DayMeaning, type Duration } from '../../language/units.ts';
import { compileDistribution, scaleSpec, type DistributionSpec, type Sampler } from '../kernel/distributions.ts';
import type { TimeZone } from '../kernel/time-zones/time-zone.ts';
import { refuse } from './refusal.ts';

/** What the compiler's parts share: the model, its clock, and the samplers made so far. */
export class Context {
  readonly model: Model;
  readonly zone: TimeZone;
  readonly origin: number;
  readonly hoursPerDay: number;
  readonly samplers: Sampler[] = [];

  constructor(model: Model, zone: TimeZone, origin: number, hoursPerDay: number) {
    this.model = model;
    this.zone = zone;
    this.origin = origin;
    this.hoursPerDay = hoursPerDay;
  }

  /** The name of an element for a sentence; of a flow without one what it joins. */
  name(id: ElementId): string {
    const flow = this.model.flows[id];
    return flow === undefined || (flow.name ?? '') !== '' ? nameOf(this.model, id) : `${nameOf(this.model, flow.from)} → ${nameOf(this.model, flow.to)}`;
  }

  /** Number of a new sampler in seconds; −1 for no distribution. `days` says what a typed day means in this field. */
  time(distribution: Distribution | undefined, days: DayMeaning, element: ElementId): number {
    if (distribution === undefined) return -1;
    const factor = distribution.unit === undefined ? 1 : secondsPer(distribution.unit, days, this.hoursPerDay);
    const sampler = this.compile(distribution, factor, element);
    if (sampler.low < 0) refuse('simulation.negativeTime', { element: this.name(element) }, element);
    this.samplers.push(sampler);
    return this.samplers.length - 1;
  }

  /** Number of a new sampler of plain numbers. */
  amount(distribution: Distribution, element: ElementId): number {
    this.samplers.push(this.compile(distribution, 1, element));
    return this.samplers.length - 1;
  }

  seconds(duration: Duration, days: DayMeaning): number {
    return durationInSeconds(duration, days, this.hoursPerDay);
  }

  private compile(distribution: Distribution, factor: number, element: ElementId): Sampler {
    const sampler = compileDistribution(scaleSpec(distribution as DistributionSpec, factor));
    if (typeof sampler !== 'string') return sampler;
    return refuse('simulation.badDistribution', { element: this.name(element), why: message(`simulation.distribution.${sampler}`) }, element);
  }
}

/** Lists per element in one array. */
export function lists(groups: readonly (readonly number[])[]): { readonly first: Int32Array; readonly items: Int32Array } {
  const first = new Int32Array(groups.length + 1);
  for (let index = 0; index < groups.length; index += 1) first[index + 1] = first[index]! + groups[index]!.length;
  return { first, items: Int32Array.from(groups.flat()) };
}

/** A number for every element, whole: a column of a table. */
export const integers = <T>(list: readonly T[], of: (item: T, index: number) => number): Int32Array => Int32Array.from(list, (item, index) => of(item as T, index));
/** The same from 0 to 255. */
export const bytes = <T>(list: readonly T[], of: (item: T, index: number) => number): Uint8Array => Uint8Array.from(list, (item, index) => of(item as T, index));
/** The same of any numbers. */
export const numbers = <T>(list: readonly T[], of: (item: T, index: number) => number): Float64Array => Float64Array.from(list, (item, index) => of(item as T, index));
