import type { Calendar } from './calendar.ts';
import { weekdays } from './fields.ts';
import type { Distribution } from './distribution.ts';
import type { NodeKind } from './node.ts';

/** The calendar of whoever names none: Monday to Friday, nine to five, in the document's zone. */
export const officeHours: Calendar = {
  id: 'office-hours',
  name: 'Office hours',
  weekly: weekdays.slice(0, 5).map((day) => ({ day, from: '09:00', to: '17:00' })),
};

/** Always open: platforms, and the outside. */
export const aroundTheClock: Calendar = {
  id: 'around-the-clock',
  name: 'Around the clock',
  weekly: weekdays.map((day) => ({ day, from: '00:00', to: '24:00' })),
};

/**
 * The published table of defaults: what an absent optional field means, for screen, import and engine alike.
 * Volume, capacity and service time have none: a model without them is refused.
 */
export const defaults = {
  settings: { currency: 'EUR', locale: 'en', timeZone: 'UTC', hoursPerDay: 8, confidentiality: 'internal' },
  run: { start: '2024-01-01T00:00', horizonDays: 180, replications: 30, confidence: 0.95, seed: 1 },
  itemNoun: 'request',
  team: {
    discipline: 'fifo', preemption: 'none', atShiftEnd: 'suspend', startAt: 1, handover: false, whenFull: 'hold', costPerHour: 0, protectedShare: 0,
    setupChangeBy: 'step', otherWorkPieceHours: 1,
  },
  /** Work of one size, in minutes of working time. */
  sizes: { S: 15, M: 60, L: 240, XL: 960 },
  /** Standard deviation of a size's service time as a share of its mean. */
  sizeVariation: 0.5,
  interrupt: { clock: 'independent', acts: 'preempt', counts: 'working', perUnit: true },
  arrivals: { whenClosed: 'push', first: 'afterGap' },
  demand: { priority: 1 },
  handoff: { transferCounts: 'elapsed', batchAt: 'sender' },
  event: { counts: 'elapsed', interrupting: true },
  approval: { counts: 'working' },
  stepBatchMode: 'parallel',
  /** Spread of an input, by provenance, where none is given: a factor uniform in 1 ± spread. */
  spread: { measured: 0, estimated: 0.25, default: 0.5 },
  laneSize: 160,
} as const;

export type WorkSize = keyof typeof defaults.sizes;

/** The service time that a size stands for. */
export const serviceTimeOfSize = (size: WorkSize): Distribution => ({
  type: 'lognormal',
  unit: 'min',
  mean: defaults.sizes[size],
  sd: defaults.sizes[size] * defaults.sizeVariation,
  provenance: 'estimated',
});

/** Size of a node that names none, in pixels. */
export const nodeSizes: Readonly<Record<NodeKind, { readonly width: number; readonly height: number }>> = {
  start: { width: 40, height: 40 },
  step: { width: 160, height: 64 },
  gateway: { width: 48, height: 48 },
  fork: { width: 48, height: 48 },
  join: { width: 48, height: 48 },
  event: { width: 40, height: 40 },
  subprocess: { width: 160, height: 64 },
  end: { width: 40, height: 40 },
  note: { width: 160, height: 64 },
  group: { width: 320, height: 200 },
};
