import type { Evidence } from '../../analysis/readings/evidence.ts';
import type { Studies } from '../../analysis/readings/studied.ts';
import type { Message } from '../../language/message.ts';
import type { Block } from '../block.ts';

/** The five doors of the drawer (LOOK, Layout). */
export const doorIds = ['whereTimeGoes', 'whoIsOverloaded', 'betweenTeams', 'whoOwnsWhat', 'whatToChange'] as const;
/** What stands under More. */
export const moreIds = ['frictionCosts', 'dependsOn'] as const;
export const viewIds = [...doorIds, ...moreIds] as const;
export type DoorId = (typeof doorIds)[number];
export type MoreId = (typeof moreIds)[number];
export type ViewId = (typeof viewIds)[number];

/** What has to be calculated before a view has something to tell: nothing, a run, one that asks who holds it back, or a study. */
export type Basis = 'drawing' | 'run' | 'gain' | keyof Studies;

/** One leadership view: what it finds in the evidence, and how it shows it. */
export interface View<Found = unknown> {
  readonly id: ViewId;
  readonly rests: Basis;
  /** Undefined once its inputs exist; until then what to add, in one sentence. */
  needs(evidence: Evidence): Message | undefined;
  find(evidence: Evidence): Found;
  present(found: Found): readonly Block[];
}
