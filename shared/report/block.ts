import type { Finding } from '../analysis/readings/finding.ts';
import type { ElementId } from '../document/model/fields.ts';
import { type Message, message } from '../language/message.ts';
import type { Locale } from '../language/say.ts';
import type { Scene } from '../drawing/scene.ts';

/** A cell as people read it, with the exact number behind it where it is one. */
export interface Cell {
  readonly text: Message;
  /** Seconds, shares or plain numbers; what CSV and JSON hold and what tables sort by. */
  readonly value?: number;
  /** What that number is counted in, for columns whose rows differ: "s", "share". */
  readonly unit?: string;
  /** The element that a click leads to. */
  readonly element?: ElementId;
  /** Its row speaks of money, which leaves the house only when asked for. */
  readonly money?: boolean;
}

export interface Column {
  readonly heading: Message;
  readonly align: 'start' | 'end';
  /** What the exact numbers are counted in: "s", "share", a currency. */
  readonly unit?: string;
  readonly money?: boolean;
}

export interface Table {
  readonly kind: 'table';
  /** Stable name, for CSV files and for a window that remembers a sorting. */
  readonly id: string;
  readonly title: Message;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  readonly note?: Message;
}

/** A sentence; one that states a finding carries it, with its elements and remedies. */
export interface Sentence {
  readonly kind: 'sentence';
  readonly text: Message;
  readonly finding?: Finding;
  readonly strength?: 'headline' | 'muted';
}

export interface Picture {
  readonly kind: 'picture';
  readonly id: string;
  /** Draws it in a language; the words in a picture are measured, so they are chosen first. */
  scene(locale: Locale): Scene;
}

/** What a report and the drawer are made of. */
export type Block = Sentence | Table | Picture;

/** A part of a report with its own heading. */
export interface Section {
  readonly id: string;
  readonly title: Message;
  readonly blocks: readonly Block[];
}

/** A whole report: what every writer turns into its format. */
export interface Report {
  readonly title: string;
  readonly subtitle?: Message;
  /** A picture as a data URL, looked at already. */
  readonly logo?: string;
  readonly locale: Locale;
  readonly sections: readonly Section[];
  /** Scenario, settings, date, owner, confidentiality: stands under or over every export (DESIGN 12). */
  readonly facts: readonly { readonly name: Message; readonly text: Message }[];
}

export const sentence = (text: Message, rest: Omit<Sentence, 'kind' | 'text'> = {}): Sentence => ({ kind: 'sentence', text, ...rest });

export const findingSentence = (finding: Finding, strength?: Sentence['strength']): Sentence =>
  sentence(finding.sentence, { finding, ...(strength === undefined ? {} : { strength }) });

export const words = (text: string): Message => message('analysis.verbatim', { text });
