import { app, Menu, session } from 'electron';
import path from 'node:path';
import type { EventName, Events } from '../../shared/contract/channels.ts';
import { settingsFrom } from '../../shared/contract/settings.ts';
import type { Locale } from '../../shared/language/say.ts';
import { journals } from '../node/journal.ts';
import { recentFrom } from '../node/recent.ts';
import { stored } from '../node/stored.ts';
import { filesIn } from './arguments.ts';
import { chosenPaths } from './documents/chosen.ts';
import { documents } from './documents/documents.ts';
import { applyTheme, handlersFor } from './ipc/handlers.ts';
import { answerAll, onPage, tell } from './ipc/table.ts';
import { showMenu } from './menu/menu.ts';
import { boundsFrom } from './windows/bounds.ts';
import { lockEveryPage, lockSession } from './windows/lock-down.ts';
import { openMainWindow, type MainWindow } from './windows/main-window.ts';
import { registerScheme, serveWindow } from './windows/protocol.ts';

const built = path.join(app.getAppPath(), 'out');
const own = process.defaultApp ? 2 : 1;
const exitWhenReady = process.argv.includes('--exit-when-ready');

/** Files that the desktop names before the window can take them. */
const waiting: string[] = [...filesIn(process.argv, own, process.cwd())];
let open: (files: readonly string[]) => void = (files) => waiting.push(...files);

const folder = app.getPath('userData');

/** Read while Chromium still starts. */
const stores = Promise.all([
  stored(path.join(folder, 'settings.json'), settingsFrom),
  stored(path.join(folder, 'recent.json'), recentFrom),
  stored(path.join(folder, 'window.json'), boundsFrom),
]);

const start = async (): Promise<void> => {
  const [settings, recent, bounds] = await stores;
  applyTheme(settings.get().theme);
  lockSession(session.defaultSession);
  serveWindow(session.defaultSession, path.join(built, 'renderer'));

  let main: MainWindow | undefined;
  const page = () => (main && !main.window.isDestroyed() ? main.window.webContents : undefined);
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
  let menuShown = false;
  const menuChanged = (change = menuState) => {
    menuState = change;
    if (!menuShown) return;
    showMenu(
      { locale: locale(), keys: settings.get().keys, recent: recent.get(), disabled: new Set(change.disabled), checked: new Set(change.checked) },
      { command: (id) => toWindow('menu:command', { id }), openRecent: (file) => toWindow('menu:recent', { path: file }) },
    );
  };

  const chosen = chosenPaths();
  const files = documents(chosen, recent, menuChanged);
  const journalFolder = path.join(folder, 'journal');
  const begin = () => {
    open = (more) => {
      if (page()) void files.openEach(more).then((opened) => toWindow('document:opened', opened));
      else {
        waiting.push(...more);
        openWindow();
      }
    };
    return files.openEach(waiting.splice(0));
  };

  answerAll(
    handlersFor({
      window: () => {
        if (!main) throw new Error('There is no window yet.');
        return main;
      },
      chosen,
      documents: files,
      journal: journals(journalFolder),
      journalFolder,
      recent,
      settings,
      begin,
      menuChanged,
    }),
    page,
  );
  if (exitWhenReady) {
    const endWith = (code: number, word: string) => process.stdout.write(`${word}\n`, () => app.exit(code));
    onPage('painted', page, () => process.stdout.write('painted\n'));
    onPage('drawn', page, () => endWith(0, 'ready'));
    setTimeout(() => endWith(1, 'The window has not been drawn within 30 seconds.'), 30_000);
  }
  // The menu takes its time, which the page needs first.
  const beforeShown = () => {
    menuShown = true;
    menuChanged();
  };
  const openWindow = () => {
    main = openMainWindow(path.join(built, 'preload', 'preload.cjs'), bounds, beforeShown, () => toWindow('window:close-asked', {}));
  };
  openWindow();

  app.on('second-instance', (_event, argv, workingFolder) => {
    if (page()) main?.raise();
    open(filesIn(argv, own, workingFolder));
  });
  app.on('activate', () => {
    if (!page()) openWindow();
  });
};

registerScheme();
lockEveryPage();
// Else Electron builds a menu of its own first.
Menu.setApplicationMenu(null);
app.on('open-file', (event, file) => {
  event.preventDefault();
  open([file]);
});
app.on('window-all-closed', () => {
  if (process.platform !== 'darwin') app.quit();
});
// A start that only proves itself may stand beside a running window.
if (exitWhenReady || app.requestSingleInstanceLock()) {
  // Awaiting this at the top of a module would wait for ever: `ready` waits for the module.
  void app.whenReady().then(start);
} else {
  app.quit();
}
