import { Maximize2, Minimize2, X } from 'lucide-react';
import { useCallback, useMemo, useRef, useState, type ReactNode } from 'react';
import type { Operation } from '../../../shared/document/operations/all.ts';
import type { Provenance } from '../../../shared/document/model/fields.ts';
import { host } from '../../host/host.ts';
import { useCurrency, useHoursPerDay } from '../../hooks/use-hours-per-day.ts';
import { useKeyOf } from '../../hooks/use-key-of.ts';
import { useDrawerFocus } from '../../hooks/use-drawer-focus.ts';
import { useModel, useProcess, useTab } from '../../hooks/use-window.ts';
import { canvasPort } from '../../store/canvas-port.ts';
import { perform, select, showPage, showTables } from '../../store/edit.ts';
import { tableIds, type TableId } from '../../store/state.ts';
import { isNewRow, newRow, type GridCell, type GridEdit, type GridOrder, type GridPlace } from '../../ui/grid/cells.ts';
import { Grid } from '../../ui/grid/Grid.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { useLocale, useSay } from '../../ui/locale.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { tables } from './all.ts';
import { inOrder } from './in-order.ts';
import type { AnyTable, Context } from '../../../shared/document/cells/table.ts';
import { takeEdits, type Trouble } from './take-edits.ts';

const clipboard = {
  read: async () => (await host().request('clipboard:read', {})).text,
  write: (text: string) => void host().request('clipboard:write', { text }),
};

/** Steps, handoffs, teams and what else has numbers, edited like a spreadsheet. */
export function TablesDrawer(): ReactNode {
  const say = useSay();
  const view = useTab((tab) => tab.tables);
  const root = useRef<HTMLDivElement>(null);
  useDrawerFocus(root, '[role="grid"] [tabindex="0"]');
  const keyOf = useKeyOf();
  if (view === undefined) return null;
  const leave = (): void => root.current?.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]')?.focus();
  return (
    <div className="results-drawer tables-drawer" ref={root}>
      <Tabs label={say('tables.label')} active={view.table} onChange={(table) => showTables({ ...view, table: table as TableId })}
        tabs={tableIds.map((id) => ({ id, label: say(tables[id].label), content: id === view.table ? <OneTable key={id} table={tables[id]} whole={view.whole} onLeave={leave} /> : null }))} />
      <div className="results-drawer-close">
        <IconButton label={say(view.whole ? 'tables.beside' : 'tables.whole')} onClick={() => showTables({ ...view, whole: !view.whole })}>{view.whole ? <Minimize2 size={14} /> : <Maximize2 size={14} />}</IconButton>
        <IconButton label={say('tables.close')} keys={keyOf('view.tables')} onClick={() => showTables(undefined)}><X size={15} /></IconButton>
      </div>
    </div>
  );
}

/** Shows on the canvas what a row stands for; behind a table in its place only the selection changes. */
function showRow(table: AnyTable, id: string, context: Context, whole: boolean): void {
  const row = table.rows(context.model).find((one) => one.id === id);
  if (row === undefined) return;
  const places = table.places(row, context.model);
  const [first] = places;
  if (first === undefined || whole) {
    select(places);
    return;
  }
  const process = context.model.nodes[first]?.process ?? context.model.flows[first]?.process;
  if (process !== undefined && process !== context.process) showPage(process);
  requestAnimationFrame(() => canvasPort()?.reveal(places));
}

function OneTable({ table, whole, onLeave }: { readonly table: AnyTable; readonly whole: boolean; readonly onLeave: () => void }): ReactNode {
  const say = useSay();
  const locale = useLocale();
  const model = useModel();
  const process = useProcess()?.id;
  const hoursPerDay = useHoursPerDay();
  const currency = useCurrency();
  const [troubles, setTroubles] = useState<readonly Trouble[]>([]);
  const [order, setOrder] = useState<GridOrder & { readonly ids: readonly string[] }>();
  const context = useMemo((): Context | undefined => (model === undefined ? undefined : { model, process, locale, hoursPerDay, say }), [model, process, locale, hoursPerDay, say]);
  const rows = useMemo(() => (context === undefined ? [] : inOrder(table.rows(context.model), order?.ids).map((row) => ({ ...row, name: table.nameOf(row, context) }))), [table, context, order]);
  const byId = useMemo(() => new Map(rows.map((row) => [row.id, row])), [rows]);
  const columns = useMemo(() => table.columns.map(({ id, label, width, numeric }) => ({ id, label: say(label, { currency }), width, ...(numeric === true ? { numeric } : {}) })), [table, say, currency]);
  const cellOf = useCallback((id: string, name: string): GridCell => {
    const column = table.columns.find((one) => one.id === name);
    const row = byId.get(id);
    const trouble = troubles.find((one) => one.row === id && one.column === name);
    const wrong = trouble === undefined ? {} : { text: trouble.text, complaint: say.message(trouble.complaint) };
    if (context === undefined || column === undefined) return { text: '' };
    if (isNewRow(id)) return { text: '', ...(column.id === table.columns[0]?.id && table.addLabel !== undefined ? { hint: say(table.addLabel) } : {}), ...wrong };
    if (row === undefined) return { text: '' };
    const { toggle, ...shown } = column.show(row, context);
    return { ...shown, ...(toggle === undefined || trouble !== undefined ? {} : { toggle }), ...(column.choices === undefined ? {} : { choices: column.choices(context) }), ...wrong };
  }, [table, byId, context, troubles, say]);
  if (context === undefined) return null;

  const onEdit = (edits: readonly GridEdit[]): void => {
    const taken = takeEdits(table, edits, context);
    const done = taken.operations.length === 0 || perform(taken.operations);
    if (!done) return;
    const touched = new Set(edits.map(({ row, column }) => `${taken.made.get(row) ?? row} ${column}`));
    setTroubles([...troubles.filter(({ row, column }) => !touched.has(`${row} ${column}`)), ...taken.troubles]);
  };
  const onSure = (places: readonly GridPlace[], sure: Provenance): void => {
    const operations = places.flatMap(({ row, column }): readonly Operation[] => {
      const found = byId.get(row);
      return found === undefined ? [] : (table.columns.find((one) => one.id === column)?.mark?.(found, sure, context) ?? []);
    });
    if (operations.length > 0) perform(operations);
  };
  const onOrder = (column: string): void => {
    const descending = order?.column === column && !order.descending;
    const found = table.columns.find((one) => one.id === column);
    if (order?.column === column && order.descending) setOrder(undefined);
    else if (found !== undefined) setOrder({ column, descending, ids: inOrder(table.rows(context.model), undefined, { column: found, descending, context }).map(({ id }) => id) });
  };
  const shownTroubles = troubles.filter(({ row }) => byId.has(row) || row === newRow(0));
  return (
    <>
      <div className="tables-scroll">
        <Grid label={say(table.label)} columns={columns} rows={rows} cellOf={cellOf} onEdit={onEdit} grows={table.add !== undefined} onSure={onSure} onRow={(id) => showRow(table, id, context, whole)}
          order={order} onOrder={onOrder} clipboard={clipboard} onLeave={onLeave} />
        {rows.length === 0 ? <p className="tables-empty">{say(table.empty)}</p> : null}
      </div>
      <div className="tables-foot">
        <span className="grow">{say('tables.keys')}</span>
        <span role="status">{shownTroubles.length === 0 ? '' : say('tables.troubles', { n: shownTroubles.length })}</span>
      </div>
    </>
  );
}
