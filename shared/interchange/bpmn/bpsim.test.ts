import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { modelSchema } from '../../document/model/model.ts';
import { say } from '../../language/say.ts';
import type { Imported } from '../imported.ts';
import { readBpmn } from './read-bpmn.ts';

async function open(bytes: Uint8Array): Promise<Imported> {
  const outcome = await readBpmn(bytes, 'x.bpmn');
  if (!outcome.ok) throw new Error(say(outcome.failure.message));
  expect(modelSchema.safeParse(outcome.value.model).success).toBe(true);
  return outcome.value;
}

const withScenario = (content: string): Promise<Imported> =>
  open(new TextEncoder().encode(`<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:b="http://www.bpsim.org/schemas/1.0" id="d">
    <resource id="r" name="Clerks"/>
    <process id="p" name="P"><startEvent id="s"/><task id="t" name="T"><performer><resourceRef>r</resourceRef></performer></task><exclusiveGateway id="g"/><intermediateCatchEvent id="w"><timerEventDefinition/></intermediateCatchEvent><endEvent id="x"/>
      <sequenceFlow id="a" sourceRef="s" targetRef="t"/><sequenceFlow id="b" sourceRef="t" targetRef="g"/><sequenceFlow id="c" sourceRef="g" targetRef="w"/><sequenceFlow id="e" sourceRef="g" targetRef="x"/><sequenceFlow id="f" sourceRef="w" targetRef="x"/></process>
    <relationship type="BPSimData"><extensionElements><b:BPSimData><b:Scenario id="one" name="Now">${content}</b:Scenario><b:Scenario id="two"/></b:BPSimData></extensionElements></relationship>
  </definitions>`));
const time = (ref: string, value: string): string => `<b:ElementParameters elementRef="${ref}"><b:TimeParameters><b:ProcessingTime><b:ResultRequest>min</b:ResultRequest>${value}</b:ProcessingTime></b:TimeParameters></b:ElementParameters>`;

describe('BPSim inside BPMN', () => {
  it('reads times, arrivals, probabilities, resources and settings', async () => {
    const { model, runSettings, report } = await withScenario(`<b:ScenarioParameters baseTimeUnit="hour" replication="12" seed="7"><b:Duration><b:DurationParameter value="P10D"/></b:Duration></b:ScenarioParameters>
      ${time('t', '<b:LogNormalDistribution mean="2" standardDeviation="1" timeUnit="min"/>')}${time('w', '<b:NumericParameter value="1.5"/>')}
      <b:ElementParameters elementRef="s"><b:ControlParameters><b:InterTriggerTimer><b:NegativeExponentialDistribution mean="3"/></b:InterTriggerTimer><b:TriggerCount><b:NumericParameter value="40"/></b:TriggerCount></b:ControlParameters></b:ElementParameters>
      <b:ElementParameters elementRef="c"><b:ControlParameters><b:Probability><b:FloatingParameter value="30"/></b:Probability></b:ControlParameters></b:ElementParameters>
      <b:ElementParameters elementRef="r"><b:ResourceParameters><b:Quantity><b:NumericParameter value="4"/></b:Quantity></b:ResourceParameters><b:CostParameters><b:UnitCost><b:FloatingParameter value="20"/></b:UnitCost></b:CostParameters></b:ElementParameters>`);
    expect(model.nodes['t']).toMatchObject({ serviceTime: { type: 'lognormal', mean: 2, sd: 1, unit: 'min', provenance: 'estimated' } });
    expect(model.nodes['w']).toMatchObject({ wait: { type: 'fixed', value: 1.5, unit: 'h' } });
    expect(model.demandClasses['demand-s']).toMatchObject({ atMost: 40, arrivals: { type: 'interArrival', time: { type: 'exponential', mean: 3, unit: 'h' } } });
    expect([model.flows['c']?.probability?.value, model.flows['e']?.probability?.value]).toEqual([0.3, 0.7]);
    expect(Object.values(model.teams)).toMatchObject([{ name: 'Clerks', capacity: { value: 4 }, costPerHour: { value: 20 } }]);
    expect(runSettings).toEqual({ replications: 12, seed: 7, mode: 'terminating', horizon: { value: 240, unit: 'h' } });
    expect(report.entries.filter((entry) => entry.message.id.startsWith('interchange.bpsim')).map((entry) => [entry.message.id, entry.count])).toEqual([['interchange.bpsim', 5], ['interchange.bpsimScenarios', 1]]);
  });

  it.each([
    ['<b:UniformDistribution min="5" max="10"/>', { type: 'uniform', min: 5, max: 10 }],
    ['<b:TriangularDistribution min="1" mode="2" max="4"/>', { type: 'triangular', min: 1, mode: 2, max: 4 }],
    ['<b:TruncatedNormalDistribution mean="20" standardDeviation="1" min="0" max="1000"/>', { type: 'normal', mean: 20, sd: 1, lowest: 0, highest: 1000 }],
    ['<b:NormalDistribution mean="0" standardDeviation="0"/>', { type: 'fixed', value: 0 }],
    ['<b:ErlangDistribution k="3" mean="6"/>', { type: 'erlang', k: 3, mean: 6 }],
    ['<b:GammaDistribution shape="4" scale="2"/>', { type: 'gamma', mean: 8, sd: 4 }],
    ['<b:WeibullDistribution shape="2" scale="5"/>', { type: 'weibull', shape: 2, scale: 5 }],
    ['<b:UserDistribution><b:UserDistributionDataPoint probability="0.25"><b:NumericParameter value="1"/></b:UserDistributionDataPoint><b:UserDistributionDataPoint probability="0.75"><b:NumericParameter value="2"/></b:UserDistributionDataPoint></b:UserDistribution>', { type: 'empirical', values: [1, 2], weights: [0.25, 0.75] }],
    ['<b:DurationParameter value="PT90S"/>', { type: 'fixed', value: 90, unit: 's' }],
  ])('%s', async (value, expected) => {
    const { model } = await withScenario(`<b:ScenarioParameters baseTimeUnit="min"/>${time('t', value)}`);
    expect(model.nodes['t']).toMatchObject({ serviceTime: { unit: 'min', ...expected, provenance: 'estimated' } });
  });

  it('says which distribution it does not know', async () => {
    const { model, report } = await withScenario(`<b:ScenarioParameters baseTimeUnit="min"/>${time('t', '<b:BetaDistribution shape="1" scale="2"/>')}`);
    expect(model.nodes['t']).not.toHaveProperty('serviceTime');
    expect(report.entries.map((entry) => say(entry.message))).toContain('"T" uses BetaDistribution of BPSim, which has no counterpart: fill in a time.');
  });
});

const data = path.resolve(import.meta.dirname, '../../../../shared/data/bpmn-sim-ext');

describe.skipIf(!existsSync(data))('real BPSim files (skipped where ../shared/data is absent)', () => {
  it('ranks the steps of the official loan example as its guide does', async () => {
    const { model } = await open(readFileSync(path.join(data, 'bpsim-loan/Loan_Process_v1.0.bpmn')));
    const rejected = model.flows[Object.values(model.flows).find((flow) => flow.name === 'No')?.id ?? '']?.probability?.value;
    expect(rejected).toBe(0.73);
    const mean = (name: string): number => {
      const node = Object.values(model.nodes).find((one) => one.name === name);
      const time = node?.kind === 'step' ? node.serviceTime : undefined;
      return time?.type === 'normal' ? time.mean : 0;
    };
    const ranked = ['Perform Title Search', 'Underwrite Loan with Terms', 'Verify Employment', 'Review Loan Application', 'Record Loan Application', 'Review Title Report', 'Close-out Approval', 'Close-Out Rejection'];
    expect(ranked.map(mean)).toEqual([60, 50, 30, 30, 20, 20, 10, 5]);
  });

  it('reads jBPM\'s per cent', async () => {
    const { model } = await open(readFileSync(path.join(data, 'jbpm--evaluation.bpmn')));
    expect(Object.values(model.nodes).filter((node) => node.kind === 'step').every((node) => node.kind === 'step' && node.serviceTime?.type === 'fixed')).toBe(true);
    expect(Object.values(model.flows).every((flow) => (flow.probability?.value ?? 1) <= 1)).toBe(true);
  });
});
