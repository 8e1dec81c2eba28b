import { aroundTheClock, defaults, nodeSizes } from '../../shared/document/model/defaults.ts';
import type { ElementId, Point } from '../../shared/document/model/fields.ts';
import type { Flow } from '../../shared/document/model/flow.ts';
import type { Model } from '../../shared/document/model/model.ts';
import type { Node, Step } from '../../shared/document/model/node.ts';
import type { Party, Team } from '../../shared/document/model/organisation.ts';
import { idMaker } from '../../shared/document/model/queries.ts';
import type { Operation } from '../../shared/document/operations/all.ts';
import type { Placeable } from '../store/placeables.ts';
import { guessPartyKind } from './typed-names.ts';

/** The team that does the work of a lane: the first of its party. */
export const teamOfParty = (model: Model, party: ElementId | undefined): Team | undefined =>
  party === undefined ? undefined : Object.values(model.teams).find((team) => team.party === party);

export interface Place {
  readonly process: ElementId;
  readonly parent?: ElementId | undefined;
  readonly party?: ElementId | undefined;
  readonly position: Point;
}

const nodeKind = (what: Placeable): Node['kind'] => {
  switch (what) {
    case 'approval':
      return 'step';
    case 'wait':
    case 'message':
      return 'event';
    case 'step':
    case 'gateway':
    case 'start':
    case 'end':
    case 'fork':
    case 'join':
    case 'subprocess':
    case 'note':
    case 'group':
      return what;
  }
};

export const sizeOfPlaceable = (what: Placeable): { readonly width: number; readonly height: number } => nodeSizes[nodeKind(what)];

/** Work in a lane is done by the lane's team, an approval decided by it, until somebody says otherwise. */
export function requirementsIn(model: Model, party: ElementId | undefined): Pick<Step, 'requirements'> {
  const team = teamOfParty(model, party);
  return team === undefined ? {} : { requirements: [{ anyOf: [{ team: team.id }] }] };
}

/** A new node at a place. */
export function newNode(model: Model, what: Placeable, id: ElementId, place: Place, name?: string): Node {
  const common = {
    id,
    process: place.process,
    position: place.position,
    ...(place.parent === undefined ? {} : { parent: place.parent }),
    ...(place.party === undefined ? {} : { party: place.party }),
    ...(name === undefined || name === '' ? {} : { name }),
  };
  const team = teamOfParty(model, place.party);
  switch (what) {
    case 'step':
      return { kind: 'step', ...common, ...requirementsIn(model, place.party) };
    case 'approval':
      return { kind: 'step', ...common, approval: { ...(team === undefined ? {} : { decider: team.id }), when: { type: 'anyTime' } } };
    case 'gateway':
      return { kind: 'gateway', ...common, decides: 'oneOf' };
    case 'wait':
      return { kind: 'event', ...common, trigger: 'timer' };
    case 'message':
      return { kind: 'event', ...common, trigger: 'message' };
    case 'note':
      return { kind: 'note', ...common, text: name ?? '' };
    case 'start':
    case 'end':
    case 'fork':
    case 'join':
    case 'subprocess':
    case 'group':
      return { kind: what, ...common };
  }
}

export const newFlow = (id: ElementId, process: ElementId, from: ElementId, to: ElementId): Flow => ({ id, process, from, to });

/** Everything a new lane needs: the party, its lane, and a team that does its work. A vendor's team is without limit: it is seen through its response time. */
export function laneOperations(model: Model, process: ElementId, names: readonly string[], makeId = idMaker(model)): readonly Operation[] {
  return names.flatMap((name): readonly Operation[] => {
    const known = Object.values(model.parties).find((party) => party.name.toLowerCase() === name.toLowerCase());
    const onPage = known !== undefined && model.processes[process]?.lanes.some((lane) => lane.party === known.id) === true;
    if (onPage) return [];
    if (known !== undefined) return [{ type: 'lane.add', process, lane: { party: known.id, size: defaults.laneSize } }];
    const party: Party = { id: makeId('party'), name, kind: guessPartyKind(name) };
    const team: Team = {
      id: makeId('team'),
      name,
      party: party.id,
      ...(party.kind === 'department' ? {} : { unlimited: true }),
      ...(party.kind === 'platform' ? { calendar: aroundTheClock.id } : {}),
    };
    return [
      { type: 'lane.add', process, lane: { party: party.id, size: defaults.laneSize }, party },
      { type: 'team.add', team },
    ];
  });
}
