import type { LayoutEngine } from '../drawing/layout/tidy/engine.ts';
import type { PdfFontFiles } from '../drawing/painters/pdf-fonts.ts';
import type { Rasteriser } from '../drawing/painters/png.ts';
import type { Outcome } from '../language/outcome.ts';
import type { JobPart, Progress } from './job.ts';
import type { ReplicationResult } from '../simulation/results/replication-result.ts';
import type { ReplicationTask } from './task.ts';

/** What the dispatcher cannot do by itself and each host brings. The heavy ones are loaded at first use. */
export interface Ports {
  /** Version of the program, for results and imprints. */
  readonly version: string;
  /** Lets the thread hear what was said to it meanwhile. */
  breathe(): Promise<void>;
  /** Replications that are asked for at once. */
  readonly ahead: number;
  /** Runs one replication, here or on another thread. */
  replicate(task: ReplicationTask): Promise<Outcome<ReplicationResult>>;
  layout(): Promise<LayoutEngine>;
  /** Inter first, as TrueType or WOFF2. */
  fonts(): Promise<PdfFontFiles>;
  /** Fonts of the system, TrueType or OpenType, for signs that Inter lacks; absent where there is no looking for them. */
  moreFonts?(signs: string): Promise<readonly Uint8Array[]>;
  /** `more`: fonts beside Inter. */
  rasteriser(more?: readonly Uint8Array[]): Promise<Rasteriser>;
}

/** Whom a job tells how far it is. */
export interface JobWatch {
  progress?(progress: Progress): void;
  part?(part: JobPart): void;
}
