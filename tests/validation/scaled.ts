import type { Model } from '../../shared/document/model/model.ts';

/** Numbers of a distribution, duration or cadence that are times. */
const times: ReadonlySet<string> = new Set(['value', 'mean', 'min', 'max', 'sd', 'mode', 'hours']);

/** The model with every time multiplied: whatever has a unit of time, and cadences by hours. */
export function scaled(model: Model, factor: number): Model {
  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== 'object' || value === null) return value;
    const timed = 'unit' in value || ('type' in value && value.type === 'interval');
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]: [string, unknown]) => {
        if (timed && typeof inner === 'number' && times.has(key)) return [key, inner * factor];
        // Firing rules speak of waits in seconds.
        return [key, walk(inner)];
      }),
    );
  };
  return walk(model) as Model;
}
