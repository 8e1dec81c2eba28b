import type { Model } from '../document/model/model.ts';
import type { DocumentSettings } from '../document/model/settings.ts';
import type { RunSettings } from '../simulation/results/used-settings.ts';

/** One replication of one model: all that a thread needs to run it. */
export interface ReplicationTask {
  /** Tasks of equal key share everything but the replication, so that a thread prepares them once. */
  readonly key: string;
  readonly model: Model;
  /** The base scenario: its volumes set the scale of the arrivals' layers, so that a change of volume adds or drops items only. */
  readonly base: Model;
  readonly document: DocumentSettings;
  readonly settings: RunSettings;
  /** Number of the replication, from 0. */
  readonly replication: number;
  /** Draw the inputs that are guesses from their ranges. */
  readonly spread: boolean;
}
