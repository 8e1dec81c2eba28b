import { describe, expect, it } from 'vitest';
import { emptyModel } from '../../shared/document/model/model.ts';
import { paste, readSnippet, snippetOf, writeSnippet } from './clipboard.ts';
import { laneOperations } from './new-elements.ts';
import { after, partyNamed, samplePage, viewOf } from './sample-page.ts';

describe('copy and paste', () => {
  it('brings nodes and the flow between them back under new ids', () => {
    const model = samplePage();
    const snippet = snippetOf(viewOf(model), ['ask', 'check']);
    const read = snippet && readSnippet(writeSnippet(snippet));
    if (read === undefined) throw new Error('nothing copied');
    const { operations, made } = paste(viewOf(model), read, { x: 24, y: 24 });
    const later = after(model, operations);
    expect(Object.keys(later.nodes)).toHaveLength(4);
    expect(Object.values(later.flows)).toHaveLength(2);
    expect(made.map((id) => later.nodes[id]?.name)).toEqual(['Ask', 'Check']);
    expect(later.nodes[made[0] ?? '']?.position).toEqual({ x: 224, y: 72 });
  });

  it('finds the lane of the same name in another document, and leaves unknown teams out', () => {
    const model = samplePage();
    const snippet = snippetOf(viewOf(model), ['ask', 'check']);
    const blank = { ...emptyModel(), processes: { q: { id: 'q', name: 'Other', lanes: [] } } };
    const other = after(blank, laneOperations(blank, 'q', ['IT']));
    if (snippet === undefined) throw new Error('nothing copied');
    const later = after(other, paste(viewOf(other), snippet, { x: 0, y: 0 }).operations);
    const [ask, check] = Object.values(later.nodes);
    expect(ask?.party).toBeUndefined();
    expect(check?.party).toBe(partyNamed(other, 'IT'));
  });

  it('is not taken in by other text', () => {
    expect(readSnippet('crossflow-elements')).toBeUndefined();
    expect(readSnippet('{"kind":"crossflow-elements"}')).toBeUndefined();
  });
});
