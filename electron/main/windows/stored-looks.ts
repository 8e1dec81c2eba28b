// What a window looks like before it is made, from the files where it was kept: read first of all, so without a schema's weight.
import type { Settings } from '../../../shared/contract/settings.ts';

export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly maximised: boolean;
}

export type Theme = Settings['theme'];

const themes: Readonly<Record<Theme, true>> = { system: true, light: true, dark: true, contrast: true };

const whole = (value: unknown): value is number => Number.isSafeInteger(value);

/** The place in a stored file; undefined when any part of it is not sound. */
export const boundsFrom = (found: unknown): Bounds | undefined => {
  if (typeof found !== 'object' || found === null) return undefined;
  const { x, y, width, height, maximised } = found as Readonly<Record<string, unknown>>;
  return whole(x) && whole(y) && whole(width) && whole(height) && typeof maximised === 'boolean' ? { x, y, width, height, maximised } : undefined;
};

/** The theme in a stored settings file; the system's own when it names none that is known. */
export const themeFrom = (found: unknown): Theme => {
  const named = typeof found === 'object' && found !== null && 'theme' in found ? found.theme : undefined;
  return typeof named === 'string' && Object.hasOwn(themes, named) ? (named as Theme) : 'system';
};
