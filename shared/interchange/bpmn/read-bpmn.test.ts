import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { laneBands } from '../../document/model/lanes.ts';
import { modelSchema } from '../../document/model/model.ts';
import { referencesOf } from '../../document/model/references.ts';
import { sizeOfNode } from '../../document/model/queries.ts';
import { say } from '../../language/say.ts';
import type { Imported } from '../imported.ts';
import { readBpmn } from './read-bpmn.ts';

const fixture = (name: string): Uint8Array => readFileSync(new URL(`../../../tests/fixtures/bpmn/${name}`, import.meta.url));

async function open(bytes: Uint8Array, name = 'x.bpmn'): Promise<Imported> {
  const outcome = await readBpmn(bytes, name);
  if (!outcome.ok) throw new Error(say(outcome.failure.message));
  return outcome.value;
}
const small = (content: string): Promise<Imported> =>
  open(new TextEncoder().encode(`<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d">${content}</definitions>`));
const said = (imported: Imported, id: string): string[] => imported.report.entries.filter((entry) => entry.message.id === `interchange.${id}`).map((entry) => say(entry.message));

describe('readBpmn on a drawing with pools, nested lanes and diagram', () => {
  let orders: Imported;
  beforeAll(async () => {
    orders = await open(fixture('orders.bpmn'), 'orders.bpmn');
  });

  it('fits the model, with every reference in place', () => {
    expect(modelSchema.safeParse(orders.model).success).toBe(true);
    for (const { target, tables } of referencesOf(orders.model)) expect(tables.some((table) => target in orders.model[table]), target).toBe(true);
    expect(orders).toMatchObject({ needsLayout: false, guessedParties: [], settings: { title: 'Orders' } });
  });

  it('makes parties of pools and lanes, with parents and guessed kinds', () => {
    const { parties, processes } = orders.model;
    expect(Object.values(parties).map(({ id, parent, kind }) => [id, parent, kind])).toEqual([
      ['customer', undefined, 'department'], ['shop', undefined, 'department'], ['sales', 'shop', 'department'], ['desk', 'sales', 'department'],
      ['erp', 'sales', 'platform'], ['stockroom', 'shop', 'department'], ['carrier', undefined, 'vendor'],
    ]);
    expect(processes['collab']?.lanes).toEqual([
      { party: 'customer', size: 60 }, { party: 'shop', size: 160 }, { party: 'sales', size: 160 }, { party: 'desk', size: 150 },
      { party: 'erp', size: 120 }, { party: 'stockroom', size: 150 }, { party: 'carrier', size: 180 },
    ]);
  });

  it('closes the gaps between pools and takes nodes and bends along', () => {
    const { nodes, flows, processes } = orders.model;
    const process = processes['collab'];
    if (process === undefined) throw new Error('no page');
    const bands = new Map(laneBands(orders.model, process).map((band) => [band.party, band]));
    for (const node of Object.values(nodes)) {
      const band = bands.get(node.party ?? '');
      if (band === undefined || node.kind === 'group') continue;
      const middle = node.position.y + sizeOfNode(node).height / 2;
      expect(middle >= band.offset && middle <= band.offset + band.size, node.id).toBe(true);
    }
    const dx = (nodes['check']?.position.x ?? 0) - 300;
    expect(nodes['check']?.position.y).toBe(158 - 120 + 60);
    expect(nodes['drive']?.position.y).toBe(620 - 600 + 480);
    expect(nodes['wrap']?.position).toEqual({ x: 680 + dx, y: 418 - 60 });
    expect(flows['f5']?.waypoints).toEqual([{ x: 475 + dx, y: 80 }, { x: 350 + dx, y: 80 }]);
    expect(flows['m2']?.waypoints).toEqual([{ x: 730 + dx, y: 480 }]);
    expect(Math.min(...Object.values(nodes).map((node) => node.position.x))).toBe(144 + 112 + 112 + 24);
  });

  it('keeps labels raw, documentation, notes, groups, messages and data', () => {
    const { nodes, flows, dataObjects, processes } = orders.model;
    expect(nodes['check']).toMatchObject({ name: 'Check <script>alert(1)</script>', documentation: 'Look at it.', automation: 'assisted' });
    expect(processes['collab']?.documentation).toBe('How the shop works.');
    expect(nodes['note1']).toMatchObject({ kind: 'note', text: 'Ask first', about: 'check' });
    expect(nodes['group1']).toMatchObject({ kind: 'group', name: 'Paperwork' });
    expect(nodes['m1']).toMatchObject({ kind: 'note', party: 'customer', about: 'received', text: '→ Order' });
    expect(flows['m2']).toMatchObject({ kind: 'information', from: 'pack', to: 'called', name: 'Pick-up' });
    expect(Object.values(dataObjects)).toEqual([{ id: 'stock', name: 'Stock list' }]);
    expect(nodes['book']).toMatchObject({ reads: ['stock'], automation: 'automatic' });
  });

  it('reads events, gateways, sub-processes and markers', () => {
    const { nodes, flows } = orders.model;
    expect(nodes['late']).toMatchObject({ kind: 'event', trigger: 'timer', attachedTo: 'check', interrupting: false, wait: { type: 'fixed', value: 36, unit: 'h' } });
    expect(nodes['refused']).toMatchObject({ kind: 'end', terminate: true });
    expect(nodes['pack']).toMatchObject({ kind: 'subprocess', expanded: true });
    expect(nodes['wrap']).toMatchObject({ parent: 'pack', party: 'stockroom', multiInstance: { mode: 'sequence', count: { value: 3 } } });
    expect(flows['f4']).toMatchObject({ otherwise: true });
    expect(flows['f5']).toMatchObject({ rework: true, guessedRework: true });
    expect(Object.values(flows).filter((flow) => flow.rework === true)).toHaveLength(1);
  });

  it('puts a fork behind a step that several flows leave, in free space', () => {
    const { nodes, flows } = orders.model;
    expect(nodes['fork-drive']).toMatchObject({ kind: 'fork', party: 'carrier' });
    expect([flows['c2']?.from, flows['c3']?.from, flows['flow-fork-drive']?.from]).toEqual(['fork-drive', 'fork-drive', 'drive']);
    const spot = nodes['fork-drive']?.position ?? { x: 0, y: 0 };
    expect(spot.y).toBe((nodes['drive']?.position.y ?? 0) + 60 + 6);
  });

  it('makes one team per lane with steps, without inventing numbers', () => {
    const { teams, nodes, demandClasses } = orders.model;
    expect(Object.values(teams)).toEqual([
      { id: 'team-desk', name: 'Desk', party: 'desk' }, { id: 'team-erp', name: 'ERP system', party: 'erp' },
      { id: 'team-stockroom', name: 'Stockroom', party: 'stockroom' }, { id: 'team-carrier', name: 'Parcel carrier', party: 'carrier' },
    ]);
    expect(nodes['check']).toMatchObject({ requirements: [{ anyOf: [{ team: 'team-desk' }] }] });
    expect(nodes['check']).not.toHaveProperty('serviceTime');
    expect(Object.values(demandClasses)).toEqual([
      { id: 'demand-received', name: 'Order received', start: 'received' }, { id: 'demand-called', name: 'Called', start: 'called' },
    ]);
  });

  it('tells what was dropped, mapped and guessed, in both languages', () => {
    expect(said(orders, 'flowWithoutEnd')).toEqual(['Flow "f9" leads to or from "nowhere", which is not in the file, and was left out.']);
    expect(said(orders, 'doubledShapes')).toHaveLength(1);
    expect(said(orders, 'messageToPool')[0]).toContain('"Customer"');
    for (const entry of orders.report.entries) for (const locale of ['en', 'de'] as const) expect(say(entry.message, locale)).not.toMatch(/(?<!\$)\{\w+/);
    const total = Object.values(orders.report.counts).reduce((sum, n) => sum + n, 0);
    expect(total).toBe(orders.report.entries.reduce((sum, entry) => sum + entry.count, 0));
  });
});

describe('readBpmn without a diagram', () => {
  it('asks for a layout and arranges the nodes apart meanwhile', async () => {
    const claims = await open(fixture('claims.bpmn'), 'claims.bpmn');
    expect(claims).toMatchObject({ needsLayout: true, undrawnPages: ['claims'], guessedParties: ['party-claims'] });
    const boxes = Object.values(claims.model.nodes).map((node) => ({ ...node.position, ...sizeOfNode(node) }));
    for (const a of boxes) for (const b of boxes) if (a !== b) expect(a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y).toBe(true);
    expect(said(claims, 'timerWithoutTime')).toHaveLength(1);
  });
});

describe('what BPMN leaves implicit', () => {
  it('starts what nothing leads to, once, and follows links', async () => {
    const { model } = await small(`<process id="p"><task id="a"/><task id="b"/><intermediateThrowEvent id="out"><linkEventDefinition name="L"/></intermediateThrowEvent>
      <intermediateCatchEvent id="in"><linkEventDefinition name="L"/></intermediateCatchEvent><task id="c"/>
      <sequenceFlow id="f" sourceRef="a" targetRef="out"/><sequenceFlow id="g" sourceRef="in" targetRef="c"/></process>`);
    expect(model.flows['link-out']).toMatchObject({ from: 'out', to: 'in' });
    expect(Object.values(model.flows).filter((flow) => flow.from === 'fork-p').map((flow) => flow.to)).toEqual(['a', 'b']);
    expect(model.demandClasses['demand-start-p']).toMatchObject({ start: 'start-p' });
  });

  it('turns conditional flows of a step into "some of", and takes numbers as probabilities', async () => {
    const { model } = await small(`<process id="p"><startEvent id="s"/><task id="a"/><endEvent id="x"/><endEvent id="y"/>
      <sequenceFlow id="f" sourceRef="s" targetRef="a"/><sequenceFlow id="g" sourceRef="a" targetRef="x"><conditionExpression>0.25</conditionExpression></sequenceFlow>
      <sequenceFlow id="h" sourceRef="a" targetRef="y"/></process>`);
    expect(model.nodes['split-a']).toMatchObject({ kind: 'gateway', decides: 'someOf' });
    expect(model.flows['g']).toMatchObject({ from: 'split-a', probability: { value: 0.25 } });
    expect(model.flows['h']).toMatchObject({ probability: { value: 1 } });
  });

  it('splits an inclusive gateway that joins and splits in two', async () => {
    const { model } = await small(`<process id="p"><startEvent id="s"/><startEvent id="t"/><inclusiveGateway id="i"/><endEvent id="x"/><endEvent id="y"/>
      <sequenceFlow id="a" sourceRef="s" targetRef="i"/><sequenceFlow id="b" sourceRef="t" targetRef="i"/><sequenceFlow id="c" sourceRef="i" targetRef="x"/><sequenceFlow id="d" sourceRef="i" targetRef="y"/></process>`);
    expect([model.flows['a']?.to, model.flows['b']?.to, model.flows['flow-join-i']?.to]).toEqual(['join-i', 'join-i', 'i']);
  });

  it('opens a called process inside its call', async () => {
    const { model } = await small(`<process id="p"><startEvent id="s"/><callActivity id="call" calledElement="q"/><sequenceFlow id="a" sourceRef="s" targetRef="call"/></process>
      <process id="q"><task id="inner"/></process>`);
    expect(model.nodes['call']).toMatchObject({ kind: 'subprocess', expanded: false });
    expect(model.nodes['inner']).toMatchObject({ parent: 'call', process: 'p' });
    expect(Object.keys(model.processes)).toEqual(['p']);
  });

  it('keeps lanes inside a sub-process as parties that do its steps', async () => {
    const { model } = await small(`<process id="p"><startEvent id="s"/><subProcess id="sub"><laneSet><lane id="inner" name="Night shift"><flowNodeRef>t</flowNodeRef></lane></laneSet><task id="t"/></subProcess><sequenceFlow id="a" sourceRef="s" targetRef="sub"/></process>`);
    expect(model.nodes['t']).toMatchObject({ party: 'party-p', requirements: [{ anyOf: [{ team: 'team-inner' }] }] });
    expect(model.teams['team-inner']).toMatchObject({ party: 'inner' });
  });

  it('takes named performers as teams', async () => {
    const { model } = await small(`<resource id="r" name="Lawyers"/><process id="p"><startEvent id="s"/><userTask id="t"><potentialOwner><resourceRef>r</resourceRef></potentialOwner></userTask><sequenceFlow id="a" sourceRef="s" targetRef="t"/></process>`);
    expect(model.teams['team-party-p-lawyers']).toMatchObject({ name: 'Lawyers', party: 'party-p' });
  });

  it('ends with a cycle that nothing leaves', async () => {
    const { model } = await small('<process id="p"><task id="a"/><task id="b"/><sequenceFlow id="f" sourceRef="a" targetRef="b"/><sequenceFlow id="g" sourceRef="b" targetRef="a"/></process>');
    expect(model.flows['g']).toMatchObject({ rework: true });
    expect(model.flows['flow-start-p-a']).toBeDefined();
  });

  it('renames a repeated id and says so', async () => {
    const imported = await small('<process id="p"><startEvent id="s"/><task id="s" name="Twice"/></process>');
    expect(Object.values(imported.model.nodes).map((node) => node.kind).toSorted()).toEqual(['start', 'step']);
    expect(said(imported, 'duplicateId')).toHaveLength(1);
  });
});

describe('refusals', () => {
  it.each([
    ['', 'is empty'],
    ['no xml at all', '"bad.bpmn"'],
    ['<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"/>', 'holds no step'],
    ['<definitions/>', 'BPMN namespace'],
    ['<html/>', 'not BPMN'],
  ])('%s', async (text, part) => {
    const outcome = await readBpmn(new TextEncoder().encode(text), 'bad.bpmn');
    expect(outcome.ok).toBe(false);
    if (!outcome.ok) expect(say(outcome.failure.message)).toContain(part);
  });

  it('answers for 20,000 nested-free tasks within a few seconds', async () => {
    const tasks = Array.from({ length: 20_000 }, (_, n) => `<task id="t${n}"/>${n > 0 ? `<sequenceFlow id="f${n}" sourceRef="t${n - 1}" targetRef="t${n}"/>` : ''}`).join('');
    const { model } = await small(`<process id="p">${tasks}</process>`);
    expect(Object.keys(model.nodes)).toHaveLength(20_001);
  });
});
