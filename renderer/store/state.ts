import type { RecentFile, Stamp } from '../../shared/contract/files.ts';
import { defaultSettings, type Settings } from '../../shared/contract/settings.ts';
import type { History } from '../../shared/document/editing/history.ts';
import type { ElementId } from '../../shared/document/model/fields.ts';
import type { Node } from '../../shared/document/model/node.ts';
import type { DiagramPaint } from '../../shared/drawing/paint.ts';
import type { ImportReport } from '../../shared/interchange/report.ts';
import type { Failure } from '../../shared/language/outcome.ts';
import type { Recovered } from './journal.ts';
import type { Runs } from './runs.ts';

export const modes = ['draw', 'simulate', 'compare', 'present'] as const;
export type Mode = (typeof modes)[number];

/** What the pointer does on the canvas. */
export const tools = ['select', 'hand', 'lasso', 'connect', 'makeRoom'] as const;
export type Tool = (typeof tools)[number];

/** A name that is being typed: of something there, or of a step that exists once it has one. */
export type Naming =
  | { readonly kind: 'existing'; readonly id: ElementId }
  /** `after` is the node that it is joined to; `kept` says that it stays even without a name. */
  | { readonly kind: 'pending'; readonly node: Node; readonly after?: ElementId };

export interface FileOnDisk {
  readonly path: string;
  readonly name: string;
  readonly stamp: Stamp;
}

/** What somebody else wrote into a file that is open here. */
export interface TheirFile extends FileOnDisk {
  readonly bytes: Uint8Array;
}

/** What can be edited as a table, in the order in which the tables stand. */
export const tableIds = ['steps', 'handoffs', 'teams', 'parties', 'demand', 'systems', 'data', 'people', 'outcomes'] as const;
export type TableId = (typeof tableIds)[number];

/** The table that is open, below the canvas or in its whole place. */
export interface TablesView {
  readonly table: TableId;
  readonly whole: boolean;
}

/** One open document: its history, what is selected, and how it is looked at. */
export interface DocumentTab {
  /** Also the id of its journal. */
  readonly id: string;
  /** Name of the file, or of what it was made from. */
  readonly name: string;
  readonly file?: FileOnDisk;
  readonly history: History;
  /** What stands on the canvas: `today`, or a proposal. */
  readonly scenario: ElementId;
  readonly process: ElementId | undefined;
  /** The sub-process whose inside is shown. */
  readonly within?: ElementId;
  readonly mode: Mode;
  /** Where Present was asked for, and where leaving it leads back to. */
  readonly presentedFrom?: Mode;
  readonly selection: readonly ElementId[];
  readonly naming?: Naming;
  /** The drawer is asked for; the panel may still have to yield to it. */
  readonly drawer: boolean;
  readonly tables?: TablesView;
  /** Colours and numbers that findings put on the canvas. */
  readonly paint?: DiagramPaint;
  readonly runs: Runs;
}

/** Whose working hours are edited. */
export interface HoursOf {
  readonly table: 'parties' | 'teams' | 'people';
  readonly id: ElementId;
}

/** A question or a form over the window. */
export type DialogRequest =
  | { readonly kind: 'close'; readonly tabs: readonly string[]; readonly quit: boolean }
  | { readonly kind: 'changedOnDisk'; readonly tab: string; readonly theirs: TheirFile }
  | { readonly kind: 'importReport'; readonly report: ImportReport }
  | { readonly kind: 'recovery'; readonly journals: readonly Recovered[] }
  | { readonly kind: 'failure'; readonly failure: Failure; readonly more?: readonly Failure[] }
  /** The first edit of Today while there are proposals; `before` is how many edits there were, `back` the form it was made in. */
  | { readonly kind: 'whichMeant'; readonly tab: string; readonly before: number; readonly back: DialogRequest | undefined }
  | { readonly kind: 'export' }
  | { readonly kind: 'numbers' }
  | { readonly kind: 'hours'; readonly calendar?: ElementId; readonly of?: HoursOf }
  | { readonly kind: 'arrivalProfile'; readonly demand: ElementId }
  | { readonly kind: 'settings' }
  | { readonly kind: 'documentSettings' }
  | { readonly kind: 'proposal'; readonly scenario: ElementId }
  | { readonly kind: 'versions' }
  | { readonly kind: 'saveTemplate' }
  /** Comments on an element; without one on what is selected, or on everything. */
  | { readonly kind: 'comments'; readonly element?: ElementId }
  /** Help on what has the focus or is selected; `back` is the form that it was asked from. */
  | { readonly kind: 'help'; readonly back: DialogRequest | undefined }
  | { readonly kind: 'print' }
  /** Sheets with questions for each team, and what came back. */
  | { readonly kind: 'ask' }
  | { readonly kind: 'keys' }
  | { readonly kind: 'shortcuts' }
  | { readonly kind: 'about' }
  | { readonly kind: 'palette' };

export interface WindowState {
  readonly tabs: readonly DocumentTab[];
  /** Id of the tab in front; none shows the start screen. */
  readonly active: string | undefined;
  /** Tabs that were closed, latest last. */
  readonly closed: readonly DocumentTab[];
  readonly settings: Settings;
  readonly systemLanguage: string;
  readonly systemDark: boolean;
  readonly recent: readonly RecentFile[];
  readonly version: string;
  readonly tool: Tool;
  readonly zoom: number;
  /** The overview of the page stays even where it covers something. */
  readonly overview: boolean;
  readonly searching: boolean;
  readonly dialog: DialogRequest | undefined;
  /** Something long that goes on, with its share done where known. */
  readonly busy: { readonly label: string; readonly share?: number; readonly cancel?: () => void } | undefined;
}

export const initialState: WindowState = {
  tabs: [], active: undefined, closed: [], settings: defaultSettings, systemLanguage: 'en', systemDark: false, recent: [], version: '',
  tool: 'select', zoom: 1, overview: false, searching: false, dialog: undefined, busy: undefined,
};
