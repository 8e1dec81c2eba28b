import type { ElementId } from '../document/model/fields.ts';
import type { Model } from '../document/model/model.ts';
import type { DocumentSettings, RunSettings } from '../document/model/settings.ts';
import type { ImportReport } from './report.ts';

/** What a reader of process files hands on; the document is made of it by whoever asked. */
export interface Imported {
  readonly model: Model;
  readonly settings: DocumentSettings;
  readonly runSettings?: RunSettings;
  readonly report: ImportReport;
  /** The file has no diagram, or too little of one: positions are a plain grid, and tidying comes next. */
  readonly needsLayout: boolean;
  /** The pages it speaks of; the others keep the file's drawing. */
  readonly undrawnPages: readonly ElementId[];
  /** Parties that stand for a process drawn without pools and lanes. */
  readonly guessedParties: readonly ElementId[];
}
