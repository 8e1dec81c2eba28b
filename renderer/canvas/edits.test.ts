import { describe, expect, it } from 'vitest';
import { align, appendTo, connect, distribute, dropNodes, freePlace, makeRoom, placeAfter, remove } from './edits.ts';
import { after, partyNamed, samplePage, viewOf } from './sample-page.ts';

describe('dropping nodes', () => {
  it('gives a step the lane it lands in, and its work to that lane\'s team', () => {
    const model = samplePage();
    const moved = after(model, dropNodes(viewOf(model), new Map([['ask', { x: 200, y: 208 }]])));
    expect(moved.nodes['ask']?.party).toBe(partyNamed(model, 'IT'));
    const node = moved.nodes['ask'];
    const team = node?.kind === 'step' ? node.requirements?.[0]?.anyOf[0]?.team : undefined;
    expect(moved.teams[team ?? '']?.name).toBe('IT');
  });

  it('leaves work with a team that was lent', () => {
    const model = samplePage();
    const lent = after(model, [{ type: 'node.edit', node: 'ask', set: { requirements: [{ anyOf: [{ team: Object.values(model.teams).find((team) => team.name === 'Cloud vendor')?.id ?? '' }] }] } }]);
    expect(dropNodes(viewOf(lent), new Map([['ask', { x: 200, y: 208 }]])).map(({ type }) => type)).toEqual(['node.move']);
  });

  it('moves a node of a folded lane along the lane only, and puts one that comes in into its middle', () => {
    const model = samplePage();
    const it = partyNamed(model, 'IT');
    const folded = after(model, [{ type: 'lane.collapse', process: 'p', party: it, collapsed: true }]);
    const view = viewOf(folded);
    const shown = view.boxes.get('check');
    if (shown === undefined) throw new Error('not shown');
    const along = after(folded, dropNodes(view, new Map([['check', { x: shown.x + 40, y: shown.y + 4 }]])));
    expect(along.nodes['check']?.position).toEqual({ x: 464, y: 208 });
    const into = after(folded, dropNodes(view, new Map([['ask', { x: 200, y: 150 }]])));
    expect(into.nodes['ask']).toMatchObject({ party: it, position: { x: 200, y: 208 } });
    const out = after(folded, dropNodes(view, new Map([['check', { x: shown.x, y: 66 }]])));
    expect(out.nodes['check']).toMatchObject({ party: partyNamed(model, 'Business'), position: { x: 424, y: 48 } });
  });

  it('is nothing where nothing moved', () => {
    expect(dropNodes(viewOf(samplePage()), new Map([['ask', { x: 200, y: 48 }]]))).toEqual([]);
  });
});

describe('finding a place', () => {
  it('stands beside the node before it, and goes on where that is taken', () => {
    const model = samplePage();
    const view = viewOf(model);
    const ask = model.nodes['ask'];
    if (ask === undefined) throw new Error('no node');
    expect(placeAfter(view, ask, 'step')).toEqual({ x: 424, y: 48 });
    expect(freePlace(view, { x: 210, y: 48 }, { width: 160, height: 64 }).x).toBeGreaterThanOrEqual(384);
  });

  it('wishes another lane at the same place along the page', () => {
    const model = samplePage();
    const ask = model.nodes['ask'];
    if (ask === undefined) throw new Error('no node');
    expect(placeAfter(viewOf(model), ask, 'step', partyNamed(model, 'Cloud vendor'))).toEqual({ x: 424, y: 368 });
  });
});

describe('edits of several at once', () => {
  it('lines up left edges and distributes gaps', () => {
    const model = samplePage();
    const aligned = after(model, align(viewOf(model), ['ask', 'check'], 'left'));
    expect(aligned.nodes['check']?.position.x).toBe(200);
    const { operations } = appendTo(viewOf(model), model.nodes['check'] ?? (() => { throw new Error('no node'); })(), 'end', { x: 900, y: 240 });
    const three = after(model, operations);
    const spread = after(three, distribute(viewOf(three), ['ask', 'check', 'end-1'], 'x'));
    const gap = (spread.nodes['check']?.position.x ?? 0) - 360;
    expect((spread.nodes['end-1']?.position.x ?? 0) - (spread.nodes['check']?.position.x ?? 0) - 160).toBe(gap);
  });

  it('makes room beyond a line only', () => {
    const model = samplePage();
    const roomy = after(model, makeRoom(viewOf(model), 'x', 400, 80));
    expect(roomy.nodes['ask']?.position.x).toBe(200);
    expect(roomy.nodes['check']?.position.x).toBe(504);
  });

  it('does not join what is joined, nor a node to itself', () => {
    const view = viewOf(samplePage());
    expect(connect(view, 'ask', 'check')).toBeUndefined();
    expect(connect(view, 'ask', 'ask')).toBeUndefined();
    expect(connect(view, 'check', 'ask')?.type).toBe('flow.connect');
  });

  it('removes a node with its flows once, and a lane with what is in it', () => {
    const model = samplePage();
    expect(remove(viewOf(model), ['ask', 'f']).map(({ type }) => type)).toEqual(['node.remove']);
    const gone = after(model, remove(viewOf(model), [partyNamed(model, 'IT')]));
    expect(Object.keys(gone.nodes)).toEqual(['ask']);
  });
});
