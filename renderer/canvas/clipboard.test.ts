import { describe, expect, it } from 'vitest';
import { emptyModel } from '../../shared/document/model/model.ts';
import { copyOf, elementsIn, paste } from './clipboard.ts';
import { laneOperations } from './new-elements.ts';
import { pasteLines, stepsIn } from './paste-lines.ts';
import { after, partyNamed, samplePage, viewOf } from './sample-page.ts';

const copied = (ids: readonly string[], model = samplePage()) => {
  const copy = copyOf(viewOf(model), ids);
  const fragment = copy === undefined ? undefined : elementsIn(`<html><body><!--StartFragment-->${copy.html}</body></html>`);
  if (copy === undefined || fragment === undefined) throw new Error('Nothing was copied');
  return { copy, fragment };
};

describe('copy and paste', () => {
  it('brings nodes and the flow between them back under new ids, beside what is there', () => {
    const model = samplePage();
    const { fragment } = copied(['ask', 'check'], model);
    const first = paste(viewOf(model), fragment);
    const later = after(model, first.operations);
    expect(Object.keys(later.nodes)).toHaveLength(4);
    expect(Object.values(later.flows)).toHaveLength(2);
    expect(first.made.map((id) => later.nodes[id]?.name)).toEqual(['Ask', 'Check']);
    expect(later.nodes[first.made[0] ?? '']?.position).toEqual({ x: 224, y: 72 });
    // Once more: not upon the first.
    const second = paste(viewOf(later), fragment);
    expect(after(later, second.operations).nodes[second.made[0] ?? '']?.position).toEqual({ x: 248, y: 96 });
  });

  it('says names and lanes to other programs, line by line, and nothing for what has no name', () => {
    const { copy } = copied(['check', 'ask']);
    expect(copy.text).toBe('Ask\tBusiness\nCheck\tIT');
    expect(copy.html).toContain('<td>Ask</td><td>Business</td>');
    expect(copyOf(viewOf(samplePage()), ['f'])).toBeUndefined();
  });

  it('copies what stands in a chosen lane', () => {
    const model = samplePage();
    expect(copied([partyNamed(model, 'IT')], model).copy.text).toBe('Check\tIT');
  });

  it('uses the lane of the same name in another document, and brings the others along', () => {
    const { fragment } = copied(['ask', 'check']);
    const blank = { ...emptyModel(), processes: { q: { id: 'q', name: 'Other', lanes: [] } } };
    const other = after(blank, laneOperations(blank, 'q', ['IT']));
    const { operations, made } = paste(viewOf(other), fragment);
    const later = after(other, operations);
    expect(later.nodes[made[1] ?? '']?.party).toBe(partyNamed(other, 'IT'));
    expect(later.processes['q']?.lanes.map(({ party }) => later.parties[party]?.name)).toEqual(['IT', 'Business']);
    // What stood in the second lane stands in the first one here.
    expect(later.nodes[made[1] ?? '']?.position.y).toBeLessThan(160);
  });

  it('is not taken in by other text', () => {
    expect(elementsIn('<p>data-crossflow</p>')).toBeUndefined();
    expect(elementsIn('<table data-crossflow="{&quot;format&quot;:1}"></table>')).toBeUndefined();
    expect(elementsIn('<table data-crossflow="nonsense"></table>')).toBeUndefined();
  });
});

describe('pasted lines', () => {
  it('are steps without their bullets, in the lane that a second column names', () => {
    expect(stepsIn('- Ask\r\n\r\n2) Check\tIT\n• Sign\tSomewhere\nBuild @IT', ['Business', 'IT'])).toEqual(['Ask', 'Check @IT', 'Sign', 'Build @IT']);
  });

  it('are joined one to the next, after the chosen step', () => {
    const model = samplePage();
    const { operations, made } = pasteLines(viewOf(model), ['Test @IT', 'Release'], 'check');
    const later = after(model, operations);
    expect(made.map((id) => [later.nodes[id]?.name, later.parties[later.nodes[id]?.party ?? '']?.name])).toEqual([['Test', 'IT'], ['Release', 'IT']]);
    expect(Object.values(later.flows).filter((flow) => made.includes(flow.to)).map((flow) => flow.from)).toEqual(['check', made[0]]);
    const [test, release] = made.map((id) => later.nodes[id]?.position.x ?? 0);
    expect(release).toBeGreaterThanOrEqual((test ?? 0) + 160);
  });
});
