import type { ElementId } from '../../document/model/fields.ts';
import type { Message } from '../../language/message.ts';

/** What a finding is about; views and the window choose by it. */
export type FindingKind =
  | 'headline' | 'loss' | 'bottleneck' | 'sensitivity' | 'guesses' | 'unstable' | 'missing' | 'clarity' | 'effect' | 'spread' | 'warning' | 'refused';

/** Something that a person can do about a finding; a click leads to `element` (and its `field`). */
export interface Remedy {
  readonly sentence: Message;
  readonly element?: ElementId;
  readonly field?: string;
}

/** One thing that was found, in one sentence: subject, size, certainty, reason (LOOK, Words). */
export interface Finding {
  /** Stable for the same cause, so that a window may keep it open over runs. */
  readonly id: string;
  readonly kind: FindingKind;
  readonly sentence: Message;
  /** What stands under Why. */
  readonly why?: readonly Message[];
  /** The elements it speaks of, the most telling first. */
  readonly elements: readonly ElementId[];
  /** Its weight among findings of its kind, in seconds per item where it is a time. */
  readonly size?: number;
  readonly remedies?: readonly Remedy[];
}
