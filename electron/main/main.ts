import { app, Menu, session } from 'electron';
import path from 'node:path';
import { stored } from '../node/stored.ts';
import { filesIn } from './arguments.ts';
import type { OpenDesk } from './desk.ts';
import { letPageAwait, onPage } from './ipc/moments.ts';
import { lockEveryPage, lockSession } from './windows/lock-down.ts';
import { openMainWindow, type MainWindow } from './windows/main-window.ts';
import { registerScheme, serveWindow } from './windows/protocol.ts';
import { boundsFrom, themeFrom } from './windows/stored-looks.ts';
import { applyTheme } from './windows/theme.ts';

const built = path.join(app.getAppPath(), 'out');
const own = process.defaultApp ? 2 : 1;
const exitWhenReady = process.argv.includes('--exit-when-ready');
const folder = app.getPath('userData');

/** A page that is never painted, because its window is hidden, gets its answers all the same. Milliseconds. */
const longestWaitForPaint = 500;

/** Files that the desktop names before the desk is open. */
const waiting: string[] = [...filesIn(process.argv, own, process.cwd())];
let desk: OpenDesk | undefined;
const open = (files: readonly string[]): void => {
  if (desk) desk.open(files);
  else waiting.push(...files);
};

/** What the window needs before it is made, read while Chromium still starts. */
const looks = Promise.all([stored(path.join(folder, 'window.json'), boundsFrom), stored(path.join(folder, 'settings.json'), themeFrom)]);

const start = async (): Promise<void> => {
  const [bounds, theme] = await looks;
  applyTheme(theme.get());
  lockSession(session.defaultSession);
  serveWindow(session.defaultSession, path.join(built, 'renderer'));

  let main: MainWindow | undefined;
  const page = () => (main && !main.window.isDestroyed() ? main.window.webContents : undefined);
  const openWindow = () => {
    main = openMainWindow(path.join(built, 'preload', 'preload.cjs'), bounds, () => desk?.askToClose());
  };

  // The first frame needs none of what is behind the page's requests, so that comes after it.
  const firstFrame = new Promise<void>((drawn) => {
    onPage('painted', page, drawn);
    setTimeout(drawn, longestWaitForPaint);
  });
  if (exitWhenReady) {
    const endWith = (code: number, word: string) => process.stdout.write(`${word}\n`, () => app.exit(code));
    onPage('painted', page, () => process.stdout.write('painted\n'));
    onPage('drawn', page, () => endWith(0, 'ready'));
    setTimeout(() => endWith(1, 'The window has not been drawn within 30 seconds.'), 30_000);
  }
  const opened = firstFrame.then(async () => {
    const { openDesk } = await import('./desk.ts');
    desk = await openDesk({ folder, window: () => main, page, openWindow, waiting });
  });
  letPageAwait(opened);
  openWindow();

  app.on('second-instance', (_event, argv, workingFolder) => {
    if (page()) main?.raise();
    open(filesIn(argv, own, workingFolder));
  });
  app.on('activate', () => {
    if (!page()) openWindow();
  });
  await opened;
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
