import type { Provenance } from '../../../shared/document/model/fields.ts';

export interface GridColumn {
  readonly id: string;
  readonly label: string;
  /** In pixels at 100 % text. */
  readonly width: number;
  readonly numeric?: boolean;
}

export interface GridRow {
  readonly id: string;
  /** What the row is about, for those who hear it. */
  readonly name: string;
}

/** What stands in a cell. */
export interface GridCell {
  readonly text: string;
  /** Shown grey where there is no text: what holds without one. */
  readonly hint?: string;
  /** Cannot be changed here. */
  readonly fixed?: boolean;
  readonly sure?: Provenance;
  /** On or off, as Space and a click change it. */
  readonly toggle?: boolean;
  readonly choices?: readonly string[];
  /** What is wrong with the text. It is kept as it was typed. */
  readonly complaint?: string;
  /** 0 to 1: how dark the ground is. */
  readonly heat?: number;
}

/** A text typed or pasted into a cell. */
export interface GridEdit {
  readonly row: string;
  readonly column: string;
  readonly text: string;
}

export type GridPlace = Omit<GridEdit, 'text'>;

export interface GridOrder {
  readonly column: string;
  readonly descending: boolean;
}

/** The id of the row that is not there yet, `n` rows below the last. */
export const newRow = (n: number): string => `+${n}`;
export const isNewRow = (id: string): boolean => id.startsWith('+');

export const sameCell = (a: GridCell, b: GridCell): boolean =>
  a === b ||
  (a.text === b.text && a.hint === b.hint && a.fixed === b.fixed && a.sure === b.sure && a.toggle === b.toggle && a.complaint === b.complaint && a.heat === b.heat && a.choices === b.choices);
