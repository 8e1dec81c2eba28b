import type { Model } from '../document/model/model.ts';
import type { DocumentSettings, RunSettings } from '../document/model/settings.ts';

/** One replication of one model: all that a thread needs to run it. */
export interface ReplicationTask {
  /** Tasks of equal key share model and settings, so that a thread prepares them once. */
  readonly key: string;
  readonly model: Model;
  readonly settings: DocumentSettings;
  readonly run: RunSettings;
  /** Number of the replication, from 0. */
  readonly replication: number;
  /** Draw the inputs that are guesses from their ranges. */
  readonly spread: boolean;
}
