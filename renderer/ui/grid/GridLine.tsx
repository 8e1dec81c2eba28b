import { Check } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import type { Provenance } from '../../../shared/document/model/fields.ts';
import { useSay } from '../locale.tsx';
import { CellEditor, type CellEditorProps } from './CellEditor.tsx';
import { sameCell, type GridCell, type GridColumn, type GridRow } from './cells.ts';

const marks: Readonly<Record<Provenance, string>> = { measured: '●', estimated: '◐', default: '○' };

export interface Editing {
  readonly text: string;
  readonly whole: boolean;
}

export interface LineProps {
  readonly index: number;
  readonly row: GridRow;
  readonly columns: readonly GridColumn[];
  readonly cells: readonly GridCell[];
  /** Columns of the range in this row. */
  readonly from: number;
  readonly to: number;
  /** The column of the active cell, -1 where it is in another row. */
  readonly active: number;
  readonly editing: Editing | undefined;
  readonly onCommit: CellEditorProps['onCommit'];
  readonly onCancel: () => void;
}

const words: Readonly<Record<Provenance, 'window.measured' | 'window.estimated' | 'window.assumed'>> = { measured: 'window.measured', estimated: 'window.estimated', default: 'window.assumed' };

function Line({ index, row, columns, cells, from, to, active, editing, onCommit, onCancel }: LineProps): ReactNode {
  const say = useSay();
  return (
    <tr aria-rowindex={index + 2} data-row={row.id}>
      {columns.map((column, place) => {
        const cell = cells[place] ?? { text: '' };
        const id = `${index} ${place}`;
        const inside = place === active && editing !== undefined ? (
          <CellEditor label={`${column.label}, ${row.name}`} initial={editing.text} whole={editing.whole} choices={cell.choices} numeric={column.numeric === true} onCommit={onCommit} onCancel={onCancel} />
        ) : (
          <span className="cell">
            {cell.toggle === undefined ? <span className="cell-text">{cell.text}{cell.text === '' && cell.hint !== undefined ? <span className="cell-hint">{cell.hint}</span> : null}</span> : (
              <span className="cell-toggle" data-on={cell.toggle ? '' : undefined} role="img" aria-label={say(cell.toggle ? 'tables.yes' : 'tables.no')}>{cell.toggle ? <Check size={12} strokeWidth={3} /> : null}</span>
            )}
            {cell.sure === undefined ? null : <span className="cell-sure" data-sure="" role="img" aria-label={say(words[cell.sure])} title={say(words[cell.sure])}>{marks[cell.sure]}</span>}
            {cell.complaint === undefined ? null : <span className="cell-complaint" id={`complaint-${id}`}>{cell.complaint}</span>}
          </span>
        );
        const shared = {
          tabIndex: place === active ? 0 : -1,
          'aria-selected': place >= from && place <= to,
          'aria-colindex': place + 1,
          'aria-readonly': cell.fixed === true ? true : undefined,
          'aria-invalid': cell.complaint === undefined ? undefined : true,
          'aria-describedby': cell.complaint === undefined ? undefined : `complaint-${id}`,
          'data-cell': id,
          'data-active': place === active ? '' : undefined,
          'data-fixed': cell.fixed === true ? '' : undefined,
          'data-numeric': column.numeric === true ? '' : undefined,
          'data-heat': cell.heat === undefined ? undefined : '',
          style: cell.heat === undefined ? undefined : ({ '--heat': `${Math.round(cell.heat * 100)}%` } as Record<string, string>),
        };
        return place === 0 ? <th key={column.id} scope="row" role="rowheader" {...shared}>{inside}</th> : <td key={column.id} role="gridcell" {...shared}>{inside}</td>;
      })}
    </tr>
  );
}

/** One row. It is drawn anew only where something in it changed: a table may have a thousand. */
export const GridLine = memo(Line, (a, b) =>
  a.index === b.index && a.row.id === b.row.id && a.row.name === b.row.name && a.columns === b.columns && a.from === b.from && a.to === b.to && a.active === b.active && a.editing === b.editing &&
  a.onCommit === b.onCommit && a.onCancel === b.onCancel && a.cells.length === b.cells.length && a.cells.every((cell, place) => sameCell(cell, b.cells[place] ?? { text: '' })));
