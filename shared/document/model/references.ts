import { aroundTheClock, officeHours } from './defaults.ts';
import type { ElementId } from './fields.ts';
import type { Model } from './model.ts';

type Table = keyof Model;

/** One field of one element that names another element. */
export interface Reference {
  readonly owner: ElementId;
  readonly ownerTable: Table;
  /** The field as people read it. */
  readonly field: string;
  readonly target: ElementId;
  /** The tables in which the target may stand. */
  readonly tables: readonly Table[];
  /** Without its target the owner makes no sense. */
  readonly required: boolean;
  /** Names another element instead, or none; only on a draft. */
  readonly replace: (id: ElementId | undefined) => void;
}

/** Every reference between the elements of a model: one place that knows them, for reading files, removing and pasting. */
export function referencesOf(model: Model): Reference[] {
  const found: Reference[] = [];
  for (const table of tables) for (const id of Object.keys(model[table])) collect[table](model, id, new Owner(found, table, id));
  return found;
}

/** The references of one element. */
export function referencesOfElement(model: Model, table: Table, id: ElementId): Reference[] {
  const found: Reference[] = [];
  collect[table](model, id, new Owner(found, table, id));
  return found;
}

/** Whether what a reference names stands in a table where it may; the built-in calendars are always there. */
export const isThere = (model: Model, reference: Reference): boolean =>
  reference.tables.some((table) => Object.hasOwn(model[table], reference.target)) ||
  (reference.tables.includes('calendars') && (reference.target === officeHours.id || reference.target === aroundTheClock.id));

const collect: { readonly [T in Table]: (model: Model, id: ElementId, at: Owner) => void } = {
  processes: (model, id, at) => {
    const process = model.processes[id];
    if (process === undefined) return;
    at.one(process, 'outcome', ['outcomes']);
    for (const lane of process.lanes) at.listed(process.lanes, lane, 'party', ['parties'], 'lanes');
  },
  parties: (model, id, at) => {
    const party = model.parties[id];
    at.one(party, 'parent', ['parties']);
    at.one(party, 'calendar', ['calendars']);
    at.one(party?.contract, 'supportCalendar', ['calendars'], 'contract → supportCalendar');
  },
  teams: (model, id, at) => {
    const team = model.teams[id];
    if (team === undefined) return;
    at.needed(team, 'party', ['parties']);
    at.many(team, 'people', ['people']);
    at.one(team, 'calendar', ['calendars']);
  },
  people: (model, id, at) => at.one(model.people[id], 'calendar', ['calendars']),
  calendars: () => undefined,
  systems: (model, id, at) => at.one(model.systems[id], 'party', ['parties']),
  dataObjects: (model, id, at) => {
    const data = model.dataObjects[id];
    if (data === undefined) return;
    at.one(data, 'systemOfRecord', ['systems']);
    at.many(data, 'copies', ['systems']);
  },
  outcomes: () => undefined,
  demandClasses: (model, id, at) => {
    const demand = model.demandClasses[id];
    if (demand === undefined) return;
    at.needed(demand, 'start', ['nodes']);
    at.one(demand, 'outcome', ['outcomes']);
    const arrivals = demand.arrivals;
    if (arrivals?.type === 'rate' || arrivals?.type === 'interArrival') at.one(arrivals, 'calendar', ['calendars'], 'arrivals → calendar');
  },
  nodes: (model, id, at) => {
    const node = model.nodes[id];
    if (node !== undefined) nodeReferences(at, node);
  },
  flows: (model, id, at) => {
    const flow = model.flows[id];
    if (flow === undefined) return;
    at.needed(flow, 'process', ['processes']);
    at.needed(flow, 'from', ['nodes']);
    at.needed(flow, 'to', ['nodes']);
    at.one(flow.handoff?.term, 'supportCalendar', ['calendars'], 'handoff → term → supportCalendar');
  },
};

const tables = Object.keys(collect) as readonly Table[];

function nodeReferences(at: Owner, node: Model['nodes'][string]): void {
  at.needed(node, 'process', ['processes']);
  at.one(node, 'parent', ['nodes']);
  at.one(node, 'party', ['parties']);
  if (node.kind === 'note') at.one(node, 'about', ['nodes', 'flows', 'parties', 'teams']);
  if (node.kind === 'event') at.one(node, 'attachedTo', ['nodes']);
  if (node.kind !== 'step') return;
  at.many(node, 'systems', ['systems']);
  at.many(node, 'reads', ['dataObjects']);
  at.many(node, 'writes', ['dataObjects']);
  at.one(node, 'outcome', ['outcomes']);
  at.one(node.approval, 'decider', ['teams', 'people'], 'approval → decider');
  for (const requirement of node.requirements ?? []) {
    for (const alternative of requirement.anyOf) {
      at.listed(requirement.anyOf, alternative, 'team', ['teams'], 'requirements');
      at.listed(requirement.anyOf, alternative, 'person', ['people'], 'requirements');
    }
  }
}

type Ids<O, F extends keyof O> = O[F] extends ElementId | undefined ? F : never;
type Lists<O, F extends keyof O> = O[F] extends ElementId[] | undefined ? F : never;

class Owner {
  readonly #found: Reference[];
  readonly #table: Table;
  readonly #id: ElementId;
  constructor(found: Reference[], table: Table, id: ElementId) {
    this.#found = found;
    this.#table = table;
    this.#id = id;
  }

  /** A field that may name an element. */
  one<O extends object, F extends keyof O & string>(object: O | undefined, field: Ids<O, F>, tables: readonly Table[], label: string = field): void {
    if (object === undefined) return;
    this.#add(Reflect.get(object, field), tables, label, false, (id) => {
      if (id === undefined) Reflect.deleteProperty(object, field);
      else Reflect.set(object, field, id);
    });
  }

  /** A field that must name an element. */
  needed<O extends object, F extends keyof O & string>(object: O, field: Ids<O, F>, tables: readonly Table[]): void {
    this.#add(Reflect.get(object, field), tables, field, true, (id) => {
      if (id !== undefined) Reflect.set(object, field, id);
    });
  }

  /** A field with a list of ids. */
  many<O extends object, F extends keyof O & string>(object: O, field: Lists<O, F>, tables: readonly Table[]): void {
    const list = Reflect.get(object, field) as ElementId[] | undefined;
    for (const target of list ?? []) {
      this.#add(target, tables, field, false, (id) => {
        const now = Reflect.get(object, field) as ElementId[];
        const index = now.indexOf(target);
        if (id === undefined) now.splice(index, 1);
        else now[index] = id;
        if (now.length === 0 && field !== 'people') Reflect.deleteProperty(object, field);
      });
    }
  }

  /** A field of an entry of a list; without its target the entry goes. */
  listed<O extends object, F extends keyof O & string>(list: O[], entry: O, field: Ids<O, F>, tables: readonly Table[], label: string): void {
    this.#add(Reflect.get(entry, field), tables, label, false, (id) => {
      if (id !== undefined) Reflect.set(entry, field, id);
      else list.splice(list.indexOf(entry), 1);
    });
  }

  #add(target: unknown, tables: readonly Table[], field: string, required: boolean, replace: Reference['replace']): void {
    if (typeof target !== 'string') return;
    this.#found.push({ owner: this.#id, ownerTable: this.#table, field, target, tables, required, replace });
  }
}
