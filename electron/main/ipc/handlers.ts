import { app, shell } from 'electron';
import path from 'node:path';
import type { StartFacts } from '../../../shared/contract/channels.ts';
import type { RecentFile } from '../../../shared/contract/files.ts';
import type { Settings } from '../../../shared/contract/settings.ts';
import { succeed } from '../../../shared/language/outcome.ts';
import { withFile } from '../../node/file-failure.ts';
import type { journals } from '../../node/journal.ts';
import type { Stored } from '../../node/stored.ts';
import { templatesIn } from '../../node/templates.ts';
import { askFiles, askPlace } from '../dialogs/dialogs.ts';
import type { ChosenPaths } from '../documents/chosen.ts';
import type { Documents } from '../documents/documents.ts';
import { printOnPaper, printToPdf } from '../printing/pdf.ts';
import type { MainWindow } from '../windows/main-window.ts';
import { applyTheme } from '../windows/theme.ts';
import { readClipboard, writeClipboard } from './clipboard.ts';
import type { Handlers } from './table.ts';

export interface Desk {
  readonly window: () => MainWindow;
  readonly chosen: ChosenPaths;
  readonly documents: Documents;
  readonly journal: ReturnType<typeof journals>;
  readonly journalFolder: string;
  readonly recent: Stored<readonly RecentFile[]>;
  readonly settings: Stored<Settings>;
  /** The files that are waiting for the window; asked once, when the window can take them. */
  readonly begin: () => Promise<Pick<StartFacts, 'opened' | 'failures'>>;
  readonly menuChanged: (change?: { readonly disabled: readonly string[]; readonly checked: readonly string[] }) => void;
}

const documentHandlers = ({ window, documents, chosen, recent }: Desk) => ({
  'document:open': async ({ filters, several }) => documents.openAll(await askFiles(window().window, filters, several)),
  'document:open-recent': async ({ path }) => {
    if (recent.get().some((entry) => entry.path === path)) chosen.add(path);
    const known = chosen.check(path);
    return known.ok ? documents.open(known.value) : known;
  },
  'document:dropped': ({ paths }) => documents.openAll(paths),
  'document:read': ({ path }) => documents.read(path),
  'document:save': ({ path, text, expected }) => documents.save(path, text, expected),
  'document:backups': ({ path }) => documents.backups(path),
  'document:save-as': async ({ suggestedName, filters, text }) => {
    const place = await askPlace(window().window, suggestedName, filters);
    return place === undefined ? succeed({ kind: 'cancelled' }) : documents.saveAs(place, text);
  },
  'export:save': async ({ suggestedName, filters, content }) => {
    const place = await askPlace(window().window, suggestedName, filters);
    return place === undefined ? succeed({ kind: 'cancelled' }) : documents.exportTo(place, content);
  },
  'export:pdf': ({ html, paper, landscape }) => printToPdf(html, paper, landscape),
  'export:print': ({ html, paper, landscape }) => printOnPaper(html, paper, landscape),
  'export:reveal': ({ path }) => {
    const known = chosen.check(path);
    if (known.ok) shell.showItemInFolder(known.value);
  },
  'recent:list': () => recent.get(),
  'recent:forget': ({ path }) => documents.forgetRecent(path),
}) satisfies Partial<Handlers>;

const templateHandlers = () => {
  const templates = templatesIn(path.join(app.getPath('userData'), 'templates'));
  return {
    'template:list': () => withFile('templates', () => templates.list()),
    'template:read': ({ id }) => withFile(id, () => templates.read(id)),
    'template:save': ({ name, text }) => withFile(name, () => templates.save(name, text)),
    'template:remove': ({ id }) => withFile(id, () => templates.remove(id)),
  } satisfies Partial<Handlers>;
};

const journalHandlers = ({ journal, journalFolder }: Desk) => ({
  'journal:append': ({ id, text, fresh }) => withFile(journalFolder, () => journal.append(id, text, fresh)),
  'journal:list': () => withFile(journalFolder, () => journal.list()),
  'journal:set-aside': ({ id }) => withFile(journalFolder, () => journal.setAside(id)),
  'journal:discard': ({ id }) => withFile(journalFolder, () => journal.discard(id)),
}) satisfies Partial<Handlers>;

const windowHandlers = ({ window, settings, menuChanged, begin }: Desk) => ({
  'app:start': async () => ({
    version: app.getVersion(),
    electron: process.versions.electron,
    platform: process.platform,
    systemLanguage: app.getLocale(),
    settings: settings.get(),
    ...(await begin()),
  }),
  'settings:get': () => settings.get(),
  'settings:set': async (change) => {
    const next = { ...settings.get(), ...change } as Settings;
    const kept = await withFile('settings.json', () => settings.set(next));
    applyTheme(next.theme);
    menuChanged();
    return kept.ok ? succeed(next) : kept;
  },
  'window:state': (state) => window().show(state),
  'window:close': () => window().close(),
  'window:full-screen': ({ on }) => window().window.setFullScreen(on),
  'menu:state': (state) => menuChanged(state),
  'clipboard:write': writeClipboard,
  'clipboard:read': readClipboard,
}) satisfies Partial<Handlers>;

/** Everything the window can ask for, in one table; what is missing does not compile. */
export const handlersFor = (desk: Desk): Handlers => ({ ...documentHandlers(desk), ...templateHandlers(), ...journalHandlers(desk), ...windowHandlers(desk) });
