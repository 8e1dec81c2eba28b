import type { Evidence } from '../../analysis/readings/evidence.ts';
import type { Message } from '../../language/message.ts';
import type { Block } from '../block.ts';

/** The five doors of the drawer, then what stands under More (LOOK, Layout). */
export const viewIds = ['whereTimeGoes', 'whoIsOverloaded', 'betweenTeams', 'whoOwnsWhat', 'whatToChange'] as const;
export type ViewId = (typeof viewIds)[number];

/** One leadership view: what it finds in the evidence, and how it shows it. */
export interface View<Found = unknown> {
  readonly id: ViewId;
  /** Undefined once its inputs exist; until then what to add, in one sentence. */
  needs(evidence: Evidence): Message | undefined;
  find(evidence: Evidence): Found;
  present(found: Found): readonly Block[];
}
