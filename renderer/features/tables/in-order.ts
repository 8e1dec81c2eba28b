import type { Column, Context } from '../../../shared/document/cells/table.ts';

interface Sorting<Row> {
  readonly column: Column<Row>;
  readonly descending: boolean;
  readonly context: Context;
}

/**
 * Rows in the order in which they were last sorted, new ones at the end: a row does not jump while it is edited. With
 * `by`, sorted anew; rows without a value come last either way.
 */
export function inOrder<Row extends { readonly id: string }>(rows: readonly Row[], ids: readonly string[] | undefined, by?: Sorting<Row>): readonly Row[] {
  if (by !== undefined) return sorted(rows, by);
  if (ids === undefined) return rows;
  const places = new Map(ids.map((id, place) => [id, place]));
  return rows.toSorted((a, b) => (places.get(a.id) ?? ids.length) - (places.get(b.id) ?? ids.length));
}

function sorted<Row>(rows: readonly Row[], { column, descending, context }: Sorting<Row>): readonly Row[] {
  const ranked = rows.map((row) => {
    const text = column.show(row, context).text;
    return { row, rank: column.rank === undefined ? (text === '' ? undefined : text) : column.rank(row, context) };
  });
  const compare = (a: number | string, b: number | string): number => (typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b), context.locale, { numeric: true }));
  return ranked
    .toSorted((a, b) => (a.rank === undefined || b.rank === undefined ? Number(a.rank === undefined) - Number(b.rank === undefined) : compare(a.rank, b.rank) * (descending ? -1 : 1)))
    .map(({ row }) => row);
}
