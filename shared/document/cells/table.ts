import type { Message, MessageId, MessageValue } from '../../language/message.ts';
import type { Locale } from '../../language/say.ts';
import type { ElementId, Provenance } from '../model/fields.ts';
import type { Model } from '../model/model.ts';
import type { Operation } from '../operations/all.ts';

/** What a table is read and written with. */
export interface Context {
  readonly model: Model;
  /** The page on the canvas: new rows come to stand there. */
  readonly process: ElementId | undefined;
  readonly locale: Locale;
  readonly hoursPerDay: number;
  readonly say: (id: MessageId, values?: Readonly<Record<string, MessageValue>>) => string;
}

/** A value as it stands in a cell. */
export interface Shown {
  readonly text: string;
  readonly hint?: string;
  readonly fixed?: boolean;
  readonly sure?: Provenance;
  readonly toggle?: boolean;
}

/** What a typed text comes to: changes, or the complaint to show beside it. */
export type Reading = readonly Operation[] | Message;

export const isComplaint = (reading: Reading): reading is Message => !Array.isArray(reading);

export interface Column<Row> {
  readonly id: string;
  readonly label: MessageId;
  readonly width: number;
  readonly numeric?: boolean;
  readonly show: (row: Row, context: Context) => Shown;
  /** Absent where the column is only read. An empty text takes the value away. */
  readonly read?: (text: string, row: Row, context: Context) => Reading;
  readonly choices?: (context: Context) => readonly string[];
  readonly mark?: (row: Row, sure: Provenance, context: Context) => readonly Operation[];
  /** What is sorted by, where the text itself does not sort well. */
  readonly rank?: (row: Row, context: Context) => number | string | undefined;
}

export interface Table<Row extends { readonly id: ElementId }> {
  readonly label: MessageId;
  /** Said where there is no row. */
  readonly empty: MessageId;
  readonly rows: (model: Model) => readonly Row[];
  readonly nameOf: (row: Row, context: Context) => string;
  readonly columns: readonly Column<Row>[];
  /** What makes a row with this name; absent where rows come from the drawing only. */
  readonly add?: (name: string, context: Context) => { readonly id: ElementId; readonly operations: readonly Operation[] } | Message;
  readonly addLabel?: MessageId;
  /** What a row stands for on the canvas. */
  readonly places: (row: Row, model: Model) => readonly ElementId[];
}

/** A table whose rows nobody needs to know. */
export type AnyTable = Table<{ readonly id: ElementId }>;

export const anyTable = <Row extends { readonly id: ElementId }>(table: Table<Row>): AnyTable => table as unknown as AnyTable;
