import { ArrowDown, ArrowUp } from 'lucide-react';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import type { Provenance } from '../../../shared/document/model/fields.ts';
import { readBlock, writeBlock } from './block.ts';
import type { CellEditorProps } from './CellEditor.tsx';
import { newRow, type GridCell, type GridColumn, type GridEdit, type GridOrder, type GridPlace, type GridRow } from './cells.ts';
import { GridLine, type Editing } from './GridLine.tsx';
import { useWindowOfRows } from './use-window-of-rows.ts';
import { isOneCell, moved, pastedInto, placesOf, rangeOf, tabbed, type Place } from './moves.ts';

export interface GridProps {
  readonly label: string;
  readonly columns: readonly GridColumn[];
  readonly rows: readonly GridRow[];
  readonly cellOf: (row: string, column: string) => GridCell;
  /** Texts for cells, all of one act: a cell, a paste, a deletion. Rows below the last are named by `newRow`. */
  readonly onEdit: (edits: readonly GridEdit[]) => void;
  /** Rows can be added by typing below the last one. */
  readonly grows?: boolean;
  readonly onSure?: (places: readonly GridPlace[], sure: Provenance) => void;
  /** The row of the active cell, as it changes by hand. */
  readonly onRow?: (row: string) => void;
  readonly order?: GridOrder | undefined;
  readonly onOrder?: (column: string) => void;
  readonly clipboard: { readonly read: () => Promise<string>; readonly write: (text: string) => void };
  /** Esc outside a cell leads out. */
  readonly onLeave?: () => void;
}

const sureKeys: Readonly<Record<string, Provenance>> = { Digit1: 'measured', Digit2: 'estimated', Digit3: 'default' };
const nextSure: Readonly<Record<Provenance, Provenance>> = { measured: 'estimated', estimated: 'default', default: 'measured' };

const placeOf = (target: EventTarget | null): Place | undefined => {
  const name = target instanceof Element ? target.closest('[data-cell]')?.getAttribute('data-cell') : undefined;
  const [row, column] = name?.split(' ').map(Number) ?? [];
  return row === undefined || column === undefined ? undefined : { row, column };
};

/** A table that is edited like a spreadsheet, by keyboard alone where wished. */
export function Grid({ label, columns, rows, cellOf, onEdit, grows = false, onSure, onRow, order, onOrder, clipboard, onLeave }: GridProps): ReactNode {
  const root = useRef<HTMLTableElement>(null);
  const [active, setActive] = useState<Place>({ row: 0, column: 0 });
  const [anchor, setAnchor] = useState<Place>({ row: 0, column: 0 });
  const [editing, setEditing] = useState<Editing>();
  const refocus = useRef(false);
  const dragging = useRef(false);

  const all = useMemo(() => (grows ? [...rows, { id: newRow(0), name: label }] : rows), [rows, grows, label]);
  const seen = useWindowOfRows(root, all.length);
  // Asked for when they are needed: a table may have a thousand rows, of which a few are in sight.
  const lineOf = useCallback((index: number): readonly GridCell[] => {
    const row = all[index];
    return row === undefined ? [] : columns.map((column) => cellOf(row.id, column.id));
  }, [all, columns, cellOf]);
  const extent = { rows: all.length, columns: columns.length };
  const here: Place = { row: Math.min(active.row, all.length - 1), column: Math.min(active.column, columns.length - 1) };
  const range = rangeOf(here, { row: Math.min(anchor.row, all.length - 1), column: Math.min(anchor.column, columns.length - 1) });
  const cellAt = ({ row, column }: Place): GridCell => (row < 0 ? undefined : lineOf(row)[column]) ?? { text: '' };

  useEffect(() => {
    if (!refocus.current) return;
    const cell = root.current?.querySelector<HTMLElement>(`[data-cell="${here.row} ${here.column}"]`);
    const scroller = root.current?.parentElement;
    if (cell === null || cell === undefined) {
      // Out of sight: it is drawn once it is scrolled to.
      scroller?.scrollTo({ top: here.row * seen.height - scroller.clientHeight / 2 });
      return;
    }
    refocus.current = false;
    cell.focus({ preventScroll: true });
    cell.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });

  const go = (to: Place, extend = false): void => {
    if (to.row !== here.row && to.row >= 0 && !extend) onRow?.(all[to.row]?.id ?? '');
    setActive(to);
    if (!extend) setAnchor(to);
    setEditing(undefined);
    refocus.current = true;
  };
  const edit = (edits: readonly (Place & { readonly text: string })[]): void => {
    const named = edits.flatMap(({ row, column, text }): GridEdit[] => {
      const id = row < rows.length ? rows[row]?.id : grows ? newRow(row - rows.length) : undefined;
      const column_ = columns[column]?.id;
      return id === undefined || column_ === undefined ? [] : [{ row: id, column: column_, text }];
    });
    if (named.length > 0) onEdit(named);
  };
  const begin = (text: string | undefined): void => {
    const cell = cellAt(here);
    if (here.row < 0 || cell.fixed === true) return;
    if (cell.toggle !== undefined) edit([{ ...here, text: cell.toggle ? '0' : '1' }]);
    else setEditing(text === undefined ? { text: cell.text, whole: true } : { text, whole: false });
  };
  const latest = useRef({ go, edit, here, extent });
  useLayoutEffect(() => {
    latest.current = { go, edit, here, extent };
  });
  const onCommit = useCallback<CellEditorProps['onCommit']>((text, then) => {
    const now = latest.current;
    setEditing(undefined);
    now.edit([{ ...now.here, text }]);
    if (then === 'stay') return;
    const to = then === 'down' ? moved(now.here, 'ArrowDown', false, now.extent) : then === 'up' ? { ...now.here, row: Math.max(0, now.here.row - 1) } : tabbed(now.here, then === 'back', now.extent);
    now.go(to ?? now.here);
  }, []);
  const onCancel = useCallback(() => {
    setEditing(undefined);
    refocus.current = true;
  }, []);

  const copy = (): void => {
    const lines = Array.from({ length: range.bottom - range.top + 1 }, (_, at) => lineOf(range.top + at).slice(range.left, range.right + 1).map((cell) => (cell.toggle === undefined ? cell.text : cell.toggle ? '1' : '0')));
    clipboard.write(writeBlock(lines));
  };
  const empty = (): void => edit(placesOf(range).filter((place) => cellAt(place).fixed !== true || cellAt(place).complaint !== undefined).map((place) => ({ ...place, text: '' })));
  const paste = async (): Promise<void> => {
    const text = await clipboard.read();
    if (text !== '') edit(pastedInto(range, readBlock(text), columns.length));
  };
  const fillDown = (): void => {
    const first = isOneCell(range) ? Math.max(0, range.top - 1) : range.top;
    edit(placesOf(range).filter(({ row }) => row > first).map((place) => ({ ...place, text: cellAt({ row: first, column: place.column }).text })));
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    const { key } = event;
    const control = (event.ctrlKey || event.metaKey) && !event.altKey;
    const sure = event.altKey && !control ? sureKeys[event.code] : undefined;
    const handled = ((): boolean => {
      const to = event.altKey ? undefined : moved(here, key, control, extent);
      if (to !== undefined) go(to, event.shiftKey);
      else if (key === 'Tab') {
        const next = tabbed(here, event.shiftKey, extent);
        if (next === undefined) return false;
        go(next);
      } else if (key === 'Enter' && here.row < 0) onOrder?.(columns[here.column]?.id ?? '');
      else if (key === ' ' && (here.row < 0 || cellAt(here).toggle !== undefined)) {
        if (here.row < 0) onOrder?.(columns[here.column]?.id ?? '');
        else begin(undefined);
      } else if (key === 'F2' || key === 'Enter' || (event.altKey && key === 'ArrowDown')) begin(undefined);
      else if (key === 'Escape') onLeave?.();
      else if (key === 'Delete' || key === 'Backspace') empty();
      else if (sure !== undefined) onSure?.(placesOf(range).flatMap(named), sure);
      else if (control && key.toLowerCase() === 'c') copy();
      else if (control && key.toLowerCase() === 'x') {
        copy();
        empty();
      } else if (control && key.toLowerCase() === 'v') void paste();
      else if (control && key.toLowerCase() === 'd') fillDown();
      else if (control && key.toLowerCase() === 'a') {
        setAnchor({ row: 0, column: 0 });
        setActive({ row: extent.rows - 1, column: extent.columns - 1 });
      } else if (key.length === 1 && !control && !event.altKey && cellAt(here).toggle === undefined) begin(key);
      else return false;
      return true;
    })();
    if (!handled) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const named = ({ row, column }: Place): GridPlace[] => {
    const line = rows[row];
    const head = columns[column];
    return line === undefined || head === undefined ? [] : [{ row: line.id, column: head.id }];
  };

  const onPointerDown = (event: PointerEvent): void => {
    const place = placeOf(event.target);
    if (event.button !== 0 || place === undefined || (event.target instanceof Element && event.target.closest('input') !== null)) return;
    event.preventDefault();
    if (editing !== undefined && document.activeElement instanceof HTMLElement) document.activeElement.blur();
    dragging.current = true;
    go(place, event.shiftKey);
    if (!event.shiftKey && place.row === here.row) onRow?.(all[place.row]?.id ?? '');
    const { toggle, sure, fixed } = cellAt(place);
    if (event.target instanceof Element && event.target.closest('[data-sure]') !== null && sure !== undefined) onSure?.(named(place), nextSure[sure]);
    else if (event.target instanceof Element && event.target.closest('.cell-toggle') !== null && toggle !== undefined && fixed !== true) edit([{ ...place, text: toggle ? '0' : '1' }]);
  };
  const onPointerOver = (event: PointerEvent): void => {
    const place = placeOf(event.target);
    if (dragging.current && event.buttons === 1 && place !== undefined && (place.row !== here.row || place.column !== here.column)) go(place, true);
  };

  return (
    <table
      ref={root} role="grid" aria-label={label} aria-rowcount={all.length + 1} aria-colcount={columns.length} aria-multiselectable="true" className="grid"
      onKeyDown={onKeyDown} onPointerDown={onPointerDown} onPointerOver={onPointerOver} onPointerUp={() => { dragging.current = false; }} onDoubleClick={(event) => (placeOf(event.target) === undefined ? undefined : begin(undefined))}
    >
      <colgroup>{columns.map((column) => <col key={column.id} style={{ width: `calc(${column.width}px * var(--scale))` }} />)}</colgroup>
      <thead>
        <tr aria-rowindex={1}>
          {columns.map((column, place) => {
            const sorted = order?.column === column.id ? (order.descending ? 'descending' : 'ascending') : undefined;
            return (
              <th key={column.id} scope="col" role="columnheader" aria-colindex={place + 1} aria-sort={sorted} data-cell={`-1 ${place}`} tabIndex={here.row < 0 && here.column === place ? 0 : -1}
                data-numeric={column.numeric === true ? '' : undefined} onClick={() => onOrder?.(column.id)}>
                <span className="grid-head">{column.label}{sorted === 'ascending' ? <ArrowUp size={12} /> : sorted === 'descending' ? <ArrowDown size={12} /> : null}</span>
              </th>
            );
          })}
        </tr>
      </thead>
      <tbody>
        {seen.first === 0 ? null : <tr aria-hidden="true"><td colSpan={columns.length} style={{ height: seen.first * seen.height }} /></tr>}
        {all.slice(seen.first, seen.end).map((row, place) => {
          const index = seen.first + place;
          const inRange = here.row >= 0 && index >= range.top && index <= range.bottom;
          return (
            <GridLine key={row.id} index={index} row={row} columns={columns} cells={lineOf(index)} from={inRange ? range.left : -1} to={inRange ? range.right : -2}
              active={index === here.row ? here.column : -1} editing={index === here.row ? editing : undefined} onCommit={onCommit} onCancel={onCancel} />
          );
        })}
        {seen.end >= all.length ? null : <tr aria-hidden="true"><td colSpan={columns.length} style={{ height: (all.length - seen.end) * seen.height }} /></tr>}
      </tbody>
    </table>
  );
}
