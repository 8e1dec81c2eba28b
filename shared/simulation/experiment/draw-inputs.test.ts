import { describe, expect, it } from 'vitest';
import { countUnsureInputs, drawInputs, type Spreads } from './draw-inputs.ts';

const spreads: Spreads = { measured: 0, estimated: 0.25, default: 0.5 };

const model = {
  nodes: {
    choice: { kind: 'gateway', decides: 'oneOf' },
    any: { kind: 'gateway', decides: 'someOf' },
    work: {
      kind: 'step',
      serviceTime: { type: 'lognormal', unit: 'h', mean: 2, sd: 1, lowest: 0.5, provenance: 'estimated' },
      rework: { value: 0.85, provenance: 'estimated', spread: 1 },
      requirements: [{ anyOf: [{ team: 'a', serviceTime: { type: 'fixed', value: 3, spread: 0.1 } }, { team: 'b', serviceTime: { type: 'fixed', value: 3 } }] }],
    },
  },
  flows: {
    left: { from: 'choice', probability: { value: 0.75, provenance: 'estimated' } },
    right: { from: 'choice', probability: { value: 0.25, provenance: 'default' } },
    one: { from: 'any', probability: { value: 0.9, provenance: 'default', spread: 1 } },
    plain: { from: 'work', handoff: { transfer: { time: { type: 'exponential', mean: 5, provenance: 'default' } }, clarification: { probability: { value: 0.8, provenance: 'default' } } } },
  },
  teams: {
    a: { capacity: { value: 3, provenance: 'estimated' }, costPerHour: { value: 50, provenance: 'estimated' } },
    b: { capacity: { value: 2 }, otherWork: { share: { value: 0.9, provenance: 'default' } } },
  },
  demandClasses: { d: { arrivals: { type: 'rate', value: 10, per: 'd', provenance: 'measured' } } },
};

const drawings = Array.from({ length: 400 }, (_, replication) => drawInputs(model, spreads, 7, replication));

function range(values: number[]): { low: number; high: number; mean: number } {
  return { low: Math.min(...values), high: Math.max(...values), mean: values.reduce((sum, value) => sum + value, 0) / values.length };
}

describe('drawn inputs', () => {
  it('fill their range evenly', () => {
    const { low, high, mean } = range(drawings.map((drawing) => drawing.nodes.work.serviceTime.mean));
    expect(low).toBeGreaterThanOrEqual(1.5);
    expect(low).toBeLessThan(1.52);
    expect(high).toBeLessThanOrEqual(2.5);
    expect(high).toBeGreaterThan(2.48);
    expect(mean).toBeCloseTo(2, 1);
    const own = range(drawings.map((drawing) => drawing.nodes.work.requirements[0]!.anyOf[0]!.serviceTime.value));
    expect(own.low).toBeGreaterThanOrEqual(2.7);
    expect(own.high).toBeLessThanOrEqual(3.3);
    expect(own.high - own.low).toBeGreaterThan(0.55);
  });

  it('scale a time as a whole', () => {
    for (const { nodes } of drawings.slice(0, 20)) {
      const { mean, sd, lowest } = nodes.work.serviceTime;
      expect(sd / mean).toBeCloseTo(0.5, 12);
      expect(lowest / mean).toBeCloseTo(0.25, 12);
      expect(Object.values(nodes.work.serviceTime)).not.toContain(undefined);
    }
  });

  it('leave measured inputs, plain numbers and capacities alone, as the very same objects', () => {
    for (const drawing of drawings.slice(0, 20)) {
      expect(drawing.demandClasses).toBe(model.demandClasses);
      expect(drawing.teams.a.capacity).toBe(model.teams.a.capacity);
      expect(drawing.nodes.work.requirements[0]!.anyOf[1]).toBe(model.nodes.work.requirements[0]!.anyOf[1]);
    }
    expect(new Set(drawings.map((drawing) => drawing.teams.a.costPerHour.value)).size).toBeGreaterThan(390);
  });

  it('let the branches of a decision share out anew, and clip shares', () => {
    for (const { flows } of drawings) expect(flows.left.probability.value + flows.right.probability.value).toBeCloseTo(1, 12);
    const left = range(drawings.map(({ flows }) => flows.left.probability.value));
    expect(left.low).toBeLessThan(0.65);
    expect(left.high).toBeGreaterThan(0.84);
    const one = range(drawings.map(({ flows }) => flows.one.probability.value));
    expect(one.high).toBe(1);
    const other = range(drawings.map(({ teams }) => teams.b.otherWork.share.value));
    expect(other.high).toBe(1);
    expect(range(drawings.map(({ nodes }) => nodes.work.rework.value)).high).toBe(0.9);
    expect(range(drawings.map(({ flows }) => flows.plain.handoff.clarification.probability.value)).high).toBe(0.9);
  });

  it('belong to the place of the input, so that scenarios share them', () => {
    const scenario = {
      ...model,
      nodes: { ...model.nodes, another: { kind: 'step', serviceTime: { type: 'fixed', value: 1, provenance: 'estimated' } } },
      flows: { ...model.flows, plain: { ...model.flows.plain, handoff: { ...model.flows.plain.handoff, transfer: { time: { type: 'exponential', mean: 2.5, provenance: 'default' } } } } },
    };
    for (let replication = 0; replication < 20; replication += 1) {
      const base = drawings[replication]!;
      const changed = drawInputs(scenario, spreads, 7, replication);
      expect(changed.nodes.work).toEqual(base.nodes.work);
      expect(changed.flows.plain.handoff.transfer.time.mean).toBeCloseTo(base.flows.plain.handoff.transfer.time.mean / 2, 12);
    }
    expect(drawInputs(model, spreads, 7, 3)).toEqual(drawings[3]);
    expect(drawInputs(model, spreads, 8, 3)).not.toEqual(drawings[3]);
  });

  it('are independent from input to input', () => {
    let product = 0;
    for (const { nodes, teams } of drawings) product += (nodes.work.serviceTime.mean - 2) * (teams.a.costPerHour.value - 50);
    const correlation = product / drawings.length / ((0.5 / Math.sqrt(3)) * (12.5 / Math.sqrt(3)));
    expect(Math.abs(correlation)).toBeLessThan(0.17);
  });

  it('are counted', () => {
    expect(countUnsureInputs(model, spreads)).toBe(10);
    expect(countUnsureInputs({ nodes: {}, flows: {} }, spreads)).toBe(0);
  });

  it('stand where nothing is unsure', () => {
    const sure = { nodes: model.nodes, flows: {} };
    const none = { measured: 0, estimated: 0, default: 0 };
    expect(drawInputs({ nodes: { choice: model.nodes.choice }, flows: {} }, none, 1, 1)).toEqual({ nodes: { choice: model.nodes.choice }, flows: {} });
    expect(countUnsureInputs(sure, none)).toBe(2);
  });
});
