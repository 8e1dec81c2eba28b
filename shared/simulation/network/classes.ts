import { defaults } from '../../document/model/defaults.ts';
import type { DemandClass } from '../../document/model/demand.ts';
import type { Model } from '../../document/model/model.ts';
import { hashIds } from '../kernel/keys.ts';
import { mean } from '../kernel/distributions.ts';
import { parseInstant } from '../kernel/time-zones/time-zone.ts';
import type { AttributeBook } from './attribute-book.ts';
import type { CalendarBook } from './calendars.ts';
import { bytes, integers, lists, numbers, type Context } from './context.ts';
import { ARRIVALS, type ClassTable, type WallClock } from './network.ts';
import type { Page } from './page.ts';
import { refuse } from './refusal.ts';

const HOUR = 3600;
const WEEK = 168 * HOUR;
const secondsPer = { h: HOUR, d: 24 * HOUR, w: WEEK } as const;

interface Shape {
  readonly peak: number;
  readonly profile: Float64Array | undefined;
}

/** The table of demand classes; `base` is the model whose rates name the layers of Poisson arrivals (its own where absent). */
export function compileClasses(context: Context, page: Page, classes: readonly DemandClass[], calendars: CalendarBook, attributes: AttributeBook, clock: WallClock, base: Model | undefined): ClassTable {
  const hashes = hashIds(Object.keys({ ...base?.demandClasses, ...context.model.demandClasses }));
  const shapes = classes.map((demand) => shapeOf(demand, calendars, clock));
  const bases = classes.map((demand, index) => {
    const before = base?.demandClasses[demand.id];
    return before?.arrivals?.type === 'rate' ? shapeOf(before, calendars, clock).peak : shapes[index]!.peak;
  });
  const calendarOf = (demand: DemandClass): number => {
    const { arrivals } = demand;
    return arrivals !== undefined && (arrivals.type === 'rate' || arrivals.type === 'interArrival') && arrivals.calendar !== undefined ? calendars.byId(arrivals.calendar, demand.id) : -1;
  };
  return {
    count: classes.length,
    id: classes.map((demand) => demand.id),
    name: classes.map((demand) => demand.name),
    hash: integers(classes, (demand) => hashes.get(demand.id)!),
    start: integers(classes, (demand) => page.numberOf.get(demand.start)!),
    arrivals: bytes(classes, (demand) => ARRIVALS[demand.arrivals?.type ?? 'none']),
    interArrival: integers(classes, (demand) => {
      if (demand.arrivals?.type !== 'interArrival') return -1;
      const sampler = context.time(demand.arrivals.time, 'elapsed', demand.id);
      if (!(mean(context.samplers[sampler]!) > 0)) refuse('simulation.noGap', { demand: demand.name }, demand.id);
      return sampler;
    }),
    peakRate: numbers(shapes, (shape) => shape.peak),
    layerRate: Float64Array.from(bases),
    calendar: integers(classes, calendarOf),
    pauses: bytes(classes, (demand) => (demand.arrivals?.type === 'interArrival' && (demand.arrivals.whenClosed ?? defaults.arrivals.whenClosed) === 'pause' ? 1 : 0)),
    firstAtStart: bytes(classes, (demand) => (demand.arrivals?.type === 'interArrival' && (demand.arrivals.first ?? defaults.arrivals.first) === 'atStart' ? 1 : 0)),
    profile: shapes.map((shape) => shape.profile),
    list: classes.map((demand) => listOf(context, demand)),
    population: integers(classes, (demand) => (demand.arrivals?.type === 'closed' ? Math.round(demand.arrivals.population.value) : 0)),
    think: integers(classes, (demand) => (demand.arrivals?.type === 'closed' ? context.time(demand.arrivals.thinkTime, 'elapsed', demand.id) : -1)),
    batch: integers(classes, (demand) => {
      const { arrivals } = demand;
      if (arrivals === undefined || arrivals.type === 'closed' || arrivals.batchSize === undefined) return -1;
      return context.amount(arrivals.batchSize, demand.id);
    }),
    atMost: numbers(classes, (demand) => demand.atMost ?? Infinity),
    priority: numbers(classes, (demand) => demand.priority ?? defaults.demand.priority),
    priorityRules: classes.map((demand) => (demand.priorityRules ?? []).map((rule) => ({ condition: attributes.condition(rule.when), priority: rule.priority }))),
    due: numbers(classes, (demand) => (demand.due === undefined ? Infinity : context.seconds(demand.due, 'elapsed'))),
    attributes: lists(classes.map((demand) => (demand.attributes ?? []).map((attribute) => attributes.row(attribute, demand.id)))),
    patience: integers(classes, (demand) => context.time(demand.patience, 'elapsed', demand.id)),
    costOfDelayPerSecond: numbers(classes, (demand) => costOfDelay(context, demand) / (24 * HOUR)),
    outcome: classes.map((demand) => demand.outcome),
  };
}

/** Peak rate per second and weights by hour of week relative to it; the total per week stays as stated. */
function shapeOf(demand: DemandClass, calendars: CalendarBook, clock: WallClock): Shape {
  const { arrivals } = demand;
  if (arrivals?.type !== 'rate') return { peak: 0, profile: undefined };
  const average = arrivals.value / secondsPer[arrivals.per];
  if (arrivals.profile === undefined && arrivals.calendar === undefined) return { peak: average, profile: undefined };
  const weights = arrivals.profile ?? new Array<number>(168).fill(1);
  const calendar = arrivals.calendar === undefined ? undefined : calendars.list[calendars.byId(arrivals.calendar, demand.id)]!;
  // The next whole hour, then a week of them, tells which hours of the week are open.
  const start = clock.nextHour(0);
  let total = 0;
  let largest = 0;
  for (let hour = 0; hour < 168; hour += 1) {
    const from = start + hour * HOUR;
    const weight = weights[clock.hourOfWeek(from)]!;
    const open = calendar === undefined ? 1 : Math.min(1, calendar.workingTimeBetween(from, from + HOUR) / HOUR);
    total += weight * open;
    if (open > 0) largest = Math.max(largest, weight);
  }
  if (!(total > 0)) return refuse('simulation.noOpenHour', { demand: demand.name }, demand.id);
  const profile = arrivals.profile === undefined ? undefined : Float64Array.from(weights, (weight) => Math.min(1, weight / largest));
  return { peak: (average * 168 * largest) / total, profile };
}

function listOf(context: Context, demand: DemandClass): Float64Array | undefined {
  if (demand.arrivals?.type !== 'list') return undefined;
  const times = demand.arrivals.at.map((text) => {
    const instant = parseInstant(text, context.zone);
    return instant === undefined ? refuse('simulation.badInstant', { element: demand.name, text }, demand.id) : instant - context.origin;
  });
  const ahead = Float64Array.from(times).filter((time) => time >= 0).sort();
  if (ahead.length === 0 && times.length > 0) refuse('simulation.datesBeforeStart', { demand: demand.name }, demand.id);
  return ahead;
}

function costOfDelay(context: Context, demand: DemandClass): number {
  const { model } = context;
  const process = model.nodes[demand.start]?.process;
  const outcome = demand.outcome ?? (process === undefined ? undefined : model.processes[process]?.outcome);
  return demand.costOfDelayPerDay?.value ?? (outcome === undefined ? 0 : (model.outcomes[outcome]?.costOfDelayPerDay?.value ?? 0));
}
