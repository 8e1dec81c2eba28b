import type { OwnTemplate } from '../../shared/contract/files.ts';
import { parseDocument } from '../../shared/document/file/parse.ts';
import { serialiseDocument } from '../../shared/document/file/serialise.ts';
import { todayId, type Document } from '../../shared/document/scenarios/document.ts';
import type { Failure } from '../../shared/language/outcome.ts';
import { host } from '../host/host.ts';
import { openDialog } from './edit.ts';
import { openDocument } from './tabs.ts';
import { activeTab, state } from './window-store.ts';

const failed = (failure: Failure): void => openDialog({ kind: 'failure', failure });

/** The person's own templates, by name. */
export async function ownTemplates(): Promise<readonly OwnTemplate[]> {
  const listed = await host().request('template:list', {});
  return listed.ok ? listed.value : [];
}

/** Opens the text of a template as a new document, which is saved nowhere yet. */
export function openTemplate(text: string, name: string): void {
  const parsed = parseDocument(text, name);
  if (!parsed.ok) {
    failed(parsed.failure);
    return;
  }
  const { author } = state().settings;
  const { settings } = parsed.value;
  openDocument({ ...parsed.value, settings: { ...settings, ...(author === '' ? {} : { author }) } }, { name, unsaved: true });
}

export async function openOwnTemplate({ id, name }: OwnTemplate): Promise<void> {
  const read = await host().request('template:read', { id });
  if (read.ok) openTemplate(read.value, name);
  else failed(read.failure);
}

/** What of a document goes into a template: the page and its numbers, not what was said about this one case. */
export function asTemplate({ settings, scenarios, ...document }: Document, title: string): Document {
  const { author: _author, owner: _owner, purpose: _purpose, ...rest } = settings;
  const today = scenarios[todayId];
  return { ...document, settings: { ...rest, title }, scenarios: today === undefined ? {} : { [todayId]: today }, comments: {}, versions: {} };
}

/** Keeps the document in front as a template. True where it was written. */
export async function saveTemplate(name: string): Promise<boolean> {
  const tab = activeTab();
  if (tab === undefined) return false;
  const saved = await host().request('template:save', { name, text: serialiseDocument(asTemplate(tab.history.document, name)) });
  if (!saved.ok) failed(saved.failure);
  return saved.ok;
}

export async function removeTemplate(id: string): Promise<void> {
  const removed = await host().request('template:remove', { id });
  if (!removed.ok) failed(removed.failure);
}
