import { nodeSizes } from '../document/model/defaults.ts';
import type { Distribution } from '../document/model/distribution.ts';
import type { Figure } from '../document/model/fields.ts';
import type { Handoff } from '../document/model/flow.ts';
import { laneHeaderSize } from '../document/model/lanes.ts';
import type { Model } from '../document/model/model.ts';
import type { Node, NodeKind } from '../document/model/node.ts';
import { sizeOfNode } from '../document/model/queries.ts';
import { serialiseDocument } from '../document/file/serialise.ts';
import { type Change, type Document, emptyDocument, type Scenario } from '../document/scenarios/document.ts';
import { expectationsOf, resolveScenario } from '../document/scenarios/resolve.ts';
import type { Operation } from '../document/operations/all.ts';

type Unit = 'min' | 'h' | 'd';

/** Numbers of the examples are guesses of people who know the work, and say so. */
export const figure = (value: number): Figure => ({ value, provenance: 'estimated' });

/** "At best, usually, at worst." */
export const between = (min: number, mode: number, max: number, unit: Unit): Distribution => ({ type: 'pert', min, mode, max, unit, provenance: 'estimated' });
export const exactly = (value: number, unit: Unit): Distribution => ({ type: 'fixed', value, unit, provenance: 'estimated' });
export const about = (mean: number, unit: Unit): Distribution => ({ type: 'exponential', mean, unit, provenance: 'estimated' });

/** A share of time that a team spends on work outside the document, in pieces of so many hours. */
export const otherWork = (share: number, pieceHours = 1) => ({ otherWork: { share: figure(share), pieceLength: about(pieceHours, 'h') } });

/** Where a node stands: the column counts from the left over all lanes, the row from the top of its lane. */
export interface Place {
  readonly column: number;
  readonly row?: number;
}

const firstColumn = laneHeaderSize + 32;
const columnGap = 64;
const rowHeight = 112;
const laneMargin = 48;

type Spread<T> = Omit<T, 'id' | 'process' | 'position' | 'kind'>;
type NodeOf<K extends NodeKind> = Extract<Node, { kind: K }>;

/** Writes an example down: tables as they come, nodes by column and row, so that nothing overlaps and everything lies on one grid. */
export class Composer {
  readonly document: Document;
  readonly #page: string;
  readonly #places = new Map<string, Place>();
  #flows = 0;
  #laid = false;

  constructor(title: string, page: Omit<Model['processes'][string], 'id' | 'lanes'>, settings: Partial<Document['settings']>) {
    this.document = emptyDocument(title);
    Object.assign(this.document.settings, settings);
    this.#page = 'process';
    this.document.model.processes[this.#page] = { id: this.#page, ...page, lanes: [] };
  }

  get model(): Model {
    return this.document.model;
  }

  /** A row of a table. */
  put<T extends 'calendars' | 'people' | 'systems' | 'dataObjects' | 'outcomes' | 'teams'>(table: T, id: string, row: Omit<Model[T][string], 'id'>): this {
    Reflect.set(this.model[table], id, { id, ...row });
    return this;
  }

  /** A lane for a new party, with so many rows. */
  lane(id: string, party: Omit<Model['parties'][string], 'id'>, rows = 1): this {
    this.model.parties[id] = { id, ...party };
    this.model.processes[this.#page]?.lanes.push({ party: id, size: 2 * laneMargin + rowHeight * rows - laneMargin });
    return this;
  }

  node<K extends NodeKind>(kind: K, id: string, place: Place, fields: Spread<NodeOf<K>>): this {
    const node = { kind, id, process: this.#page, ...fields, position: { x: 0, y: 0 } };
    Reflect.set(this.model.nodes, id, node);
    this.#places.set(id, place);
    return this;
  }

  step(id: string, name: string, party: string, team: string, serviceTime: Distribution, place: Place, fields: Partial<Spread<NodeOf<'step'>>> = {}): this {
    return this.node('step', id, place, { name, party, requirements: [{ anyOf: [{ team }] }], serviceTime, ...fields });
  }

  flow(from: string, to: string, fields: Omit<Model['flows'][string], 'id' | 'process' | 'from' | 'to'> = {}): this {
    this.#flows += 1;
    const id = `flow-${this.#flows}`;
    this.model.flows[id] = { id, process: this.#page, from, to, ...fields };
    return this;
  }

  /** A flow that hands work over. */
  handoff(from: string, to: string, handoff: Handoff, fields: Omit<Model['flows'][string], 'id' | 'process' | 'from' | 'to' | 'handoff'> = {}): this {
    return this.flow(from, to, { ...fields, handoff });
  }

  /** Steps in a row without anything to say about the flows between them. */
  chain(...nodes: readonly string[]): this {
    for (const [i, node] of nodes.slice(1).entries()) this.flow(nodes[i] ?? '', node);
    return this;
  }

  demand(id: string, demand: Omit<Model['demandClasses'][string], 'id'>): this {
    this.model.demandClasses[id] = { id, ...demand };
    return this;
  }

  /** Id of the flow between two nodes. */
  flowBetween(from: string, to: string): string {
    const flow = Object.values(this.model.flows).find((other) => other.from === from && other.to === to);
    if (flow === undefined) throw new Error(`No flow leads from ${from} to ${to}.`);
    return flow.id;
  }

  /** Where a node stands on the page, for operations of proposals. */
  placed(kind: NodeKind, party: string, place: Place): { x: number; y: number } {
    const lane = this.#laneTop(party);
    const size = nodeSizes[kind];
    const { x, width } = this.#columns()[place.column] ?? { x: firstColumn, width: size.width };
    return { x: x + (width - size.width) / 2, y: lane + laneMargin + (place.row ?? 0) * rowHeight + (64 - size.height) / 2 };
  }

  /** A proposal with its changes, each with the values that it found. */
  proposal(id: string, scenario: Omit<Scenario, 'id' | 'changes' | 'parent'>, operations: readonly Operation[]): this {
    this.#place();
    const changes: Change[] = [];
    const written: Scenario = { id, parent: 'today', ...scenario, changes };
    this.document.scenarios[id] = written;
    for (const [i, operation] of operations.entries()) {
      const before = resolveScenario(this.document, id);
      if (!before.ok) throw new Error(`The proposal ${id} does not fit at change ${i}.`);
      const expected = [...expectationsOf(before.value, operation)];
      changes.push({ id: `change-${i + 1}`, operation, on: true, ...(expected.length > 0 && { expected }) });
    }
    return this;
  }

  text(): string {
    this.#place();
    return serialiseDocument(this.document);
  }

  #laneTop(party: string): number {
    const lanes = this.model.processes[this.#page]?.lanes ?? [];
    const at = lanes.findIndex((lane) => lane.party === party);
    return lanes.slice(0, at).reduce((sum, lane) => sum + lane.size, 0);
  }

  /** Each column is as wide as its widest node. */
  #columns(): { x: number; width: number }[] {
    const widths: (number | undefined)[] = [];
    for (const [id, { column }] of this.#places) {
      const node = this.model.nodes[id];
      if (node !== undefined) widths[column] = Math.max(widths[column] ?? 0, sizeOfNode(node).width);
    }
    let x = firstColumn;
    return Array.from(widths, (width = 0) => {
      const column = { x, width };
      x += width + columnGap;
      return column;
    });
  }

  /** Once, before the first proposal: what a proposal is made for must not change any more. */
  #place(): void {
    if (this.#laid) return;
    this.#laid = true;
    for (const [id, place] of this.#places) {
      const node = this.model.nodes[id];
      if (node?.party !== undefined) node.position = this.placed(node.kind, node.party, place);
    }
  }
}
