import { orderOf, placeOf } from '../kernel/event-list.ts';
import { PURPOSE, itemWord } from '../kernel/keys.ts';
import { log } from '../kernel/mathematics.ts';
import { sample } from '../kernel/distributions.ts';
import { ARRIVALS } from '../network/network.ts';
import { MAX_LAYERS } from './arrivals-state.ts';
import { drawAttributes, meets } from './attributes.ts';
import { EVENT, KIND_BITS } from './event-order.ts';
import { goOn } from './express.ts';
import type { Simulation } from './simulation.ts';
import { PHASE } from './tokens.ts';

/** Every class gets its first arrivals. */
export function startArrivals(sim: Simulation): void {
  const { classes } = sim.network;
  for (let itemClass = 0; itemClass < classes.count; itemClass += 1) {
    switch (classes.arrivals[itemClass]!) {
      case ARRIVALS.rate:
        for (let layer = 0; layer <= layersOf(sim, itemClass); layer += 1) {
          sim.arrivals.openSources += 1;
          planPoisson(sim, itemClass, layer, 0);
        }
        break;
      case ARRIVALS.interArrival:
        sim.arrivals.openSources += 1;
        if (classes.firstAtStart[itemClass] === 1) push(sim, itemClass, 0, firstOpen(sim, itemClass, 0));
        else planGap(sim, itemClass, 0);
        break;
      case ARRIVALS.list:
        sim.arrivals.openSources += 1;
        planListed(sim, itemClass);
        break;
      case ARRIVALS.closed:
        for (let index = 0; index < classes.population[itemClass]!; index += 1) startItem(sim, itemClass, 0);
        break;
    }
  }
}

function layersOf(sim: Simulation, itemClass: number): number {
  const { classes } = sim.network;
  let layers = 0;
  for (let rate = classes.layerRate[itemClass]!; rate < classes.peakRate[itemClass]! && layers < MAX_LAYERS; rate *= 2) layers += 1;
  return layers;
}

const source = (itemClass: number, layer: number): number => itemClass * (MAX_LAYERS + 1) + layer;

function push(sim: Simulation, itemClass: number, layer: number, time: number): void {
  if (!(time < sim.arrivalsUntil)) return endSource(sim);
  const about = source(itemClass, layer);
  const candidate = sim.arrivals.candidates[about]!;
  sim.events.push(time, orderOf(EVENT.arrival, itemClass, itemWord(layer, candidate & 0xfffffff)), placeOf(sim.network.classes.start[itemClass]!, 0), (about << KIND_BITS) | EVENT.arrival);
}

/** A source has no further arrivals. */
export function endSource(sim: Simulation): void {
  sim.arrivals.openSources -= 1;
  if (sim.arrivals.openSources > 0) return;
  sim.arrivalsOver = true;
  // From here on a drained run has shift time that nothing new asks for.
  sim.sums.arrivalClock = Float64Array.from(sim.network.calendars, (_, calendar) => sim.shifts.clock(calendar, sim.now));
}

/** Gaps of a Poisson layer: exponential at the layer's rate. Thinning happens when a candidate comes. */
function planPoisson(sim: Simulation, itemClass: number, layer: number, from: number): void {
  const { classes } = sim.network;
  const base = classes.layerRate[itemClass]!;
  const rate = layer === 0 ? base : base * 2 ** (layer - 1);
  const about = source(itemClass, layer);
  sim.draws.begin(itemWord(layer, sim.arrivals.candidates[about]!), classes.hash[itemClass]!, 0, PURPOSE.arrival);
  push(sim, itemClass, layer, from - log(sim.draws.next()) / rate);
}

function planGap(sim: Simulation, itemClass: number, from: number): void {
  const { classes, samplers, calendars } = sim.network;
  const about = source(itemClass, 0);
  sim.draws.begin(itemWord(0, sim.arrivals.candidates[about]! & 0xfffffff), classes.hash[itemClass]!, 0, PURPOSE.arrival);
  const gap = sample(samplers[classes.interArrival[itemClass]!]!, sim.draws);
  const calendar = classes.calendar[itemClass]!;
  if (calendar >= 0 && classes.pauses[itemClass] === 1) return push(sim, itemClass, 0, calendars[calendar]!.addWorkingTime(from, gap));
  push(sim, itemClass, 0, firstOpen(sim, itemClass, from + gap));
}

function firstOpen(sim: Simulation, itemClass: number, time: number): number {
  const calendar = sim.network.classes.calendar[itemClass]!;
  return calendar < 0 ? time : sim.network.calendars[calendar]!.nextOpening(time);
}

function planListed(sim: Simulation, itemClass: number): void {
  const next = sim.network.classes.list[itemClass]![sim.arrivals.candidates[source(itemClass, 0)]!];
  if (next === undefined) return endSource(sim);
  push(sim, itemClass, 0, next);
}

/** A candidate comes: it starts its items, and the next one is planned. */
export function arriveFrom(sim: Simulation, about: number): void {
  const { classes } = sim.network;
  const itemClass = Math.floor(about / (MAX_LAYERS + 1));
  const layer = about % (MAX_LAYERS + 1);
  const candidate = sim.arrivals.candidates[about]!;
  sim.arrivals.candidates[about] = candidate + 1;
  const kind = classes.arrivals[itemClass]!;
  if (kind === ARRIVALS.closed) return startBatch(sim, itemClass, 0, candidate);
  if (kind !== ARRIVALS.rate || isKept(sim, itemClass, layer, candidate)) startBatch(sim, itemClass, layer, candidate);
  planNext(sim, about);
}

/** Plans the next candidate of a source, or ends the source. */
export function planNext(sim: Simulation, about: number): void {
  const { classes } = sim.network;
  const itemClass = Math.floor(about / (MAX_LAYERS + 1));
  const kind = classes.arrivals[itemClass]!;
  if (sim.arrivals.started[itemClass]! >= mostOf(sim, itemClass)) return endSource(sim);
  if (kind === ARRIVALS.rate) planPoisson(sim, itemClass, about % (MAX_LAYERS + 1), sim.now);
  else if (kind === ARRIVALS.interArrival) planGap(sim, itemClass, sim.now);
  else planListed(sim, itemClass);
}

/** How many items of a class may start. */
export function mostOf(sim: Simulation, itemClass: number): number {
  return Math.min(sim.network.classes.atMost[itemClass]!, sim.settings.items ?? Infinity);
}

/** Thinning: a candidate of a layer is kept with the share of the layer that the rate of its hour needs. */
export function isKept(sim: Simulation, itemClass: number, layer: number, candidate: number): boolean {
  const { classes, clock } = sim.network;
  const peak = classes.peakRate[itemClass]!;
  const base = classes.layerRate[itemClass]!;
  const profile = classes.profile[itemClass];
  let rate = profile === undefined ? peak : peak * profile[clock.hourOfWeek(sim.now)]!;
  const calendar = classes.calendar[itemClass]!;
  if (calendar >= 0 && !sim.network.calendars[calendar]!.isOpen(sim.now)) rate = 0;
  const below = layer === 0 ? 0 : base * 2 ** (layer - 1);
  const width = layer === 0 ? base : below;
  const share = (rate - below) / width;
  if (share >= 1) return true;
  if (share <= 0) return false;
  sim.draws.begin(itemWord(layer, candidate), classes.hash[itemClass]!, 0, PURPOSE.thinning);
  return sim.draws.next() < share;
}

function startBatch(sim: Simulation, itemClass: number, layer: number, candidate: number): void {
  const sampler = sim.network.classes.batch[itemClass]!;
  let count = 1;
  if (sampler >= 0) {
    sim.draws.begin(itemWord(layer, candidate & 0xfffffff), sim.network.classes.hash[itemClass]!, 0, PURPOSE.batchSize);
    count = Math.max(0, Math.round(sample(sim.network.samplers[sampler]!, sim.draws)));
  }
  for (let index = 0; index < count && sim.arrivals.started[itemClass]! < mostOf(sim, itemClass); index += 1) {
    startItem(sim, itemClass, layer, candidate);
  }
}

/** An item starts: attributes, priority and due date are fixed, its first token stands at the start node. */
function startItem(sim: Simulation, itemClass: number, layer: number, candidate?: number): void {
  const { items, tokens, network, settings, sums } = sim;
  const { classes } = network;
  const item = items.allocate();
  const running = sim.arrivals.started[itemClass]!;
  sim.arrivals.started[itemClass] = running + 1;
  items.class[item] = itemClass;
  // Items of one arrival are told apart by their running number.
  items.word[item] = candidate === undefined || classes.batch[itemClass]! >= 0 ? itemWord(layer, running & 0xfffffff) : itemWord(layer, candidate & 0xfffffff);
  items.start[item] = sim.now;
  items.due[item] = sim.now + classes.due[itemClass]!;
  items.priority[item] = classes.priority[itemClass]!;
  if (network.features.attributes > 0) {
    drawAttributes(sim, item);
    for (const rule of classes.priorityRules[itemClass]!) {
      if (!meets(sim, item, network.conditions[rule.condition]!)) continue;
      items.priority[item] = rule.priority;
      break;
    }
  }
  const counted = sim.now >= settings.warmUp && sim.now < settings.horizon;
  items.counted[item] = counted ? 1 : 0;
  sums.items.started += 1;
  if (counted) {
    sums.items.countedStarts += 1;
    sim.countedLive += 1;
  }
  if (sim.attribution) sums.changeInSystem(1, sim.now);
  const token = sim.newToken(item);
  tokens.node[token] = classes.start[itemClass]!;
  if (sim.probe !== undefined) sim.tell('arrive', token, itemClass, -1, items.due[item]!);
  if (network.features.rich) sim.proceed(token, PHASE.arriving);
  else goOn(sim, token, tokens.node[token]!);
}

/** Items of a closed population that are done start anew after thinking. */
export function restartReturned(sim: Simulation): void {
  const { classes, samplers } = sim.network;
  while (sim.returning.length > 0) {
    const itemClass = sim.returning.shift()!;
    const about = source(itemClass, 0);
    const sampler = classes.think[itemClass]!;
    // Each return has a number of its own, as several may be thinking at once.
    const turn = sim.thinking;
    sim.thinking = turn + 1;
    let think = 0;
    if (sampler >= 0) {
      sim.draws.begin(itemWord(0, turn & 0xfffffff), classes.hash[itemClass]!, 0, PURPOSE.arrival);
      think = sample(samplers[sampler]!, sim.draws);
    }
    if (sim.now + think >= sim.arrivalsUntil) continue;
    sim.events.push(sim.now + think, orderOf(EVENT.arrival, itemClass, itemWord(0, turn & 0xfffffff)), placeOf(classes.start[itemClass]!, 0), (about << KIND_BITS) | EVENT.arrival);
  }
}
