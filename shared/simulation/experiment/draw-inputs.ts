import { PURPOSE, combine, hashText } from '../kernel/keys.ts';
import { keyedDraws, type Draws } from '../kernel/draws.ts';
import { scaleSpec, type DistributionSpec } from '../kernel/distributions.ts';
import { shareOutBranches, type Branching } from './branches.ts';

/** Half-width of the range of an input that gives none, as a share, by its provenance. */
export interface Spreads {
  readonly measured: number;
  readonly estimated: number;
  readonly default: number;
}

/** Fields that hold a share or probability: drawn values stay within 0 and 1. */
const shares: ReadonlySet<string> = new Set(['probability', 'rework', 'rejection', 'share', 'protectedShare', 'switchCost']);
/** Shares that repeat something, alone or with the field that holds them: near 1 the repeats would never end. */
const repeats: ReadonlySet<string> = new Set(['rework', 'rejection', 'clarification.probability']);
const MOST_REPEATS = 0.9;
/** Counts of people and items in a closed population stay as they are. */
const fixed: ReadonlySet<string> = new Set(['capacity', 'population']);

const families: ReadonlySet<string> = new Set<DistributionSpec['type']>([
  'fixed', 'uniform', 'triangular', 'pert', 'normal', 'exponential', 'gamma', 'erlang', 'lognormal', 'weibull', 'empirical', 'histogram',
]);

type Fields = Readonly<Record<string, unknown>>;

/**
 * The model with every unsure input multiplied by a factor uniform in 1 ± its spread (DESIGN 2 and 6). The factor
 * depends on seed, replication and the input's own place (element id and field path) alone: scenarios share their draws,
 * and an edit elsewhere shifts none. Times scale as a whole, shares are clipped to 0…1, branches of a "one of" gateway
 * share out anew what they had, capacities stay. Parts without unsure inputs keep their identity.
 */
export function drawInputs<M extends Branching>(model: M, spreads: Spreads, seed: number, replication: number): M {
  const draws = keyedDraws(seed, replication);
  const tables = Object.entries(model as unknown as Record<string, Record<string, unknown>>).map(([table, elements]) => [
    table,
    mapValues(elements, (element, id) => drawn(element, hashText(id), 0, '', '', draws, spreads)),
  ]);
  return shareOutBranches(Object.fromEntries(tables) as M, model);
}

/** How many inputs of a model have a range at all. */
export function countUnsureInputs(model: object, spreads: Spreads): number {
  let count = 0;
  const walk = (value: unknown, field: string): void => {
    if (typeof value !== 'object' || value === null) return;
    if (!Array.isArray(value) && spreadOf(value as Fields, spreads) > 0 && !fixed.has(field)) count += 1;
    for (const [key, part] of Object.entries(value)) walk(part, Array.isArray(value) ? field : key);
  };
  walk(model, '');
  return count;
}

/** Width of an input's range: its own, else that of its provenance; what carries neither is no input. */
function spreadOf(fields: Fields, spreads: Spreads): number {
  const { spread, provenance } = fields;
  if (typeof spread === 'number') return spread;
  return typeof provenance === 'string' && provenance in spreads ? spreads[provenance as keyof Spreads] : 0;
}

/** `field` names the value, `holder` the field around it. */
function drawn(value: unknown, element: number, path: number, field: string, holder: string, draws: Draws, spreads: Spreads): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const parts = value.map((part, index) => drawn(part, element, combine(path, index), field, holder, draws, spreads));
    return parts.some((part, index) => part !== value[index]) ? parts : value;
  }
  const fields = value as Fields;
  const spread = spreadOf(fields, spreads);
  const inner = mapValues(fields, (part, key) => drawn(part, element, combine(path, hashText(key)), key, field, draws, spreads));
  if (spread === 0 || fixed.has(field)) return inner;
  draws.begin(path, element, 0, PURPOSE.input);
  return multiplied(inner, field, holder, 1 + spread * (2 * draws.next() - 1));
}

/** An input times a factor: a distribution, an amount with or without unit, or a share. */
function multiplied(fields: Fields, field: string, holder: string, factor: number): Fields {
  if (typeof fields['type'] === 'string' && families.has(fields['type'])) {
    return dropAbsent(scaleSpec(fields as unknown as DistributionSpec, factor) as unknown as Fields);
  }
  const value = fields['value'];
  if (typeof value !== 'number') return fields;
  if (!shares.has(field)) return { ...fields, value: value * factor };
  const most = repeats.has(field) || repeats.has(`${holder}.${field}`) ? Math.max(MOST_REPEATS, value) : 1;
  return { ...fields, value: Math.min(most, value * factor) };
}

/** The same record with each value mapped; the record itself where nothing changed. */
function mapValues<T extends Fields>(record: T, map: (value: unknown, key: string) => unknown): T {
  let changed = false;
  const entries = Object.entries(record).map(([key, value]) => {
    const mapped = map(value, key);
    changed ||= mapped !== value;
    return [key, mapped];
  });
  return changed ? (Object.fromEntries(entries) as T) : record;
}

function dropAbsent(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
