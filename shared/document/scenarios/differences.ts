import { message, type Message, type MessageId } from '../../language/message.ts';
import type { ElementId } from '../model/fields.ts';
import type { Model } from '../model/model.ts';
import { nameOf } from '../model/queries.ts';
import { type ElementDifference, fieldsThatDiffer, structuralDiff } from './diff.ts';
import { type Document, todayId } from './document.ts';
import { valueInWords } from './value-words.ts';

/** Fields that say where something is drawn, not what it is. */
const layout = new Set(['position', 'size', 'waypoints', 'length', 'expanded', 'colour', 'orientation']);

/** Fields with a word of their own for people; any other goes by the name that the file has for it. */
const named = new Set([
  'name', 'text', 'kind', 'party', 'parent', 'process', 'documentation', 'requirements', 'serviceTime', 'batching', 'queryTime', 'owner', 'owners', 'systems', 'reads', 'writes',
  'rework', 'valueAdding', 'automation', 'outcome', 'approval', 'multiInstance', 'decides', 'trigger', 'wait', 'cadence', 'from', 'to', 'probability', 'condition', 'otherwise',
  'channel', 'transfer', 'batch', 'setup', 'rekeying', 'clarification', 'rejection', 'term', 'capacity', 'people', 'unlimited', 'calendar', 'costPerHour', 'interrupts',
  'protectedShare', 'otherWork', 'discipline', 'wipLimit', 'contract', 'arrivals', 'priority', 'due', 'patience', 'costOfDelayPerDay', 'value', 'targetLeadTime', 'weekly', 'exceptions',
  'itemNoun', 'lanes', 'title', 'purpose', 'author', 'confidentiality', 'currency', 'timeZone', 'hoursPerDay', 'changes', 'status', 'description', 'start', 'horizon', 'replications', 'seed',
]);

const fieldName = (field: string): Message | string => (named.has(field) ? message(`document.field.${field}` as MessageId) : field);

/**
 * What one document says that another does not, by meaning: a sentence each for what came, what went and what is now
 * otherwise; how much was only drawn elsewhere is one sentence at the end. Equal documents give none.
 */
export function differencesInWords(before: Document, after: Document): readonly Message[] {
  return [
    ...differencesOfModels(before.model, after.model),
    ...ofFields(message('document.thing.document'), before.settings, after.settings, after.model),
    ...ofFields(message('document.thing.run'), before.runSettings, after.runSettings, after.model),
    ...ofRows(before, after, 'scenarios'),
    ...ofRows(before, after, 'comments'),
    ...ofRows(before, after, 'versions'),
  ];
}

/** The same for two models alone. */
export function differencesOfModels(before: Model, after: Model): readonly Message[] {
  const { added, removed, changed } = structuralDiff(before, after);
  const sentences = [
    ...added.map((one) => message('document.differs.added', { thing: thing(after, one) })),
    ...removed.map((one) => message('document.differs.removed', { thing: thing(before, one) })),
  ];
  let moved = 0;
  for (const one of changed) {
    const was = rowOf(before, one);
    const is = rowOf(after, one);
    if (was === undefined || is === undefined) continue;
    const told = one.fields.filter((field) => !isDrawing(field, was, is));
    if (told.length < one.fields.length) moved += 1;
    for (const field of told) sentences.push(...ofField(thing(before, one), field, was, is, before, after));
  }
  if (moved > 0) sentences.push(message('document.differs.layout', { n: moved }));
  return sentences;
}

/** Whether a field that differs says only where something is drawn: lanes that are higher or folded are the same lanes. */
function isDrawing(field: string, was: object, is: object): boolean {
  if (field !== 'lanes') return layout.has(field);
  const parties = (row: object): string => ((Reflect.get(row, 'lanes') ?? []) as readonly { readonly party: string }[]).map(({ party }) => party).join();
  return parties(was) === parties(is);
}

const rowOf = (model: Model, { id, table }: ElementDifference): object | undefined => (model[table] as Readonly<Record<string, object>>)[id];

/** What people call an element, with its kind before it. */
function thing(model: Model, { id, table }: Pick<ElementDifference, 'id' | 'table'>): Message {
  if (table === 'flows') {
    const flow = model.flows[id];
    return message('document.thing.flow', { from: nameOf(model, flow?.from ?? ''), to: nameOf(model, flow?.to ?? '') });
  }
  const name = nameOf(model, id);
  if (table === 'nodes') {
    const node = model.nodes[id];
    const kind = message(`document.kind.${node?.kind ?? 'step'}` as MessageId);
    return node?.name === undefined || node.name === '' ? message('document.thing.unnamed', { kind }) : message('document.thing.named', { kind, name });
  }
  return message('document.thing.named', { kind: message(`document.thing.${table}` as MessageId), name });
}

/** One sentence for a field that differs; a handoff's own fields have one each. */
function ofField(element: Message, field: string, was: object, is: object, before: Model, after: Model): readonly Message[] {
  const old: unknown = Reflect.get(was, field);
  const now: unknown = Reflect.get(is, field);
  if (field === 'handoff') {
    const parts = [old ?? {}, now ?? {}] as const;
    return fieldsThatDiffer(...parts).flatMap((part) => ofField(element, part, ...parts, before, after));
  }
  if (field === 'name') return [message('document.differs.renamed', { thing: element, name: typeof now === 'string' && now !== '' ? now : message('document.differs.nothing') })];
  const from = valueInWords(before, field, old);
  const to = valueInWords(after, field, now);
  if (from === undefined || to === undefined) return [message('document.differs.changed', { thing: element, field: fieldName(field) })];
  return [message('document.differs.value', { thing: element, field: fieldName(field), before: from, after: to })];
}

const ofFields = (element: Message, was: object, is: object, model: Model): readonly Message[] =>
  fieldsThatDiffer(was, is).flatMap((field) => ofField(element, field, was, is, model, model));

const rowName = (table: 'scenarios' | 'comments' | 'versions', row: object): string => {
  const name: unknown = Reflect.get(row, table === 'comments' ? 'text' : 'name');
  return typeof name === 'string' ? name : '';
};

/** Proposals, comments and kept versions: what came, what went, what is otherwise. */
function ofRows(before: Document, after: Document, table: 'scenarios' | 'comments' | 'versions'): readonly Message[] {
  const old: Readonly<Record<ElementId, object>> = before[table];
  const now: Readonly<Record<ElementId, object>> = after[table];
  if (old === now) return [];
  const said = (row: object): Message => message('document.thing.named', { kind: message(`document.thing.${table}`), name: rowName(table, row) });
  return [...new Set([...Object.keys(old), ...Object.keys(now)])].filter((id) => id !== todayId).flatMap((id): readonly Message[] => {
    const was = old[id];
    const is = now[id];
    if (was === undefined) return is === undefined ? [] : [message('document.differs.added', { thing: said(is) })];
    if (is === undefined) return [message('document.differs.removed', { thing: said(was) })];
    return fieldsThatDiffer(was, is).length === 0 ? [] : [message('document.differs.otherwise', { thing: said(was) })];
  });
}
