import { app, type WebContents } from 'electron';
import path from 'node:path';
import type { EventName, Events } from '../../shared/contract/channels.ts';
import { settingsFrom } from '../../shared/contract/settings.ts';
import type { Locale } from '../../shared/language/say.ts';
import { journals } from '../node/journal.ts';
import { recentFrom } from '../node/recent.ts';
import { stored } from '../node/stored.ts';
import { chosenPaths } from './documents/chosen.ts';
import { documents } from './documents/documents.ts';
import { handlersFor } from './ipc/handlers.ts';
import { answerAll, tell } from './ipc/table.ts';
import { showMenu } from './menu/menu.ts';
import type { MainWindow } from './windows/main-window.ts';

export interface Start {
  /** Where the program keeps what is the person's own. */
  readonly folder: string;
  readonly window: () => MainWindow | undefined;
  readonly page: () => WebContents | undefined;
  readonly openWindow: () => void;
  /** Files that were named before the window could take them; emptied by the window's first question. */
  readonly waiting: string[];
}

/**
 * Everything that answers the page: files, journal, settings, menu. It weighs much more than the window itself, so it is
 * read while the page draws its first frame; the page's requests wait for it.
 */
export const openDesk = async ({ folder, window, page, openWindow, waiting }: Start) => {
  const [settings, recent] = await Promise.all([
    stored(path.join(folder, 'settings.json'), settingsFrom),
    stored(path.join(folder, 'recent.json'), recentFrom),
  ]);
  const toWindow = <Name extends EventName>(name: Name, payload: Events[Name]): void => {
    const target = page();
    if (target) tell(target, name, payload);
  };

  let menuState: { readonly disabled: readonly string[]; readonly checked: readonly string[] } = { disabled: [], checked: [] };
  const locale = (): Locale => {
    const { language } = settings.get();
    if (language !== 'system') return language;
    return app.getLocale().startsWith('de') ? 'de' : 'en';
  };
  const menuChanged = (change = menuState) => {
    menuState = change;
    showMenu(
      { locale: locale(), keys: settings.get().keys, recent: recent.get(), disabled: new Set(change.disabled), checked: new Set(change.checked) },
      { command: (id) => toWindow('menu:command', { id }), openRecent: (file) => toWindow('menu:recent', { path: file }) },
    );
  };

  const chosen = chosenPaths();
  const files = documents(chosen, recent, menuChanged);
  const journalFolder = path.join(folder, 'journal');
  let begun = false;

  answerAll(
    handlersFor({
      window: () => {
        const main = window();
        if (!main) throw new Error('There is no window yet.');
        return main;
      },
      chosen,
      documents: files,
      journal: journals(journalFolder),
      journalFolder,
      recent,
      settings,
      begin: () => {
        begun = true;
        return files.openEach(waiting.splice(0));
      },
      menuChanged,
    }),
    page,
  );
  menuChanged();

  return {
    /** Opens files in the window, or keeps them for the one that is made for them. */
    open(more: readonly string[]): void {
      if (begun && page()) void files.openEach(more).then((opened) => toWindow('document:opened', opened));
      else {
        waiting.push(...more);
        if (!page()) openWindow();
      }
    },
    askToClose: () => toWindow('window:close-asked', {}),
  };
};

export type OpenDesk = Awaited<ReturnType<typeof openDesk>>;
