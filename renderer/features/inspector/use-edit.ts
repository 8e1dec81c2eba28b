import type { Flow, Handoff } from '../../../shared/document/model/flow.ts';
import type { Node } from '../../../shared/document/model/node.ts';
import type { Party, Person, Team } from '../../../shared/document/model/organisation.ts';
import type { DemandClass } from '../../../shared/document/model/demand.ts';
import type { Operation } from '../../../shared/document/operations/all.ts';
import { perform } from '../../store/edit.ts';

/** New values of some fields; undefined takes a field away. */
export type Change<T> = { readonly [Key in keyof T]?: T[Key] | undefined };

interface Split {
  readonly set?: Record<string, unknown>;
  readonly clear?: string[];
}

const split = (change: Readonly<Record<string, unknown>>): Split => {
  const set = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  const clear = Object.keys(change).filter((key) => change[key] === undefined);
  return { ...(Object.keys(set).length === 0 ? {} : { set }), ...(clear.length === 0 ? {} : { clear }) };
};

const edit = (operation: object, change: object): Operation => ({ ...operation, ...split(change as Readonly<Record<string, unknown>>) }) as Operation;
const editing = (operation: object, change: object): boolean => perform(edit(operation, change));

type Fields<N> = N extends Node ? Omit<N, 'id' | 'kind' | 'process' | 'position' | 'size' | 'parent'> : never;

export const editNode = <N extends Node>(node: N, change: Change<Fields<N>>): boolean => editing({ type: 'node.edit', node: node.id }, change);
export const editFlow = (flow: Flow, change: Change<Omit<Flow, 'id' | 'process' | 'from' | 'to' | 'waypoints'>>): boolean => editing({ type: 'flow.edit', flow: flow.id }, change);
export const editHandoff = (flow: Flow, change: Change<Handoff>): boolean => editing({ type: 'handoff.edit', flow: flow.id }, change);
export const editTeam = (team: Team, change: Change<Omit<Team, 'id'>>): boolean => editing({ type: 'team.edit', team: team.id }, change);
export const editParty = (party: Party, change: Change<Omit<Party, 'id' | 'parent'>>): boolean => editing({ type: 'party.edit', party: party.id }, change);
export const editDemand = (demand: DemandClass, change: Change<Omit<DemandClass, 'id'>>): boolean => editing({ type: 'demandClass.edit', demandClass: demand.id }, change);
export const editPerson = (person: Person, change: Change<Omit<Person, 'id'>>): boolean => editing({ type: 'person.edit', person: person.id }, change);

/** The same change of several nodes: one entry of the history. */
export const editNodes = (nodes: readonly Node[], change: object): boolean => perform(nodes.map((node) => edit({ type: 'node.edit', node: node.id }, change)));

/** The change of a handoff as an operation, to be made together with others. */
export const handoffEdit = (flow: Flow, change: Change<Handoff>): Operation => edit({ type: 'handoff.edit', flow: flow.id }, change);
