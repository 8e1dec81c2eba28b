import { defaults } from '../../document/model/defaults.ts';
import type { RunSettings as RunSettingsOfDocument } from '../../document/model/settings.ts';
import { type Message, message } from '../../language/message.ts';
import { durationInSeconds } from '../../language/units.ts';
import { TIME_ZONE_VERSION } from '../kernel/time-zones/time-zone.ts';
import { defaultLimits, type RunSettings } from '../results/used-settings.ts';
import { ARRIVALS, type Network } from './network.ts';

const DAY = 86_400;
const WEEK = 7 * DAY;

/**
 * Settings of a run with the published defaults filled in, `changes` over all. Without a mode, a model whose demand is
 * finite (lists, or a number of items) runs until it is drained, any other one to its horizon.
 */
export function resolveRunSettings(network: Network, given: RunSettingsOfDocument = {}, changes: Partial<RunSettings> = {}): RunSettings {
  const finite = given.items !== undefined || isFinite(network);
  const mode = given.items === undefined ? (given.mode ?? (finite ? 'terminating' : 'steady')) : 'terminating';
  const usual = defaults.run.horizonDays * DAY;
  const stated = given.horizon === undefined ? undefined : durationInSeconds(given.horizon, 'elapsed', 24);
  const horizon = stated ?? (mode === 'terminating' && finite ? Infinity : usual);
  const span = Number.isFinite(horizon) ? horizon : usual;
  return {
    seed: given.seed ?? defaults.run.seed,
    mode,
    start: given.start ?? defaults.run.start,
    startInstant: network.origin,
    horizon,
    warmUp: mode === 'terminating' || given.warmUp === undefined ? 0 : durationInSeconds(given.warmUp, 'elapsed', 24),
    replications: given.replications ?? defaults.run.replications,
    ...(given.precision === undefined ? {} : { precision: given.precision }),
    confidence: given.confidence ?? defaults.run.confidence,
    ...(given.items === undefined ? {} : { items: given.items }),
    timeZones: TIME_ZONE_VERSION,
    // Calendars repeat by the week; a short run is cut into two hundred.
    period: span >= 20 * WEEK ? WEEK : span / 200,
    attribution: true,
    sequential: false,
    checks: false,
    limits: defaultLimits,
    ...changes,
  };
}

/** Whether every demand class ends by itself. */
const isFinite = ({ classes }: Network): boolean =>
  classes.id.every((_, index) => classes.arrivals[index] === ARRIVALS.list || (classes.atMost[index]! < Infinity && classes.arrivals[index] !== ARRIVALS.closed));

/** Why settings make no run: no time in it, or none that counts. Undefined where they do. */
export function faultOfSettings({ horizon, warmUp }: Pick<RunSettings, 'horizon' | 'warmUp'>): Message | undefined {
  if (!(horizon > 0)) return message('simulation.noHorizon');
  return warmUp >= horizon ? message('simulation.warmUpTooLong') : undefined;
}
