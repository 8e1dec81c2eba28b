import type { Model } from '../../document/model/model.ts';
import { message } from '../../language/message.ts';
import type { ReportBuilder } from '../report.ts';
import type { Catalog } from './catalog.ts';
import { attribute, childOf, childrenOf, fullText, nameOfElement } from './namespaces.ts';

/**
 * One team for each lane in which steps are done, and for each resource that the file names as a performer; the steps
 * require them. Capacity and service times stay open: BPMN says nothing about them.
 */
export function addTeams(model: Model, catalog: Catalog, doers: ReadonlyMap<string, string>, report: ReportBuilder): void {
  let made = 0;
  for (const node of Object.values(model.nodes)) {
    if (node.kind !== 'step') continue;
    const party = doers.get(node.id) ?? node.party;
    if (party === undefined || model.parties[party] === undefined) continue;
    const performer = performerOf(node.id, catalog);
    const partyName = model.parties[party]?.name ?? party;
    const ofLane = performer === undefined || performer.toLowerCase() === partyName.toLowerCase();
    const id = ofLane ? `team-${party}` : `team-${party}-${slug(performer)}`;
    if (model.teams[id] === undefined) {
      model.teams[id] = { id, name: ofLane ? partyName : performer, party };
      made += 1;
    }
    model.nodes[node.id] = { ...node, requirements: [{ anyOf: [{ team: id }] }] };
  }
  if (made > 0) report.add('guessed', message('interchange.teams', { n: made }), undefined, made);
}

/** The resource that performs a step, by its name or by a plain word in its assignment. */
function performerOf(step: string, catalog: Catalog): string | undefined {
  const element = catalog.nodes.get(step)?.element;
  if (element === undefined) return undefined;
  for (const role of childrenOf(element, 'potentialOwner', 'performer', 'humanPerformer', 'resourceRole')) {
    const reference = catalog.resolve(childOf(role, 'resourceRef')?.text ?? attribute(role, 'resourceRef'));
    const resource = reference === undefined ? undefined : catalog.others.get(reference);
    const named = resource === undefined ? undefined : nameOfElement(resource);
    if (named !== undefined) return named;
    const assignment = childOf(role, 'resourceAssignmentExpression');
    const expression = assignment === undefined ? '' : fullText(assignment);
    if (/^[\p{L}][\p{L}\p{N} _&.-]{1,60}$/u.test(expression)) return expression;
  }
  return undefined;
}

export const slug = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '-').replaceAll(/^-|-$/g, '') || 'x';
