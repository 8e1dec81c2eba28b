/** Something to stand in a grid of columns (layers) and, inside its band, rows. Sizes along and across the flow. */
export interface Cell {
  readonly id: string;
  readonly band: string;
  readonly column: number;
  /** Order within its column as the layering gave it. */
  readonly rank: number;
  readonly along: number;
  readonly across: number;
  /** Cells before it that it should stand in line with. */
  readonly before: readonly string[];
}

/**
 * A row for every cell so that no two of one band share a place. A cell stands in line with the first of those before it
 * where nothing stands between them, else as near as there is room.
 */
export function assignRows(cells: readonly Cell[]): ReadonlyMap<string, number> {
  const ordered = [...cells].sort((a, b) => a.column - b.column || a.rank - b.rank || (a.id < b.id ? -1 : 1));
  const byId = new Map(cells.map((cell) => [cell.id, cell]));
  const rows = new Map<string, number>();
  const taken = new Map<string, Set<string>>();
  for (const cell of ordered) {
    const places = taken.get(cell.band) ?? new Set<string>();
    taken.set(cell.band, places);
    const previous = cell.before.map((id) => byId.get(id)).filter((other) => other !== undefined && other.band === cell.band && other.column < cell.column && rows.has(other.id));
    const lead = previous[0];
    const wanted = lead ? (rows.get(lead.id) ?? 0) : 0;
    let best = { row: -1, cost: Number.POSITIVE_INFINITY };
    for (let row = 0; row <= cells.length; row += 1) {
      if (places.has(`${row}|${cell.column}`)) continue;
      let between = 0;
      if (lead) for (let column = lead.column + 1; column < cell.column; column += 1) if (places.has(`${row}|${column}`)) between += 1;
      const cost = Math.abs(row - wanted) * 2 + between * 3;
      if (cost < best.cost) best = { row, cost };
      if (row > wanted && best.cost <= (row - wanted) * 2) break;
    }
    rows.set(cell.id, best.row);
    places.add(`${best.row}|${cell.column}`);
    // The line from the lead keeps its way free.
    if (lead && best.row === wanted) for (let column = lead.column + 1; column < cell.column; column += 1) places.add(`${best.row}|${column}`);
  }
  return rows;
}

/** Groups boxes into columns: those whose spans overlap stand in one. Answers the column of each id. */
export function columnsOf(spans: readonly { readonly id: string; readonly from: number; readonly to: number }[]): ReadonlyMap<string, number> {
  const ordered = [...spans].sort((a, b) => a.from - b.from || a.to - b.to || (a.id < b.id ? -1 : 1));
  const columns = new Map<string, number>();
  let column = -1;
  let end = Number.NEGATIVE_INFINITY;
  for (const span of ordered) {
    if (span.from >= end) {
      column += 1;
      end = span.to;
    } else end = Math.max(end, span.to);
    columns.set(span.id, column);
  }
  return columns;
}
