import { defaults } from '../../document/model/defaults.ts';
import { weekdays } from '../../document/model/fields.ts';
import type { Node, Step, StepBatch as BatchOfModel } from '../../document/model/node.ts';
import { calendarOfParty } from '../../document/model/queries.ts';
import { combine, hashIds } from '../kernel/keys.ts';
import { compileCadence } from './cadences.ts';
import { bytes, integers, lists, numbers, type Context } from './context.ts';
import { repeated, type Surroundings } from './flows.ts';
import { NODE, type NeedTable, type NodeTable, type Reach, type StepBatch, type StepTable } from './network.ts';
import type { Page } from './page.ts';
import { refuse } from './refusal.ts';
import type { Staff } from './staff.ts';

/** What the steps of a page ask of people, before units are grouped. */
export interface StepPlan {
  readonly steps: readonly { readonly node: number; readonly step: Step; readonly service: number; readonly needs: readonly number[]; readonly team: number; readonly decider: { readonly team: number; readonly calendar: number } | undefined }[];
}

/** Steps before queues and the short way are known. */
export type PlainSteps = Omit<StepTable, 'queue' | 'express' | 'expressAtom' | 'expressService'>;

const kindOf = (node: Node): number => {
  switch (node.kind) {
    case 'gateway':
      return NODE[node.decides];
    case 'end':
      return node.terminate === true ? NODE.terminate : NODE.end;
    case 'note':
    case 'group':
      return NODE.end;
    default:
      return NODE[node.kind];
  }
};

/** The path of an element: sub-processes that hold it come first, so that the same drawing in two places draws apart. */
function pathHashes(context: Context, page: Page): Int32Array {
  const hashes = hashIds(Object.keys(context.model.nodes));
  return integers(page.nodes, (node) => {
    let hash = hashes.get(node.id)!;
    for (let parent = node.parent; parent !== undefined; parent = context.model.nodes[parent]?.parent) hash = combine(hashes.get(parent) ?? 0, hash);
    return hash;
  });
}

/** The table of nodes. `visited` says which can be visited more than once. */
export function compileNodes(context: Context, page: Page, plan: StepPlan, around: Surroundings, sources: readonly number[], reach: Reach): Omit<NodeTable, 'onlyNext'> {
  const { nodes } = page;
  const stepOf = new Int32Array(nodes.length).fill(-1);
  plan.steps.forEach((row, index) => (stepOf[row.node] = index));
  const visitSlot = new Int32Array(nodes.length).fill(-1);
  let slots = 0;
  nodes.forEach((node, index) => {
    const repeats = node.kind === 'step' && (node.rework?.value ?? 0) > 0;
    if (repeats || reach.from(index, index)) visitSlot[index] = slots++;
  });
  const event = (node: Node) => (node.kind === 'event' ? node : undefined);
  const calendarOf = (node: Node): number => {
    const holder = event(node)?.attachedTo === undefined ? -1 : (page.numberOf.get(event(node)!.attachedTo!) ?? -1);
    const ofStep = holder < 0 ? -1 : around.calendarOfStep(holder);
    if (ofStep >= 0) return ofStep;
    return node.party === undefined ? around.calendars.byId('office-hours', node.id) : around.calendars.of(calendarOfParty(context.model, node.party));
  };
  const instances = (node: Node) => (node.kind === 'step' || node.kind === 'subprocess' ? node.multiInstance : undefined);
  return {
    count: nodes.length,
    id: nodes.map((node) => node.id),
    name: nodes.map((node) => (node.name === undefined || node.name === '' ? node.id : node.name)),
    hash: pathHashes(context, page),
    kind: bytes(nodes, kindOf),
    out: lists(page.out),
    step: stepOf,
    visitSlot,
    visitSlots: slots,
    inner: lists(page.inner),
    wait: integers(nodes, (node) => context.time(event(node)?.wait, event(node)?.counts ?? defaults.event.counts, node.id)),
    waitCadence: integers(nodes, (node) => {
      const cadence = event(node)?.cadence;
      if (cadence === undefined) return -1;
      around.cadences.push(compileCadence(cadence, around.calendars.zones[calendarOf(node)]!, context.origin, undefined));
      return around.cadences.length - 1;
    }),
    waitCalendar: integers(nodes, (node) => (event(node) !== undefined && (event(node)?.counts ?? defaults.event.counts) === 'working' ? calendarOf(node) : -1)),
    isMessage: bytes(nodes, (node) => (event(node)?.trigger === 'message' ? 1 : 0)),
    attached: lists(page.attached),
    interrupting: bytes(nodes, (node) => ((event(node)?.interrupting ?? defaults.event.interrupting) ? 1 : 0)),
    sets: lists(nodes.map((node) => (node.kind === 'step' || node.kind === 'event' ? (node.sets ?? []).map((attribute) => around.attributes.row(attribute, node.id)) : []))),
    instanceMode: bytes(nodes, (node) => (instances(node) === undefined ? 0 : instances(node)!.mode === 'parallel' ? 1 : 2)),
    instances: integers(nodes, (node) => (instances(node) === undefined ? -1 : context.amount(instances(node)!.count, node.id))),
    produces: integers(nodes, (_, index) => sources.indexOf(index)),
  };
}

/** The table of steps with their needs for information. */
export function compileSteps(context: Context, page: Page, plan: StepPlan, staff: Staff, around: Surroundings, batches: StepBatch[], sources: number[], reach: Reach): { readonly steps: PlainSteps; readonly needs: NeedTable } {
  const { steps } = plan;
  const needRows: { bit: number; source: number; team: number; hash: number }[] = [];
  const needsOf = steps.map((row) =>
    page.information[row.node]!.flatMap((flow) => {
      const source = page.numberOf.get(flow.from) ?? -1;
      const own = source >= 0 && isAheadOrBeside(page, source, row.node, reach);
      if (own) {
        if (!sources.includes(source)) sources.push(source);
        const bit = sources.indexOf(source);
        if (bit > 30) refuse('simulation.tooManySources', { step: context.name(row.step.id) }, row.step.id);
        needRows.push({ bit, source, team: -1, hash: 0 });
        return [needRows.length - 1];
      }
      const asked = context.model.nodes[flow.from];
      const lead = asked?.kind === 'step' ? asked.requirements?.[0]?.anyOf[0] : undefined;
      if (lead === undefined) return [];
      needRows.push({ bit: -1, source, team: staff.alternative(lead, flow.from).team, hash: 0 });
      return [needRows.length - 1];
    }),
  );
  const meetings = steps.map((row) => {
    const when = row.step.approval?.when;
    if (when?.type !== 'meeting') return -1;
    const calendar = row.decider?.calendar ?? -1;
    const zone = calendar < 0 ? context.zone : around.calendars.zones[calendar]!;
    around.cadences.push(compileCadence(when.cadence, zone, context.origin, calendar < 0 ? undefined : around.calendars.list[calendar]));
    return around.cadences.length - 1;
  });
  const anyTime = (step: Step) => (step.approval?.when.type === 'anyTime' ? step.approval.when : undefined);
  const table: PlainSteps = {
    count: steps.length,
    node: integers(steps, (row) => row.node),
    party: steps.map((row) => (row.team >= 0 ? staff.teams[row.team]!.party : (row.step.party ?? null))),
    team: integers(steps, (row) => row.team),
    service: integers(steps, (row) => row.service),
    requirements: lists(steps.map((row) => row.needs)),
    rework: numbers(steps, (row) => repeated(context, row.step.rework?.value, row.step.id)),
    approval: bytes(steps, (row) => (row.step.approval === undefined ? 0 : row.step.approval.when.type === 'anyTime' ? 1 : 2)),
    approvalAfter: integers(steps, (row) => {
      const when = anyTime(row.step);
      return context.time(when?.after, when?.counts ?? defaults.approval.counts, row.step.id);
    }),
    approvalCalendar: integers(steps, (row) => {
      const when = anyTime(row.step);
      if (when === undefined || (when.counts ?? defaults.approval.counts) === 'elapsed') return -1;
      return row.decider?.calendar ?? around.calendars.byId('office-hours', row.step.id);
    }),
    meeting: Int32Array.from(meetings),
    meetingMost: integers(steps, (row) => (row.step.approval?.when.type === 'meeting' ? (row.step.approval.when.atMost ?? -1) : -1)),
    needs: lists(needsOf),
    queryTime: integers(steps, (row) => context.time(row.step.queryTime, 'working', row.step.id)),
    batch: integers(steps, (row) => {
      if (row.step.batching === undefined || row.needs.length === 0) return -1;
      batches.push(batchOf(row.step.batching));
      return batches.length - 1;
    }),
  };
  return {
    steps: table,
    needs: { bit: integers(needRows, (row) => row.bit), source: integers(needRows, (row) => row.source), team: integers(needRows, (row) => row.team), hash: integers(needRows, (row) => row.hash) },
  };
}

/** The item itself has passed the source before, or passes it on another branch. */
function isAheadOrBeside(page: Page, source: number, node: number, reach: Reach): boolean {
  if (source === node) return false;
  if (reach.from(source, node)) return true;
  return page.nodes.some((each, fork) => {
    const splits = each.kind === 'fork' || (each.kind === 'gateway' && each.decides === 'someOf') || (each.kind === 'step' && page.out[fork]!.length > 1);
    return splits && reach.from(fork, source) && reach.from(fork, node) && !reach.from(node, source);
  });
}

function batchOf(batch: BatchOfModel): StepBatch {
  return {
    mode: batch.mode ?? defaults.stepBatchMode,
    sizes: batch.sizes.map((size) => size.size),
    weights: batch.sizes.map((size) => size.weight),
    factorSizes: (batch.factors ?? []).map((factor) => factor.size),
    factors: (batch.factors ?? []).map((factor) => factor.factor),
    firing: (batch.firing ?? []).map((group) =>
      group.map((test) => ({ ...test, value: typeof test.value === 'number' ? test.value : weekdays.indexOf(test.value) })),
    ),
  };
}
