import type { Distribution } from '../../document/model/distribution.ts';
import type { Model } from '../../document/model/model.ts';
import { sizeOfNode } from '../../document/model/queries.ts';
import { message } from '../../language/message.ts';
import type { ReportBuilder } from '../report.ts';
import type { Catalog } from './catalog.ts';
import { groupBy } from './flows.ts';
import { attribute } from './namespaces.ts';

/**
 * Gives every process and sub-process without a start event an explicit start, leading to what nothing leads to, as BPMN
 * says; a sub-process that an event starts, and content that is only a circle, begin at their first node.
 */
export function addImpliedStarts(model: Model, catalog: Catalog, report: ReportBuilder): void {
  const reached = new Set(Object.values(model.flows).map((flow) => flow.to));
  const files = [...catalog.nodes.values()].filter((file) => model.nodes[file.id] !== undefined);
  for (const [scope, nodes] of groupBy(files, (file) => file.parent ?? file.process)) {
    if (nodes.some((file) => model.nodes[file.id]?.kind === 'start')) continue;
    const candidates = nodes.filter((file) => {
      const node = model.nodes[file.id];
      const beside = attribute(file.element, 'triggeredByEvent') === 'true' || attribute(file.element, 'isForCompensation') === 'true';
      return node !== undefined && node.kind !== 'end' && !beside && !(node.kind === 'event' && node.attachedTo !== undefined);
    });
    const free = candidates.filter((file) => !reached.has(file.id));
    const entries = (free.length > 0 ? free : candidates.slice(0, 1)).flatMap((file) => model.nodes[file.id] ?? []);
    const [first] = entries;
    if (first === undefined) continue;
    const place = {
      process: first.process,
      ...(first.parent !== undefined && { parent: first.parent }),
      ...(first.party !== undefined && { party: first.party }),
    };
    const middle = first.position.y + sizeOfNode(first).height / 2;
    const start = `start-${scope}`;
    model.nodes[start] = { kind: 'start', id: start, ...place, position: { x: first.position.x - 88, y: middle - 16 }, size: { width: 32, height: 32 } };
    let source = start;
    if (entries.length > 1) {
      source = `fork-${scope}`;
      model.nodes[source] = { kind: 'fork', id: source, ...place, position: { x: first.position.x - 44, y: middle - 12 }, size: { width: 24, height: 24 } };
      model.flows[`flow-${source}`] = { id: `flow-${source}`, process: first.process, from: start, to: source };
    }
    for (const entry of entries) {
      const id = `flow-${start}-${entry.id}`;
      model.flows[id] = { id, process: first.process, from: source, to: entry.id };
    }
    report.add('guessed', message('interchange.impliedStart', { name: first.name ?? first.kind, n: entries.length }), start);
  }
}

/** A demand class for each start that leads somewhere; its volume is for the user to fill in, unless a timer gives it. */
export function addDemand(model: Model, startCycles: ReadonlyMap<string, Distribution>, report: ReportBuilder): void {
  const used = new Set(Object.values(model.flows).filter((flow) => flow.kind !== 'information').map((flow) => flow.from));
  for (const node of Object.values(model.nodes)) {
    if (node.kind !== 'start' || node.parent !== undefined || !used.has(node.id)) continue;
    const id = `demand-${node.id}`;
    const name = node.name ?? model.processes[node.process]?.name ?? node.id;
    const every = startCycles.get(node.id);
    model.demandClasses[id] = { id, name, start: node.id, ...(every !== undefined && { arrivals: { type: 'interArrival', time: every } }) };
    if (every !== undefined) report.add('mapped', message('interchange.startCycle', { name }), node.id);
  }
}
