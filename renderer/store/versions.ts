import { parseDocument } from '../../shared/document/file/parse.ts';
import { differencesInWords, differencesOfModels } from '../../shared/document/scenarios/differences.ts';
import { freshRowId, type Document } from '../../shared/document/scenarios/document.ts';
import type { Message } from '../../shared/language/message.ts';
import type { Backup } from '../../shared/contract/files.ts';
import { host } from '../host/host.ts';
import { command, replaceDocument } from './edit.ts';
import { activeTab, setState, state } from './window-store.ts';
import type { DocumentTab } from './state.ts';

/** A state that a document had: named by the person, or what its file was before it was overwritten. */
export interface Version {
  readonly id: string;
  /** Absent for what was kept by itself. */
  readonly name?: string;
  readonly author?: string;
  /** In ms since 1970; undefined where nobody wrote it down. */
  readonly when: number | undefined;
  /** What has changed since. */
  readonly since: readonly Message[];
  /** Goes back to it; undo comes forward again. False where the document refuses. */
  readonly restore: (as: string) => boolean;
}

function namedVersions(document: Document): readonly Version[] {
  return Object.values(document.versions).map(({ id, name, author, date, model }) => {
    const when = date === undefined ? Number.NaN : Date.parse(date);
    return {
      id, name, ...(author === undefined ? {} : { author }), when: Number.isNaN(when) ? undefined : when,
      since: differencesOfModels(model, document.model),
      restore: () => command({ type: 'version.restore', version: id }),
    };
  });
}

/** Earlier states of the file; one that cannot be read is left out, since there is nothing to go back to. */
function savedVersions(tab: DocumentTab, backups: readonly Backup[]): readonly Version[] {
  return backups.flatMap(({ saved, bytes }): Version[] => {
    const parsed = parseDocument(new TextDecoder().decode(bytes), tab.name);
    if (!parsed.ok) return [];
    const earlier = parsed.value;
    return [{ id: `saved-${saved}`, when: saved, since: differencesInWords(earlier, tab.history.document), restore: (as) => replaceDocument(tab.id, earlier, as) }];
  });
}

/** What the machine keeps of a tab's file besides the file itself. */
export async function backupsOf(tab: DocumentTab): Promise<readonly Backup[]> {
  if (tab.file === undefined) return [];
  const listed = await host().request('document:backups', { path: tab.file.path });
  return listed.ok ? listed.value : [];
}

/** Every state of a document that can be had back, the latest first. */
export const versionsOf = (tab: DocumentTab, backups: readonly Backup[]): readonly Version[] =>
  [...namedVersions(tab.history.document), ...savedVersions(tab, backups)].toSorted((one, other) => (other.when ?? 0) - (one.when ?? 0));

/** Keeps the document as it is now under a name. */
export function keepVersion(name: string): boolean {
  const tab = activeTab();
  if (tab === undefined) return false;
  const { author } = state().settings;
  const id = freshRowId(tab.history.document.versions, 'version');
  return command({ type: 'version.add', version: { id, name, date: new Date().toISOString(), ...(author === '' ? {} : { author }) } });
}

export const forgetVersion = (id: string): boolean => command({ type: 'version.remove', version: id });

/** Goes back to a version, and closes the list of them. */
export function restoreVersion(version: Version, as: string): boolean {
  if (!version.restore(as)) return false;
  setState({ dialog: undefined });
  return true;
}
