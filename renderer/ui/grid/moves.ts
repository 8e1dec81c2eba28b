import type { Block } from './block.ts';

/** A cell by its place; row -1 is the head. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** A rectangle of cells, both ends within it. */
export interface Range {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export interface Extent {
  readonly rows: number;
  readonly columns: number;
}

export const rangeOf = (a: Place, b: Place): Range => ({
  top: Math.max(0, Math.min(a.row, b.row)),
  bottom: Math.max(a.row, b.row),
  left: Math.min(a.column, b.column),
  right: Math.max(a.column, b.column),
});

export const isOneCell = (range: Range): boolean => range.top === range.bottom && range.left === range.right;

/** Every cell of a rectangle, row by row. */
export function placesOf({ top, bottom, left, right }: Range): readonly Place[] {
  const places: Place[] = [];
  for (let row = top; row <= bottom; row += 1) for (let column = left; column <= right; column += 1) places.push({ row, column });
  return places;
}

const within = (value: number, least: number, most: number): number => Math.max(least, Math.min(most, value));

/** Rows that PageUp and PageDown pass. */
const pageLength = 10;

/** Where a key leads from a cell; undefined where it means no movement. */
export function moved(from: Place, key: string, far: boolean, { rows, columns }: Extent): Place | undefined {
  const to = (row: number, column: number): Place => ({ row: within(row, -1, rows - 1), column: within(column, 0, columns - 1) });
  switch (key) {
    case 'ArrowUp':
      return far ? to(0, from.column) : to(from.row - 1, from.column);
    case 'ArrowDown':
      return far ? to(rows - 1, from.column) : to(from.row + 1, from.column);
    case 'ArrowLeft':
      return to(from.row, far ? 0 : from.column - 1);
    case 'ArrowRight':
      return to(from.row, far ? columns - 1 : from.column + 1);
    case 'Home':
      return to(far ? 0 : from.row, 0);
    case 'End':
      return to(far ? rows - 1 : from.row, columns - 1);
    case 'PageUp':
      return to(Math.max(0, from.row - pageLength), from.column);
    case 'PageDown':
      return to(from.row + pageLength, from.column);
    default:
      return undefined;
  }
}

/** The next cell as Tab goes, at the end of a row on to the next; undefined past the last and before the first. */
export function tabbed({ row, column }: Place, back: boolean, { rows, columns }: Extent): Place | undefined {
  const at = Math.max(0, row) * columns + column + (back ? -1 : 1);
  return at < 0 || at >= rows * columns || row < 0 ? undefined : { row: Math.floor(at / columns), column: at % columns };
}

export interface Pasted extends Place {
  readonly text: string;
}

/**
 * Where the cells of a block come to stand: one cell fills the whole range, and a range that is a whole number of blocks
 * high and wide is filled with them; any other block stands once, from the range's first cell on. Columns beyond the last are left out; rows may go on.
 */
export function pastedInto(range: Range, block: Block, columns: number): readonly Pasted[] {
  const height = block.length;
  const width = Math.max(...block.map((row) => row.length));
  const tall = range.bottom - range.top + 1;
  const wide = range.right - range.left + 1;
  const fills = tall % height === 0 && wide % width === 0;
  const down = fills ? tall : height;
  const across = fills ? wide : width;
  const pasted: Pasted[] = [];
  for (let row = 0; row < down; row += 1) {
    for (let column = 0; column < across && range.left + column < columns; column += 1) {
      const text = block[row % height]?.[column % width];
      if (text !== undefined) pasted.push({ row: range.top + row, column: range.left + column, text });
    }
  }
  return pasted;
}
