import type { Message } from '../../language/message.ts';
import type { Cause } from '../../simulation/results/causes.ts';
import type { Estimate } from '../../simulation/results/estimate.ts';

/** Sources of friction that can be taken away one by one (DESIGN 4f), in the order of their causes. */
export const sources = [
  'batch', 'transfer', 'calendar', 'limits', 'interrupts', 'priority', 'latency', 'information', 'setup', 'clarification', 'rework',
] as const;
export type Source = (typeof sources)[number];

/** The cause under which accounting books what a source takes; its name on screen is the source's too. */
export const causeOfSource: Readonly<Record<Source, Cause>> = {
  batch: 'batch', transfer: 'transfer', calendar: 'calendar', limits: 'blocking', interrupts: 'interrupt', priority: 'priority', latency: 'decision',
  information: 'information', setup: 'setup', clarification: 'clarification', rework: 'rework',
};

/** One source with what it is worth, in seconds of lead time per item. */
export interface SourceEffect {
  readonly source: Source;
  /** What taking it away alone saves; null where work piles up then. */
  readonly alone: Estimate | null;
  /** Its Shapley value: its share of what all sources cost together; null where a set of sources has no value. */
  readonly share: Estimate | null;
}

/** What each source of friction really costs: runs without it, beside what accounting books under it. */
export interface FrictionStudy {
  readonly study: 'friction';
  /** The lead time as it is; null where work piles up. */
  readonly asItIs: Estimate | null;
  /** As it is minus frictionless: what the shares sum to. */
  readonly whole: Estimate | null;
  /** The costliest first. */
  readonly effects: readonly SourceEffect[];
  /** All sets of sources were run, or orders of removal were sampled, so many in each replication. */
  readonly method: { readonly kind: 'exact' } | { readonly kind: 'sampled'; readonly orders: number };
  /** Sets of sources without which work piles up, as far as they were run; an empty set is the process as it is. */
  readonly unstable: readonly (readonly Source[])[];
}

/** Inputs with the lead time at the low and high end of their range, the widest first; null where work piles up there. */
export interface TornadoStudy {
  readonly study: 'tornado';
  readonly base: Estimate;
  readonly inputs: readonly { readonly element: string; readonly name: Message; readonly spread: number; readonly low: Estimate | null; readonly high: Estimate | null }[];
}

/** Studies of one scenario, each made when it is asked for. */
export interface Studies {
  readonly friction?: FrictionStudy;
  readonly tornado?: TornadoStudy;
}
