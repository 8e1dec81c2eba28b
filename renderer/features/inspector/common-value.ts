/** What several things have in common in one field: the value where all have the same, also none; else that they differ. */
export interface CommonValue<T> {
  readonly value: T | undefined;
  readonly different: boolean;
}

/** Compares by content; the order of fields does not count. */
export function commonValue<Row, T>(rows: readonly Row[], get: (row: Row) => T | undefined): CommonValue<T> {
  const [first, ...others] = rows.map(get);
  const wanted = written(first);
  const different = others.some((other) => written(other) !== wanted);
  return { value: different ? undefined : first, different };
}

const written = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) => (typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1))) : inner)) ?? '';
