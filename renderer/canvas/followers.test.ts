import { describe, expect, it } from 'vitest';
import { newNode } from './new-elements.ts';
import { withFollowers } from './followers.ts';
import { after, samplePage, viewOf } from './sample-page.ts';

describe('what comes along with a moved node', () => {
  it('is what stands inside a group, and a note about a step', () => {
    const model = samplePage();
    const group = { ...newNode(model, 'group', 'frame', { process: 'p', position: { x: 180, y: 16 } }), size: { width: 240, height: 120 } };
    const note = { ...newNode(model, 'note', 'remark', { process: 'p', position: { x: 600, y: 16 } }, 'Often late'), about: 'ask' };
    const view = viewOf(after(model, [{ type: 'node.add', node: group }, { type: 'node.add', node: note }]));
    const places = withFollowers(view, new Map([['frame', { x: 280, y: 16 }]]));
    expect(Object.fromEntries(places)).toEqual({ frame: { x: 280, y: 16 }, ask: { x: 300, y: 48 }, remark: { x: 700, y: 16 } });
    // A node that is moved by itself goes where it was put.
    expect(withFollowers(view, new Map([['frame', { x: 280, y: 16 }], ['ask', { x: 0, y: 0 }]])).get('ask')).toEqual({ x: 0, y: 0 });
  });
});
