import type { Sampler } from '../kernel/sampler.ts';
import type { Stop } from './lines.ts';

/*
 * Who takes part in a run through lines (see lines.ts). They are objects and not rows of tables: an event goes from one
 * to the next, and a field costs less than a place in a table. What results are read from stays in the general tables.
 * Fields for numbers that are not whole begin as NaN, so that the compiler keeps them as such from the start.
 */

/** A stop on the way of a class of items. */
export class Place {
  readonly itemClass: number;
  readonly step: number;
  readonly position: number;
  readonly from: number;
  readonly comesBack: number;
  readonly hash: number;
  /** Its number among all places, and among the times that are drawn ahead. */
  readonly row: number;
  /** Who does its step; at the end of a way nobody. */
  readonly station: Station | null;
  next: Place | null = null;
  readonly sampler: Sampler | undefined;
  /** Seconds of a service that is simply exponential, else NaN. */
  mean = Number.NaN;
  /** Whether services are drawn when an item starts, and kept in its account until they begin. */
  ahead = false;
  /** Boundary that is crossed on the way to it: numbered when the first item comes. */
  boundary = -1;

  constructor(itemClass: number, stop: Stop, row: number, station: Station | null, sampler: Sampler | undefined) {
    this.itemClass = itemClass;
    this.step = stop.step;
    this.position = stop.position;
    this.from = stop.from;
    this.comesBack = stop.comesBack ? 1 : 0;
    this.hash = stop.hash;
    this.row = row;
    this.station = station;
    this.sampler = sampler;
  }
}

/** The units of a team and the one queue in front of them. */
export class Station {
  readonly team: number;
  /** Its units in the tables of the general engine. */
  readonly atom: number;
  head: LineItem | null = null;
  tail: LineItem | null = null;
  /** Free units, the longest free first. */
  idleHead: LineUnit | null = null;
  idleTail: LineUnit | null = null;

  constructor(team: number, atom: number) {
    this.team = team;
    this.atom = atom;
  }

  /** An item joins the queue. */
  join(item: LineItem): void {
    item.next = null;
    if (this.tail === null) this.head = item;
    else this.tail.next = item;
    this.tail = item;
  }

  /** The first item leaves the queue. */
  takeFirst(): LineItem {
    const item = this.head!;
    this.head = item.next;
    if (item.next === null) this.tail = null;
    return item;
  }

  /** A unit becomes free: behind those free for longer; of those free since the same instant by number. */
  addIdle(unit: LineUnit, now: number): void {
    unit.idleSince = now;
    let before = this.idleTail;
    while (before !== null && before.idleSince === now && before.slot > unit.slot) before = before.idlePrevious;
    const after = before === null ? this.idleHead : before.idleNext;
    unit.idlePrevious = before;
    unit.idleNext = after;
    if (before === null) this.idleHead = unit;
    else before.idleNext = unit;
    if (after === null) this.idleTail = unit;
    else after.idlePrevious = unit;
  }

  /** The unit that is free for longest is so no more. */
  takeIdle(): LineUnit {
    const unit = this.idleHead!;
    this.idleHead = unit.idleNext;
    if (unit.idleNext === null) this.idleTail = null;
    else unit.idleNext.idlePrevious = null;
    return unit;
  }
}

export class LineUnit {
  /** Its number, and its slot among the pending events. */
  readonly slot: number;
  readonly station: Station;
  /** Currency per second. */
  rate = Number.NaN;
  item: LineItem | null = null;
  /** Service under way: how long it takes, and since when. */
  seconds = Number.NaN;
  begun = Number.NaN;
  idleSince = Number.NaN;
  idlePrevious: LineUnit | null = null;
  idleNext: LineUnit | null = null;

  constructor(slot: number, station: Station) {
    this.slot = slot;
    this.station = station;
  }
}

/** Where items of a class come from. */
export class Source {
  /** Class and layer. */
  readonly about: number;
  readonly first: Place;
  /** Gap between two arrivals, where it has a distribution, and its seconds where that is simply exponential, else NaN. */
  readonly gap: Sampler | undefined;
  mean = Number.NaN;
  /** Its number among the times that are drawn ahead. */
  readonly row: number;
  /** Items of the class that may start. */
  readonly most: number;

  constructor(about: number, first: Place, gap: Sampler | undefined, row: number, most: number) {
    this.about = about;
    this.first = first;
    this.gap = gap;
    this.row = row;
    this.most = most;
  }
}

/** An item on its way, or one whose row is free. */
export class LineItem {
  /** Its row in the tables of the general engine. */
  readonly row: number;
  place: Place;
  /** The one behind it in its queue, or among those that are free. */
  next: LineItem | null = null;
  counted = false;
  /** The word that names its draws. */
  word = 0;
  /** When it came to its place. */
  since = Number.NaN;

  constructor(row: number, place: Place) {
    this.row = row;
    this.place = place;
  }
}
