import type { ModdleElement } from 'bpmn-moddle';
import type { Distribution } from '../../document/model/distribution.ts';
import type { Model } from '../../document/model/model.ts';
import { type DayMeaning, secondsPer, type TimeUnit } from '../../language/units.ts';
import type { Factory } from './write-elements.ts';

export const bpsimSpace = 'http://www.bpsim.org/schemas/2.0';

/** An element of BPSim; the library only knows its namespace. */
type Make = (name: string, attributes?: Record<string, string | number>, children?: readonly ModdleElement[]) => ModdleElement;

/**
 * The numbers of a model as one BPSim scenario: processing times, waits, arrivals, branch probabilities, and
 * quantity and hourly cost of resources. What BPSim has no word for (shifts, bounds, calendars, handoffs) is left out; a
 * shifted distribution becomes a lognormal of its mean and deviation.
 */
export function writeBpsim(model: Model, hoursPerDay: number, factory: Factory): ModdleElement | undefined {
  const make: Make = (name, attributes = {}, children = []) => {
    const texts = Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, String(value)]));
    return factory.createAny(`bpsim:${name}`, bpsimSpace, children.length === 0 ? texts : { ...texts, $children: children });
  };
  const time = (value: Distribution, meaning: DayMeaning): ModdleElement => {
    const unit = value.unit === undefined ? undefined : unitNames[value.unit];
    if (unit === undefined || value.type === 'empirical' || value.type === 'histogram') return writeTime(value, secondsPer(value.unit ?? 's', meaning, hoursPerDay), make);
    return writeTime(value, 1, (name, attributes, children) => make(name, { ...attributes, timeUnit: unit }, children));
  };
  const parameters: ModdleElement[] = [];
  const add = (id: string, ...groups: ModdleElement[]): void => {
    const element = factory.written.get(id);
    if (element !== undefined && groups.length > 0) parameters.push(make('ElementParameters', { elementRef: String(element.get('id')) }, groups));
  };
  for (const node of Object.values(model.nodes)) {
    if (node.kind === 'step' && node.serviceTime !== undefined) add(node.id, make('TimeParameters', {}, [make('ProcessingTime', {}, [time(node.serviceTime, 'working')])]));
    // A fixed time stands in the timer itself.
    if (node.kind === 'event' && node.wait !== undefined && node.wait.type !== 'fixed') add(node.id, make('TimeParameters', {}, [make('ProcessingTime', {}, [time(node.wait, node.counts ?? 'elapsed')])]));
  }
  for (const demand of Object.values(model.demandClasses)) {
    const between = timeBetween(model, demand.id);
    const control = [
      ...(between === undefined ? [] : [make('InterTriggerTimer', {}, [time(between, 'elapsed')])]),
      ...(demand.atMost === undefined ? [] : [make('TriggerCount', {}, [make('NumericParameter', { value: demand.atMost })])]),
    ];
    if (control.length > 0) add(demand.start, make('ControlParameters', {}, control));
  }
  for (const flow of Object.values(model.flows)) {
    if (flow.probability !== undefined) add(flow.id, make('ControlParameters', {}, [make('Probability', {}, [make('FloatingParameter', { value: flow.probability.value })])]));
  }
  for (const team of Object.values(model.teams)) {
    const units = team.people?.length ?? team.capacity?.value;
    add(
      team.id,
      ...(units === undefined ? [] : [make('ResourceParameters', {}, [make('Quantity', {}, [make('NumericParameter', { value: units })])])]),
      ...(team.costPerHour === undefined ? [] : [make('CostParameters', {}, [make('UnitCost', {}, [make('FloatingParameter', { value: team.costPerHour.value })])])]),
    );
  }
  if (parameters.length === 0) return undefined;
  const scenario = make('Scenario', { id: 'scenario', name: 'Crossflow' }, [make('ScenarioParameters', { baseTimeUnit: 's' }), ...parameters]);
  return factory.create('bpmn:Relationship', { type: 'BPSimData', extensionElements: factory.create('bpmn:ExtensionElements', { values: [make('BPSimData', {}, [scenario])] }) });
}

/** Units that mean the same in every field; a day does not. */
const unitNames: Readonly<Partial<Record<TimeUnit, string>>> = { s: 's', min: 'min', h: 'hour' };

/** Time between two arrivals; of a rate its mean, since BPSim has no profile by hour. */
function timeBetween(model: Model, id: string): Distribution | undefined {
  const arrivals = model.demandClasses[id]?.arrivals;
  if (arrivals?.type === 'interArrival') return arrivals.time;
  return arrivals?.type === 'rate' ? { type: 'exponential', mean: 1 / arrivals.value, unit: arrivals.per } : undefined;
}

/** A distribution whose numbers are multiplied by `unit`. */
function writeTime(value: Distribution, unit: number, make: Make): ModdleElement {
  const shift = value.shift ?? 0;
  const s = (plain: number): number => Number(((plain + shift) * unit).toPrecision(12));
  const spread = (plain: number): number => Number((plain * unit).toPrecision(12));
  const logNormal = (mean: number, sd: number): ModdleElement => make('LogNormalDistribution', { mean: s(mean), standardDeviation: spread(sd) });
  switch (value.type) {
    case 'fixed':
      return make('NumericParameter', { value: s(value.value) });
    case 'uniform':
      return make('UniformDistribution', { min: s(value.min), max: s(value.max) });
    case 'triangular':
    case 'pert':
      return make('TriangularDistribution', { min: s(value.min), mode: s(value.mode), max: s(value.max) });
    case 'normal':
      return make('TruncatedNormalDistribution', {
        mean: s(value.mean), standardDeviation: spread(value.sd), min: spread(value.lowest ?? 0), max: spread(value.highest ?? value.mean + shift + 10 * value.sd),
      });
    case 'exponential':
      return shift === 0 ? make('NegativeExponentialDistribution', { mean: s(value.mean) }) : logNormal(value.mean, value.mean);
    case 'gamma':
      return shift === 0
        ? make('GammaDistribution', { shape: (value.mean / value.sd) ** 2, scale: spread(value.sd ** 2 / value.mean) })
        : logNormal(value.mean, value.sd);
    case 'erlang':
      return shift === 0 ? make('ErlangDistribution', { k: value.k, mean: s(value.mean) }) : logNormal(value.mean, value.mean / Math.sqrt(value.k));
    case 'lognormal':
      return logNormal(value.mean, value.sd);
    case 'weibull':
      return make('WeibullDistribution', { shape: value.shape, scale: spread(value.scale) });
    case 'empirical':
      return writePoints(value.values.map(s), value.weights ?? value.values.map(() => 1), make);
    case 'histogram':
      return writePoints(value.weights.map((_, index) => s(((value.edges[index] ?? 0) + (value.edges[index + 1] ?? 0)) / 2)), value.weights, make);
  }
}

function writePoints(values: readonly number[], weights: readonly number[], make: Make): ModdleElement {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const points = values.map((value, index) => make('UserDistributionDataPoint', { probability: (weights[index] ?? 0) / total }, [make('NumericParameter', { value })]));
  return make('UserDistribution', {}, points);
}
