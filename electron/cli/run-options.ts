import type { RunSettings } from '../../shared/document/model/settings.ts';
import type { Duration } from '../../shared/language/units.ts';

/** The options of `withRunOptions` as commander hands them over. */
export interface RunOptions {
  readonly params?: string;
  readonly replications?: number;
  readonly items?: number;
  readonly horizon?: Duration;
  readonly warmUp?: Duration;
  readonly start?: string;
  readonly seed?: number;
  readonly precision?: number;
  readonly workers?: number;
  readonly timing?: boolean;
  readonly json?: string;
}

/** Only what was given: the document's own settings hold for the rest. */
export function settingsOf(options: RunOptions): RunSettings {
  const { replications, items, horizon, warmUp, start, seed, precision } = options;
  const given = { replications, items, horizon, warmUp, start, seed, precision };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}
