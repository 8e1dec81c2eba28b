import { channels, type Answer, type ChannelName, type EventName, type Events, type Payload } from '../../shared/contract/channels.ts';
import type { Backup, Filters, Journal, OpenedFile, RecentFile, Stamp } from '../../shared/contract/files.ts';
import { settingsFrom, type Settings } from '../../shared/contract/settings.ts';
import { message } from '../../shared/language/message.ts';
import { fail, succeed } from '../../shared/language/outcome.ts';
import { download, pickFiles, sha256 } from './browser-files.ts';
import type { Host } from './host.ts';

type Handlers = { readonly [Name in ChannelName]: (payload: Payload<Name>) => Promise<Answer<Name>> };

/** What the twin needs of its surroundings; tests bring their own. */
export interface MemorySurroundings {
  readonly pick: (filters: Filters, several: boolean) => Promise<readonly File[]>;
  readonly download: (name: string, content: string | Uint8Array) => void;
  readonly store: Pick<Storage, 'getItem' | 'setItem'>;
}

const settingsKey = 'crossflow.settings';
const journalKey = 'crossflow.journal';
const templateKey = 'crossflow.templates';

/**
 * The desktop's twin for a plain browser: files live in memory under `memory:/name`, a first save also goes to the
 * downloads, settings and journal stay in the browser's own storage.
 */
export function memoryHost(around: MemorySurroundings = { pick: pickFiles, download, store: localStorage }): Host {
  const files = new Map<string, OpenedFile>();
  const recent: RecentFile[] = [];
  const backups = new Map<string, readonly Backup[]>();
  const readStore = <T>(key: string, read: (value: unknown) => T): T => {
    try {
      return read(JSON.parse(around.store.getItem(key) ?? 'null'));
    } catch {
      return read(null);
    }
  };
  let settings: Settings = readStore(settingsKey, settingsFrom);
  let copied = { text: '', html: '' };
  const journals = new Map<string, Journal>(readStore(journalKey, (value) => (Array.isArray(value) ? (value as [string, Journal][]) : [])));
  type Kept = { readonly name: string; readonly text: string };
  const templates = new Map<string, Kept>(readStore(templateKey, (value) => (Array.isArray(value) ? (value as [string, Kept][]) : [])));
  const setAside = new Set<string>();
  const keepJournals = (): void => around.store.setItem(journalKey, JSON.stringify([...journals]));

  const stampOf = async (bytes: Uint8Array): Promise<Stamp> => ({ modified: Date.now(), size: bytes.length, hash: await sha256(bytes) });
  const keep = async (name: string, bytes: Uint8Array): Promise<OpenedFile> => {
    const file: OpenedFile = { path: `memory:/${name}`, name, bytes, stamp: await stampOf(bytes), companions: [] };
    files.set(file.path, file);
    recent.splice(0, recent.length, { path: file.path, name, opened: Date.now() }, ...recent.filter((other) => other.path !== file.path).slice(0, 9));
    return file;
  };
  const takeIn = async (picked: readonly File[]): Promise<readonly OpenedFile[]> => {
    const stems = new Map<string, File>(picked.filter((file) => file.name.endsWith('.json')).map((file) => [file.name.replace(/\.json$/, ''), file]));
    const main = picked.some((file) => !file.name.endsWith('.json')) ? picked.filter((file) => !file.name.endsWith('.json')) : picked;
    return Promise.all(
      main.map(async (file) => {
        const opened = await keep(file.name, new Uint8Array(await file.arrayBuffer()));
        const beside = stems.get(file.name.replace(/\.[^.]+$/, ''));
        if (beside === undefined || beside === file) return opened;
        return { ...opened, companions: [{ name: beside.name, bytes: new Uint8Array(await beside.arrayBuffer()) }] };
      }),
    );
  };
  const read = (path: string): Answer<'document:read'> => {
    const file = files.get(path);
    return file === undefined ? fail('file.gone', message('window.fileGone', { file: path }), { file: path }) : succeed(file);
  };

  const handlers: Handlers = {
    'app:start': async () => ({
      version: 'preview', electron: '', platform: 'browser', systemLanguage: navigator.language, settings, opened: [], failures: [],
    }),
    'document:open': async ({ filters, several }) => succeed(await takeIn(await around.pick(filters, several))),
    'document:open-recent': async ({ path }) => read(path),
    'document:dropped': async () => succeed([]),
    'document:read': async ({ path }) => read(path),
    'document:save': async ({ path, text, expected }) => {
      const old = files.get(path);
      if (old !== undefined && old.stamp.hash !== expected.hash) return succeed({ kind: 'changed', theirs: old });
      if (old !== undefined) backups.set(path, [{ saved: old.stamp.modified, bytes: old.bytes }, ...(backups.get(path) ?? [])]);
      const { stamp, name } = await keep(old?.name ?? path.replace(/^memory:\//, ''), new TextEncoder().encode(text));
      return succeed({ kind: 'saved', path, name, stamp });
    },
    'document:save-as': async ({ suggestedName, text }) => {
      const { path, name, stamp } = await keep(suggestedName, new TextEncoder().encode(text));
      around.download(name, text);
      return succeed({ kind: 'saved', path, name, stamp });
    },
    'document:backups': async ({ path }) => succeed(backups.get(path) ?? []),
    'export:save': async ({ suggestedName, content }) => {
      around.download(suggestedName, content);
      return succeed({ kind: 'saved', path: `memory:/${suggestedName}`, name: suggestedName });
    },
    'export:pdf': async () => fail('host.noPrinter', message('window.previewNoPdf')),
    'export:print': async () => fail('host.noPrinter', message('window.previewNoPdf')),
    'export:reveal': async () => undefined,
    'template:list': async () => succeed([...templates].map(([id, { name }]) => ({ id, name }))),
    'template:read': async ({ id }) => succeed(templates.get(id)?.text ?? ''),
    'template:save': async ({ name, text }) => {
      const id = [...templates].find(([, one]) => one.name === name)?.[0] ?? `template-${templates.size + 1}`;
      templates.set(id, { name, text });
      around.store.setItem(templateKey, JSON.stringify([...templates]));
      return succeed({ id, name });
    },
    'template:remove': async ({ id }) => {
      templates.delete(id);
      around.store.setItem(templateKey, JSON.stringify([...templates]));
      return succeed(undefined);
    },
    'journal:append': async ({ id, text, fresh }) => {
      const before = fresh ? '' : (journals.get(id)?.text ?? '');
      journals.set(id, { id, text: before + text, modified: Date.now() });
      keepJournals();
      return succeed(undefined);
    },
    'journal:list': async () => succeed([...journals.values()].filter(({ id }) => !setAside.has(id))),
    'journal:set-aside': async ({ id }) => {
      setAside.add(id);
      return succeed(`memory:/${id}.journal`);
    },
    'journal:discard': async ({ id }) => {
      journals.delete(id);
      keepJournals();
      return succeed(undefined);
    },
    'recent:list': async () => recent,
    'recent:forget': async ({ path }) => recent.filter((file) => file.path !== path),
    'settings:get': async () => settings,
    'settings:set': async (change) => {
      settings = settingsFrom({ ...settings, ...change });
      around.store.setItem(settingsKey, JSON.stringify(settings));
      return succeed(settings);
    },
    'window:state': async ({ title }) => {
      document.title = title;
    },
    'window:close': async () => undefined,
    'window:full-screen': async ({ on }) => {
      if (on) await document.documentElement.requestFullscreen();
      else if (document.fullscreenElement !== null) await document.exitFullscreen();
    },
    'menu:state': async () => undefined,
    // A browser strips rich text of what it does not know: what it holds for others is the plain text.
    'clipboard:write': async ({ text, html = '' }) => {
      copied = { text, html };
      await navigator.clipboard.writeText(text);
    },
    'clipboard:read': async () => {
      const text = await navigator.clipboard.readText();
      return { text, html: text === copied.text ? copied.html : '' };
    },
  };

  return {
    request: async <Name extends ChannelName>(channel: Name, payload: Payload<Name>): Promise<Answer<Name>> => {
      const parsed = channels[channel].payload.parse(payload) as Payload<Name>;
      return handlers[channel](parsed);
    },
    openDropped: async (dropped) => succeed(await takeIn(dropped.filter((file) => file instanceof File))),
    on: <Name extends EventName>(_event: Name, _listener: (payload: Events[Name]) => void) => () => undefined,
  };
}
