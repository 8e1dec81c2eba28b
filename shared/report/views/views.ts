import type { Evidence } from '../../analysis/readings/evidence.ts';
import { type MessageId } from '../../language/message.ts';
import type { Block } from '../block.ts';
import { betweenTeams } from './between-teams.ts';
import { dependsOn } from './depends-on.ts';
import { frictionCosts } from './friction-costs.ts';
import type { View, ViewId } from './view.ts';
import { whatToChange } from './what-to-change.ts';
import { whereTimeGoes } from './where-time-goes.ts';
import { whoIsOverloaded } from './who-is-overloaded.ts';
import { whoOwnsWhat } from './who-owns-what.ts';

export { type Basis, doorIds, type MoreId, moreIds, type ViewId, viewIds } from './view.ts';

/** Every view, by id: drawer, command line and exports read this table. */
export const views: Readonly<Record<ViewId, View>> = {
  whereTimeGoes, whoIsOverloaded, betweenTeams, whoOwnsWhat, whatToChange, frictionCosts, dependsOn,
};

/** The views' names. */
export const viewNames: Readonly<Record<ViewId, MessageId>> = {
  whereTimeGoes: 'report.view.whereTimeGoes',
  whoIsOverloaded: 'report.view.whoIsOverloaded',
  betweenTeams: 'report.view.betweenTeams',
  whoOwnsWhat: 'report.view.whoOwnsWhat',
  whatToChange: 'report.view.whatToChange',
  frictionCosts: 'report.view.frictionCosts',
  dependsOn: 'report.view.dependsOn',
};

/** The blocks of one view; a view whose inputs are not there yet answers nothing, and its `needs` says why. */
export function viewBlocks(id: ViewId, evidence: Evidence): readonly Block[] {
  const view = views[id];
  return view.needs(evidence) === undefined ? view.present(view.find(evidence)) : [];
}
