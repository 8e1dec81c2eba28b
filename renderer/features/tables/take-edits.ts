import type { AnyTable, Column, Context } from '../../../shared/document/cells/table.ts';
import { type Trial, tryOn } from '../../../shared/document/cells/trial.ts';
import type { Operation } from '../../../shared/document/operations/all.ts';
import { message, type Message } from '../../../shared/language/message.ts';
import { isNewRow, type GridEdit } from '../../ui/grid/cells.ts';

/** A text that came to nothing, kept where it was typed. */
export interface Trouble {
  readonly row: string;
  readonly column: string;
  readonly text: string;
  readonly complaint: Message;
}

export interface Taken {
  /** All changes of the act, in order: together they are one entry of the history. */
  readonly operations: readonly Operation[];
  readonly troubles: readonly Trouble[];
  /** The rows that typing below the last one made, by the name they were typed under. */
  readonly made: ReadonlyMap<string, string>;
}

/**
 * Reads texts into a table. Each is tried on the model that those before it left, so that what the model refuses, or
 * what cannot be read, stays with its complaint and takes nothing else with it.
 */
export function takeEdits(table: AnyTable, edits: readonly GridEdit[], context: Context): Taken {
  const { model, operations, take } = tryOn(context.model);
  const troubles: Trouble[] = [];
  const made = new Map<string, string>();
  const add = (id: string, name: string): Message | undefined => {
    if (table.add === undefined) return message('tables.noNewRows');
    if (name.trim() === '') return message('window.needsName');
    const added = table.add(name.trim(), { ...context, model: model() });
    if ('operations' in added) {
      const refused = take(added.operations);
      if (refused === undefined) made.set(id, added.id);
      return refused;
    }
    return added;
  };

  const [first] = table.columns;
  const asked = [...edits].toSorted((a, b) => Number(isNewRow(b.row) && b.column === first?.id) - Number(isNewRow(a.row) && a.column === first?.id));
  for (const { row, column: id, text } of asked) {
    if (isNewRow(row) && id === first?.id) {
      if (text.trim() === '') continue;
      const refused = add(row, text);
      if (refused !== undefined) troubles.push({ row, column: id, text, complaint: refused });
      continue;
    }
    const real = isNewRow(row) ? made.get(row) : row;
    if (real === undefined) {
      if (text.trim() !== '') troubles.push({ row, column: id, text, complaint: message(table.add === undefined ? 'tables.noNewRows' : 'tables.nameFirst') });
      continue;
    }
    const complaint = readInto(table, real, id, text, { ...context, model: model() }, take);
    if (complaint !== undefined) troubles.push({ row: real, column: id, text, complaint });
  }
  return { operations, troubles, made };
}

function readInto(table: AnyTable, row: string, id: string, text: string, context: Context, take: Trial['take']): Message | undefined {
  const column: Column<{ readonly id: string }> | undefined = table.columns.find((one) => one.id === id);
  const found = table.rows(context.model).find((one) => one.id === row);
  if (column?.read === undefined || found === undefined) return undefined;
  const now = column.show(found, context);
  if (now.fixed === true) return text.trim() === '' || text.trim() === now.text ? undefined : message('tables.notHere');
  if (now.toggle === undefined && text.trim() === now.text) return undefined;
  return take(column.read(text, found, context));
}
