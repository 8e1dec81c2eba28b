import { expect, it } from 'vitest';
import { sampleDocument } from '../../shared/document/testing/sample.ts';
import { ownTemplates, openOwnTemplate, openTemplate, removeTemplate, saveTemplate, asTemplate } from './templates.ts';
import { openDocument } from './tabs.ts';
import { activeTab, state } from './window-store.ts';

it('keeps the page and its numbers, and nothing that was said about this one case', () => {
  const sample = sampleDocument();
  const document = { ...sample, settings: { ...sample.settings, author: 'A', owner: 'B', purpose: 'C' }, comments: { 'comment-1': { id: 'comment-1', text: 'Private' } } };
  const made = asTemplate(document, 'Change');
  expect(made.model).toEqual(document.model);
  expect(made.settings.title).toBe('Change');
  expect(Object.keys(made.scenarios)).toEqual(['today']);
  expect(JSON.stringify([made.settings, made.comments, made.versions])).not.toMatch(/Private|"A"|"B"|"C"/);
});

it('is written, listed, opened as a new document and removed', async () => {
  openDocument(sampleDocument(), { name: 'Sample' });
  expect(await saveTemplate('Our change')).toBe(true);
  const [own] = await ownTemplates();
  if (own === undefined) throw new Error('not listed');
  await openOwnTemplate(own);
  expect(activeTab()).toMatchObject({ name: 'Our change', history: { saved: undefined } });
  await removeTemplate(own.id);
  expect(await ownTemplates()).toEqual([]);
});

it('says what is wrong with a template that cannot be read', () => {
  openTemplate('{', 'Broken');
  expect(state().dialog?.kind).toBe('failure');
});
