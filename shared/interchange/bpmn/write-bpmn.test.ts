import { readFileSync } from 'node:fs';
import { BpmnModdle } from 'bpmn-moddle';
import { describe, expect, it } from 'vitest';
import { emptyModel, type Model } from '../../document/model/model.ts';
import type { Distribution } from '../../document/model/distribution.ts';
import { say } from '../../language/say.ts';
import type { Imported } from '../imported.ts';
import { readBpmn } from './read-bpmn.ts';
import { writeBpmn } from './write-bpmn.ts';

const fixture = (name: string): Uint8Array => readFileSync(new URL(`../../../tests/fixtures/bpmn/${name}`, import.meta.url));

async function read(bytes: Uint8Array | string): Promise<Imported> {
  const outcome = await readBpmn(typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes, 'x.bpmn');
  if (!outcome.ok) throw new Error(say(outcome.failure.message));
  return outcome.value;
}

describe('writeBpmn', () => {
  it('writes what another reader takes without a warning', async () => {
    const xml = await writeBpmn((await read(fixture('orders.bpmn'))).model, 'Orders');
    const { warnings, rootElement } = await new BpmnModdle().fromXML(xml);
    expect(warnings).toEqual([]);
    expect(rootElement.$type).toBe('bpmn:Definitions');
    expect(xml).not.toContain('<script');
  });

  it('reads back the same model, places and bends included', async () => {
    const { model } = await read(fixture('orders.bpmn'));
    const again = (await read(await writeBpmn(model, 'Orders'))).model;
    const withoutNotes = (one: Model): unknown => ({ ...one, nodes: Object.values(one.nodes).filter((node) => node.kind !== 'note').toSorted((a, b) => (a.id < b.id ? -1 : 1)), flows: Object.values(one.flows).toSorted((a, b) => (a.id < b.id ? -1 : 1)) });
    expect(withoutNotes(again)).toEqual(withoutNotes(model));
    expect(again.nodes['note1']).toMatchObject({ text: 'Ask first', about: 'check' });
  });

  it('puts parties between which work moves into one pool, and takes the frame off again', async () => {
    const step = (id: string, party: string, y: number): Model['nodes'][string] => ({ kind: 'step', id, process: 'p', party, name: id, position: { x: 300, y } });
    const model: Model = {
      ...emptyModel(),
      processes: { p: { id: 'p', name: 'Page', lanes: [{ party: 'a', size: 160 }, { party: 'b', size: 160 }, { party: 'c', size: 160 }] } },
      parties: { a: { id: 'a', name: 'A', kind: 'department' }, b: { id: 'b', name: 'B', kind: 'platform' }, c: { id: 'c', name: 'C', kind: 'vendor' } },
      nodes: { s: { kind: 'start', id: 's', process: 'p', party: 'a', position: { x: 200, y: 50 } }, x: step('x', 'a', 40), y: step('y', 'b', 200), z: step('z', 'c', 360), t: { kind: 'start', id: 't', process: 'p', party: 'c', position: { x: 200, y: 380 } } },
      flows: {
        f: { id: 'f', process: 'p', from: 's', to: 'x' }, g: { id: 'g', process: 'p', from: 'x', to: 'y' }, h: { id: 'h', process: 'p', from: 't', to: 'z' },
        i: { id: 'i', process: 'p', from: 'y', to: 'x', kind: 'information' }, j: { id: 'j', process: 'p', from: 'y', to: 'z', kind: 'information' },
      },
    };
    const xml = await writeBpmn(model, 'Page');
    expect(xml.match(/<bpmn:participant /g)).toHaveLength(2);
    expect(xml.match(/<bpmn:messageFlow /g)).toHaveLength(1);
    const again = (await read(xml)).model;
    expect(again.processes['p']?.lanes).toEqual(model.processes['p']?.lanes);
    expect(again.parties).toEqual(model.parties);
    expect(Object.values(again.flows).map((flow) => [flow.id, flow.kind]).toSorted((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1))).toEqual([['f', undefined], ['g', undefined], ['h', undefined], ['i', 'information'], ['j', 'information']]);
  });

  it.each(['alone in its pool', 'in a pool with others'])('keeps a department’s own work beside the department inside it, %s', async (where) => {
    const step = (id: string, party: string, y: number): Model['nodes'][string] => ({ kind: 'step', id, process: 'p', party, name: id, position: { x: 400, y } });
    const framed = where !== 'alone in its pool';
    const model: Model = {
      ...emptyModel(),
      processes: { p: { id: 'p', name: 'Page', lanes: [{ party: 'a', size: 120, ownWork: true }, { party: 'b', size: 160 }, ...(framed ? [{ party: 'c', size: 160 }] : [])] } },
      parties: { a: { id: 'a', name: 'A', kind: 'department' }, b: { id: 'b', name: 'B', kind: 'department', parent: 'a' }, ...(framed ? { c: { id: 'c', name: 'C', kind: 'vendor' as const } } : {}) },
      nodes: { s: { kind: 'start', id: 's', process: 'p', party: 'a', position: { x: 300, y: 50 } }, x: step('x', 'a', 30), y: step('y', 'b', 168), ...(framed ? { z: step('z', 'c', 330) } : {}) },
      flows: { f: { id: 'f', process: 'p', from: 's', to: 'x' }, g: { id: 'g', process: 'p', from: 'x', to: 'y' }, ...(framed ? { h: { id: 'h', process: 'p', from: 'y', to: 'z' } } : {}) },
    };
    const again = (await read(await writeBpmn(model, 'Page'))).model;
    expect(again.processes['p']?.lanes).toEqual(model.processes['p']?.lanes);
    expect(again.parties).toEqual(model.parties);
    expect(Object.values(again.nodes).map(({ id, party }) => [id, party])).toEqual(Object.values(model.nodes).map(({ id, party }) => [id, party]));
    expect(again.nodes['y']?.position.y).toBe(168);
  });

  it('writes numbers as BPSim that reads back, costs only when asked', async () => {
    const { model } = await read(fixture('claims.bpmn'));
    const times: Distribution[] = [
      { type: 'lognormal', mean: 60, sd: 30, unit: 'min', provenance: 'estimated' },
      { type: 'gamma', mean: 8, sd: 4, unit: 'h', provenance: 'estimated' },
    ];
    const steps = Object.values(model.nodes).filter((node) => node.kind === 'step');
    steps.forEach((node, index) => {
      const serviceTime = times[index];
      if (serviceTime !== undefined) model.nodes[node.id] = { ...node, serviceTime };
    });
    for (const team of Object.values(model.teams)) model.teams[team.id] = { ...team, capacity: { value: 3 }, costPerHour: { value: 50 } };
    model.demandClasses['demand-start'] = { id: 'demand-start', name: 'Claim', start: 'start', arrivals: { type: 'rate', value: 20, per: 'w' } };
    const again = (await read(await writeBpmn(model, 'Claims'))).model;
    expect(steps.map((node) => again.nodes[node.id])).toMatchObject(times.map((serviceTime) => ({ serviceTime })));
    expect(Object.values(again.teams)).toMatchObject([{ name: 'Claims', capacity: { value: 3 } }]);
    expect(Object.values(again.teams)[0]).not.toHaveProperty('costPerHour');
    expect(again.demandClasses['demand-start']?.arrivals).toMatchObject({ time: { type: 'exponential', mean: 30_240, unit: 's' } });
    expect(Object.values((await read(await writeBpmn(model, 'Claims', { costs: true }))).model.teams)).toMatchObject([{ costPerHour: { value: 50 } }]);
  });

  it('draws each closed sub-process on a sheet of its own', async () => {
    const { model } = await read('<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d"><process id="p"><startEvent id="s"/><subProcess id="sub"><startEvent id="i"/><task id="t"/><sequenceFlow id="g" sourceRef="i" targetRef="t"/></subProcess><sequenceFlow id="f" sourceRef="s" targetRef="sub"/></process></definitions>');
    expect((await writeBpmn(model, 'P')).match(/<bpmndi:BPMNPlane /g)).toHaveLength(2);
  });
});
