import type { Model } from '../../document/model/model.ts';
import type { RunSettings } from '../../document/model/settings.ts';
import { message } from '../../language/message.ts';
import type { ReportBuilder } from '../report.ts';
import type { XmlElement } from '../xml.ts';
import { type BpsimUnit, bpsimUnit, numberIn, timeIn } from './bpsim-values.ts';
import type { Catalog } from './catalog.ts';
import { attribute, labelOf, numberAttribute } from './namespaces.ts';
import { slug } from './teams.ts';

interface Context {
  readonly model: Model;
  readonly catalog: Catalog;
  readonly report: ReportBuilder;
}

/**
 * Applies the first scenario of the BPSim data in a file (WfMC, BPSim 1.0 and 2.0): processing times, waits, arrivals,
 * branch probabilities, quantities and unit costs of resources, duration and replications; all tagged as estimated.
 */
export function applyBpsim(context: Context): RunSettings | undefined {
  const { catalog, report } = context;
  const scenarios = findScenarios(catalog.definitions);
  const [scenario] = scenarios;
  if (scenario === undefined) return undefined;
  const general = scenario.children.find((child) => child.name === 'ScenarioParameters');
  const base = bpsimUnit(general === undefined ? undefined : attribute(general, 'baseTimeUnit')) ?? { unit: 'min', factor: 1 };
  let applied = 0;
  for (const element of scenario.children) {
    if (element.name !== 'ElementParameters') continue;
    const id = catalog.resolve(attribute(element, 'elementRef'));
    if (id !== undefined) applied += applyTo(id, element, base, context);
  }
  shareBranches(context.model);
  if (applied > 0) report.add('kept', message('interchange.bpsim', { name: labelOf(scenario), n: applied }), undefined, applied);
  if (scenarios.length > 1) report.add('dropped', message('interchange.bpsimScenarios', { n: scenarios.length - 1 }), undefined, scenarios.length - 1);
  return general === undefined ? undefined : settingsOf(general, base);
}

function findScenarios(definitions: XmlElement): XmlElement[] {
  const found: XmlElement[] = [];
  const stack = [definitions];
  for (let element = stack.pop(); element !== undefined; element = stack.pop()) {
    if (element.name === 'BPSimData') found.push(...element.children.filter((child) => child.name === 'Scenario'));
    else stack.push(...element.children.toReversed());
  }
  return found;
}

/** The parameter of a group, such as ProcessingTime of TimeParameters. */
const parameter = (element: XmlElement, group: string, name: string): XmlElement | undefined =>
  element.children.find((child) => child.name === group)?.children.find((child) => child.name === name);

function applyTo(id: string, element: XmlElement, base: BpsimUnit, { model, catalog, report }: Context): number {
  let applied = 0;
  const timeOf = (found: XmlElement | undefined): ReturnType<typeof timeIn>['time'] => {
    if (found === undefined) return undefined;
    const { time, unknown } = timeIn(found, base);
    if (unknown !== undefined) report.add('dropped', message('interchange.bpsimUnknown', { name: model.nodes[id]?.name ?? id, what: unknown }), id);
    if (time !== undefined) applied += 1;
    return time;
  };
  const node = model.nodes[id];
  const flow = model.flows[id];
  if (node?.kind === 'step') {
    const serviceTime = timeOf(parameter(element, 'TimeParameters', 'ProcessingTime') ?? parameter(element, 'TimeParameters', 'Duration'));
    if (serviceTime !== undefined) model.nodes[id] = { ...node, serviceTime };
  } else if (node?.kind === 'event') {
    const wait = timeOf(parameter(element, 'TimeParameters', 'ProcessingTime') ?? parameter(element, 'ControlParameters', 'InterTriggerTimer'));
    if (wait !== undefined) model.nodes[id] = { ...node, wait };
  } else if (node?.kind === 'start') {
    const time = timeOf(parameter(element, 'ControlParameters', 'InterTriggerTimer'));
    const count = parameter(element, 'ControlParameters', 'TriggerCount');
    const most = count === undefined ? undefined : numberIn(count);
    const demand = Object.values(model.demandClasses).find((one) => one.start === id);
    if (demand !== undefined) {
      model.demandClasses[demand.id] = {
        ...demand,
        ...(time !== undefined && { arrivals: { type: 'interArrival', time, first: 'atStart' } }),
        ...(most !== undefined && Number.isInteger(most) && most > 0 && { atMost: most }),
      };
    }
  } else if (flow !== undefined) {
    const found = parameter(element, 'ControlParameters', 'Probability');
    const given = found === undefined ? undefined : numberIn(found);
    // Some tools write per cent.
    const share = given === undefined ? undefined : given > 1 ? given / 100 : given;
    if (share !== undefined && share >= 0 && share <= 1) {
      model.flows[id] = { ...flow, probability: { value: share, provenance: 'estimated' } };
      applied += 1;
    }
  } else if (catalog.others.get(id)?.name === 'resource') applied += applyToResource(id, element, { model, catalog, report });
  return applied;
}

/** Quantity and cost per hour of a resource: of every team that was made for it. */
function applyToResource(id: string, element: XmlElement, { model, catalog }: Context): number {
  const resource = catalog.others.get(id);
  const name = resource === undefined ? '' : labelOf(resource);
  const quantity = parameter(element, 'ResourceParameters', 'Quantity');
  const cost = parameter(element, 'CostParameters', 'UnitCost');
  const units = quantity === undefined ? undefined : numberIn(quantity);
  const rate = cost === undefined ? undefined : numberIn(cost);
  let applied = 0;
  for (const team of Object.values(model.teams)) {
    if (!team.id.endsWith(`-${slug(name)}`) && team.name.toLowerCase() !== name.toLowerCase()) continue;
    model.teams[team.id] = {
      ...team,
      ...(units !== undefined && units > 0 && { capacity: { value: units, provenance: 'estimated' as const } }),
      ...(rate !== undefined && rate >= 0 && { costPerHour: { value: rate, provenance: 'estimated' as const } }),
    };
    applied += 1;
  }
  return applied;
}

/** The one branch of a decision that has no probability takes what the others leave. A way that branches nowhere needs none. */
function shareBranches(model: Model): void {
  for (const node of Object.values(model.nodes)) {
    const outgoing = Object.values(model.flows).filter((flow) => flow.from === node.id && flow.kind !== 'information');
    const [only] = outgoing;
    if (outgoing.length === 1 && only?.probability !== undefined) {
      const { probability: _, ...plain } = only;
      model.flows[only.id] = plain;
    }
    if (node.kind !== 'gateway' || node.decides !== 'oneOf') continue;
    const [open, second] = outgoing.filter((flow) => flow.probability === undefined);
    const given = outgoing.reduce((sum, flow) => sum + (flow.probability?.value ?? 0), 0);
    if (open === undefined || second !== undefined || outgoing.length < 2 || given > 1) continue;
    model.flows[open.id] = { ...open, probability: { value: Math.max(0, 1 - given), provenance: 'estimated' } };
  }
}

function settingsOf(general: XmlElement, base: BpsimUnit): RunSettings | undefined {
  const replications = numberAttribute(general, 'replication');
  const seed = numberAttribute(general, 'seed');
  const duration = general.children.find((child) => child.name === 'Duration');
  const time = duration === undefined ? undefined : timeIn(duration, base).time;
  const settings: RunSettings = {
    ...(replications !== undefined && Number.isInteger(replications) && replications > 0 && replications <= 10_000 && { replications }),
    ...(seed !== undefined && Number.isInteger(seed) && seed >= 0 && { seed }),
    ...(time?.type === 'fixed' && time.value > 0 && { horizon: { value: time.value, unit: time.unit ?? 'h' }, mode: 'terminating' as const }),
  };
  return Object.keys(settings).length === 0 ? undefined : settings;
}
