/** Share of the replications that the plausible range holds. */
const CENTRAL = 0.9;

/**
 * The central 90 % of a measure over replications whose inputs were drawn from their ranges (DESIGN 6), between ranks
 * linearly (Hyndman and Fan 1996, definition 7); null where fewer than two have a value.
 */
export function plausibleRange(values: readonly number[]): { low: number; high: number } | null {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort((a, b) => a - b);
  if (sorted.length < 2) return null;
  return { low: quantileOf(sorted, (1 - CENTRAL) / 2), high: quantileOf(sorted, (1 + CENTRAL) / 2) };
}

function quantileOf(sorted: readonly number[], p: number): number {
  const place = p * (sorted.length - 1);
  const below = Math.floor(place);
  const low = sorted[below]!;
  const high = sorted[Math.min(below + 1, sorted.length - 1)]!;
  return low + (high - low) * (place - below);
}
