import { describe, expect, it } from 'vitest';
import { emptyModel } from '../document/model/model.ts';
import { drawDiagram } from './diagram.ts';
import { frictionOverlay, mergePaint, waitOverlay } from './overlays.ts';
import { flatten } from './path.ts';
import { sampleModel } from './sample-model.ts';
import type { GroupShape, Shape, TextShape } from './scene.ts';

const texts = (shapes: readonly Shape[]): readonly string[] => flatten(shapes).filter((shape): shape is TextShape => shape.kind === 'text').map((shape) => shape.lines.map(({ text }) => text).join(' '));
const groups = (shapes: readonly Shape[]): readonly GroupShape[] => shapes.flatMap((shape) => (shape.kind === 'group' ? [shape, ...groups(shape.shapes)] : []));

describe('drawDiagram', () => {
  const model = sampleModel();
  it('draws every lane, node and flow with the id of its element', () => {
    const drawn = new Set(groups(drawDiagram(model, 'change').shapes).map(({ element }) => element));
    for (const id of [...Object.keys(model.nodes), ...Object.keys(model.flows), ...Object.keys(model.parties)]) expect(drawn.has(id), id).toBe(true);
  });
  it('says what it shows, in both languages', () => {
    expect(drawDiagram(model, 'change').description).toBe('6 lanes, 6 steps, 18 connections, 11 handoffs.');
    expect(drawDiagram(model, 'change', {}, { locale: 'de' }).description).toBe('6 Bahnen, 6 Schritte, 18 Verbindungen, 11 Übergaben.');
  });
  it('writes names, owners and shares of branches', () => {
    const written = texts(drawDiagram(model, 'change').shapes);
    for (const words of ['Business', 'Maria Keller', 'no · 70 %', 'yes · 30 %', 'Change in use']) expect(written).toContain(words);
  });
  it('puts a badge on handoffs and on nothing else', () => {
    const badges = groups(drawDiagram(model, 'change').shapes).filter(({ role, element }) => role === 'badge' && element !== undefined).map(({ element }) => element);
    expect(badges).toContain('ask-assess');
    expect(badges).not.toContain('start-ask');
  });
  it('turns flows neutral and prints both halves under the friction overlay', () => {
    const paint = mergePaint(
      frictionOverlay({ 'ask-assess': { share: 0.3, handoff: { share: 0.25, text: '2.3 d' }, load: { share: 0.05, text: '0.5 d' } } }),
      waitOverlay({ assess: { share: 0.12, text: '1.1 d' } }),
    );
    const scene = drawDiagram(model, 'change', paint);
    expect(texts(scene.shapes)).toEqual(expect.arrayContaining(['2.3 d', '0.5 d', '1.1 d', '> 20 %'.replace('> 20 %', 'above 20 %')]));
    const line = flatten(scene.shapes).find((shape) => shape.kind === 'line' && shape.style.width === 6);
    expect(line?.kind === 'line' && line.style.stroke).toBe('neutral');
  });
  it('leaves the legend out, and draws the frame of a proposal', () => {
    const bare = drawDiagram(model, 'change', {}, { legend: false });
    const framed = drawDiagram(model, 'change', {}, { legend: false, proposal: 'Decide daily' });
    expect(groups(bare.shapes).some(({ role }) => role === 'legend')).toBe(false);
    expect(texts(framed.shapes)).toContain('Proposal: Decide daily');
    expect(framed.height).toBeGreaterThan(bare.height);
  });
  it('crops beside the names of small nodes, not through them', () => {
    const long = sampleModel();
    const start = long.nodes['start'];
    if (start?.kind !== 'start') throw new Error('The sample has a start.');
    const width = (name: string): number => drawDiagram({ ...long, nodes: { ...long.nodes, start: { ...start, name } } }, 'change', {}, { selection: ['start'], legend: false }).width;
    expect(width('A customer asks for something')).toBeGreaterThan(width('Ask') + 20);
  });

  it('keeps the lanes that lines of a crop pass through where they are to be followed', () => {
    const lanes = (node: string, followed: boolean): number => (JSON.stringify(drawDiagram(model, 'change', {}, { selection: [node], legend: false, followed })).match(/"role":"lane"/g) ?? []).length;
    expect([lanes('size', false), lanes('size', true)]).toEqual([3, 7]);
  });

  it('crops to a selection with the headers of its lanes', () => {
    const scene = drawDiagram(model, 'change', {}, { selection: ['ask'], legend: false });
    expect(scene.width).toBeLessThan(500);
    expect(texts(scene.shapes)).toContain('Business');
    expect(texts(scene.shapes)).not.toContain('Cloud vendor');
  });
  it('keeps everything inside the picture', () => {
    for (const orientation of ['horizontal', 'vertical'] as const) {
      const scene = drawDiagram(sampleModel(orientation), 'change');
      const page = groups(scene.shapes).find(({ role }) => role === 'process');
      for (const node of groups(scene.shapes).filter(({ role }) => role === 'node')) {
        const x = (node.at?.x ?? 0) + (page?.at?.x ?? 0);
        const y = (node.at?.y ?? 0) + (page?.at?.y ?? 0);
        expect(x).toBeGreaterThan(0);
        expect(y).toBeGreaterThan(0);
        expect(x).toBeLessThan(scene.width);
        expect(y).toBeLessThan(scene.height);
      }
    }
  });
  it('draws an empty page, a missing one and a flow that leads nowhere', () => {
    const bare = emptyModel();
    bare.processes['p'] = { id: 'p', name: 'P', lanes: [] };
    bare.flows['f'] = { id: 'f', process: 'p', from: 'gone', to: 'lost' };
    expect(texts(drawDiagram(bare, 'p').shapes)).toContain('Nothing is drawn yet');
    expect(drawDiagram(bare, 'none').shapes).not.toHaveLength(0);
  });
  it('draws the inside of a sub-process', () => {
    const inside = { ...model, nodes: { ...model.nodes, inner: { kind: 'step' as const, id: 'inner', process: 'change', parent: 'deploy', name: 'Switch over', position: { x: 40, y: 40 } } } };
    expect(texts(drawDiagram(inside, 'change').shapes)).not.toContain('Switch over');
    const scene = drawDiagram(inside, 'change', {}, { within: 'deploy' });
    expect(texts(scene.shapes)).toContain('Switch over');
    expect(scene.title).toBe('Deploy');
  });
});
