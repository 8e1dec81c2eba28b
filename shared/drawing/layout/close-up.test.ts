import { expect, it } from 'vitest';
import { laneBands } from '../../document/model/lanes.ts';
import { parseDocument } from '../../document/file/parse.ts';
import type { Model } from '../../document/model/model.ts';
import { isHandoff } from '../../document/model/queries.ts';
import { examples } from '../../examples/examples.ts';
import { drawDiagram } from '../diagram.ts';
import { sampleModel } from '../sample-model.ts';
import { overlaps } from '../scene.ts';
import { closedUp } from './close-up.ts';
import { badgeSize } from './label-size.ts';
import { boxOfNode, isAttached } from './node-box.ts';
import { pageOf } from './page.ts';
import { boxAround } from './place-on-line.ts';
import { planPage } from './plan.ts';

/** The sample without the frame around some of its nodes. */
function plain(): Model {
  const model = sampleModel();
  delete model.nodes['group'];
  return model;
}

const boxes = (model: Model) => Object.values(model.nodes).filter((node) => !isAttached(node)).map((node) => ({ id: node.id, box: boxOfNode(node) }));

/** The same with short names, which narrow steps hold. */
function short(): Model {
  const model = plain();
  return { ...model, nodes: Object.fromEntries(Object.entries(model.nodes).map(([id, node]) => [id, node.kind === 'step' || node.kind === 'subprocess' ? { ...node, name: 'Do it' } : node])) };
}

it('takes less room for the same page, its words as large as before', () => {
  const [before, after] = [drawDiagram(short(), 'change'), drawDiagram(closedUp(short(), 'change'), 'change')];
  expect(after.width).toBeLessThan(before.width * 0.85);
  expect(after.height).toBeLessThan(before.height * 0.92);
});

it('keeps nodes apart, in their lanes and in their order', () => {
  const before = boxes(plain());
  const model = closedUp(plain(), 'change');
  const after = new Map(boxes(model).map(({ id, box }) => [id, box]));
  const process = model.processes['change'];
  const bands = process === undefined ? [] : laneBands(model, process);
  for (const { id, box } of before) {
    const now = after.get(id);
    const band = bands.find(({ party }) => party === model.nodes[id]?.party);
    if (now === undefined) throw new Error(id);
    if (band !== undefined) expect([id, now.y >= band.offset && now.y + now.height <= band.offset + band.own]).toEqual([id, true]);
    for (const other of before) {
      const place = after.get(other.id);
      if (other.id === id || place === undefined) continue;
      if (!overlaps(box, other.box)) expect([id, other.id, overlaps(now, place)]).toEqual([id, other.id, false]);
      if (box.x + box.width < other.box.x) expect(now.x).toBeLessThan(place.x);
    }
  }
});

it('draws steps of short names lower where asked, and of long ones as high as they need', () => {
  const heights = (model: Model): readonly number[] => [...new Set(Object.values(closedUp(model, 'change', 'en', { low: true }).nodes).flatMap((node) => (node.kind === 'step' ? [boxOfNode(node).height] : [])))];
  expect(heights(short())).toEqual([48]);
  const model = short();
  const step = model.nodes['build'];
  if (step?.kind === 'step') model.nodes['build'] = { ...step, name: 'Build it, then test it with all the people who will have to use it' };
  expect(heights(model)).toEqual([64]);
});

/** Steps one after the other, each in the lane of the number given. */
function stair(lanes: readonly number[]): Model {
  const model = short();
  const process = model.processes['change'];
  const bands = process === undefined ? [] : laneBands(model, process).filter(({ own }) => own > 0);
  model.nodes = Object.fromEntries(lanes.map((lane, at) => [
    `s${at}`, { id: `s${at}`, kind: 'step' as const, process: 'change', party: bands[lane]?.party ?? '', name: 'Do it', position: { x: 200 + at * 224, y: (bands[lane]?.offset ?? 0) + 20 } },
  ]));
  model.flows = Object.fromEntries(lanes.slice(1).map((_, at) => [`f${at}`, { id: `f${at}`, process: 'change', from: `s${at}`, to: `s${at + 1}` }]));
  return model;
}

it('lets a stair stand closer where asked, but leaves room for pills that meet at one border', () => {
  const steps = (model: Model, staggered: boolean): readonly number[] => {
    const { nodes } = closedUp(model, 'change', 'en', { staggered });
    return ['s1', 's2'].map((id, at) => (nodes[id]?.position.x ?? 0) - (nodes[`s${at}`]?.position.x ?? 0));
  };
  expect(steps(stair([0, 1, 2]), false)).toEqual([138, 138]);
  expect(steps(stair([0, 1, 2]), true)).toEqual([70, 70]);
  // Down and up again over the same border.
  expect(steps(stair([0, 1, 0]), true)).toEqual([138, 138]);
});

it.each(examples.map(({ id, text }) => [id, text] as const))('keeps all pills of %s apart, however closely it is drawn', (id, text) => {
  const parsed = parseDocument(text, id);
  if (!parsed.ok) throw new Error(parsed.failure.code);
  const [page = ''] = Object.keys(parsed.value.model.processes);
  for (const way of [{}, { staggered: true }, { staggered: true, low: true }]) {
    const model = closedUp(parsed.value.model, page, 'en', way);
    const process = model.processes[page];
    if (process === undefined) throw new Error('An example has a process.');
    const flows = Object.fromEntries(Object.values(model.flows).filter((flow) => isHandoff(model, flow)).map(({ id: flow }) => [flow, { badge: { numbers: { handoff: '8.3 h', load: '72 min' } } }]));
    const pills = planPage(model, pageOf(model, process), { paint: { flows } }).flows.flatMap(({ flow, badge, badgeAt }) => (badge && badgeAt ? [{ flow: flow.id, box: boxAround(badgeAt, badgeSize(badge), 0) }] : []));
    expect(pills.length).toBeGreaterThan(3);
    expect(pills.flatMap((a, at) => pills.slice(at + 1).filter((b) => overlaps(a.box, b.box)).map((b) => [a.flow, b.flow]))).toEqual([]);
  }
});

it('leaves room for the longest label where several flows run between two neighbours', () => {
  const model = stair([0, 0]);
  const apart = (flows: Model['flows']): number => {
    const { nodes } = closedUp({ ...model, flows }, 'change');
    return (nodes['s1']?.position.x ?? 0) - (nodes['s0']?.position.x ?? 0);
  };
  const named = { id: 'a', process: 'change', from: 's0', to: 's1', name: 'refused' };
  const plainOne = { id: 'b', process: 'change', from: 's0', to: 's1' };
  expect(apart({ b: plainOne })).toBe(138);
  expect(apart({ a: named })).toBeGreaterThan(150);
  expect(apart({ a: named, b: plainOne })).toBe(apart({ a: named }));
});

it('leaves what sits on a border there', () => {
  const model = closedUp(plain(), 'change');
  const [event, host] = [model.nodes['late'], model.nodes['prepare']];
  if (event === undefined || host === undefined) throw new Error('The sample has both.');
  expect(overlaps(boxOfNode(event), boxOfNode(host))).toBe(true);
  expect(boxOfNode(event).y + boxOfNode(event).height).toBeGreaterThan(boxOfNode(host).y + boxOfNode(host).height);
});

it('makes steps no narrower than their words', () => {
  const model = short();
  const step = model.nodes['build'];
  if (step?.kind === 'step') model.nodes['build'] = { ...step, name: 'Sicherheitsfragebogen auswerten' };
  const width = (given: Model): number => boxOfNode(closedUp(given, 'change').nodes['build'] ?? sampleModel().nodes['build'] as never).width;
  expect([width(short()), width(model)]).toEqual([104, 160]);
});

it('returns a page with frames, upright or folded lanes as it is', () => {
  for (const model of [sampleModel(), sampleModel('vertical')]) expect(closedUp(model, 'change')).toBe(model);
  const folded = plain();
  const process = folded.processes['change'];
  if (process !== undefined) folded.processes['change'] = { ...process, lanes: process.lanes.map((lane, at) => (at === 0 ? { ...lane, collapsed: true } : lane)) };
  expect(closedUp(folded, 'change')).toBe(folded);
});
