import { beforeEach, expect, it } from 'vitest';
import { sampleDocument } from '../../shared/document/testing/sample.ts';
import { addComment, commentsOn, markDone, openComments, removeComment } from './comments.ts';
import { undo } from './edit.ts';
import { openDocument } from './tabs.ts';
import { activeTab, setState, state } from './window-store.ts';

const document = () => activeTab()?.history.document ?? sampleDocument();
const texts = (element?: string) => commentsOn(document(), element).map(({ text }) => text);

beforeEach(() => {
  openDocument({ ...sampleDocument(), comments: {} }, { name: 'Sample' });
  setState({ settings: { ...state().settings, author: 'Ada' } });
});

it('stand on an element or on the document, with who and when; what is done comes last', () => {
  addComment('Who checks this?', 'build');
  addComment('For the board', undefined);
  addComment('Is it two hours?', 'build');
  expect(commentsOn(document())[0]).toMatchObject({ author: 'Ada', date: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) as unknown });
  expect(texts('build')).toHaveLength(2);
  expect([...openComments(document())]).toEqual([['build', 2]]);
  const first = commentsOn(document(), 'build')[0];
  markDone(first?.id ?? '', true);
  expect(texts().at(-1)).toBe(first?.text);
  expect([...openComments(document())]).toEqual([['build', 1]]);
  markDone(first?.id ?? '', false);
  expect([...openComments(document())]).toEqual([['build', 2]]);
});

it('can be taken back like any edit', () => {
  addComment('Once', 'build');
  removeComment(commentsOn(document())[0]?.id ?? '');
  expect(texts()).toEqual([]);
  undo();
  expect(texts()).toEqual(['Once']);
  undo();
  expect(texts()).toEqual([]);
});
