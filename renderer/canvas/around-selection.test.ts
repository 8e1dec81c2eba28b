import { describe, expect, it } from 'vitest';
import { groupAround, noteAbout } from './around-selection.ts';
import { samplePage, viewOf } from './sample-page.ts';

describe('what is made around a selection', () => {
  it('is a group that holds it with room for its name', () => {
    const group = groupAround(viewOf(samplePage()), ['ask', 'check']);
    expect(group).toMatchObject({ kind: 'group', position: { x: 176, y: 8 }, size: { width: 432, height: 288 } });
    expect(groupAround(viewOf(samplePage()), [])).toBeUndefined();
  });

  it('is a note about a node, beside and not upon anything', () => {
    const view = viewOf(samplePage());
    expect(noteAbout(view, 'ask')).toMatchObject({ kind: 'note', about: 'ask', position: { x: 384, y: -40 } });
    expect(noteAbout(view, 'nothing')).toBeUndefined();
  });
});
