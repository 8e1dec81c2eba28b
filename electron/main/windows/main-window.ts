import { BrowserWindow, nativeTheme } from 'electron';
import path from 'node:path';
import type { Stored } from '../../node/stored.ts';
import { boundsOf, placeFor, smallest } from './bounds.ts';
import { windowAddress } from './protocol.ts';
import type { Bounds } from './stored-looks.ts';

/** What the window says about the document on its screen. */
export interface WindowState {
  readonly title: string;
  readonly path: string | null;
  readonly dirty: boolean;
}

/** Our canvas colours: what is seen before the first paint. */
const ground = () => (nativeTheme.shouldUseDarkColors ? '#151A21' : '#F6F7F9');

/**
 * Makes the one window, sandboxed and isolated.
 * @param askToClose called instead of closing while there is unsaved work
 */
export const openMainWindow = (preload: string, bounds: Stored<Bounds | undefined>, askToClose: () => void) => {
  let state: WindowState = { title: '', path: null, dirty: false };
  let mayClose = false;
  const last = bounds.get();
  const window = new BrowserWindow({
    ...placeFor(last),
    minWidth: smallest.width,
    minHeight: smallest.height,
    show: false,
    title: 'Crossflow',
    backgroundColor: ground(),
    webPreferences: { preload, sandbox: true, contextIsolation: true, nodeIntegration: false, webviewTag: false, spellcheck: false, v8CacheOptions: 'code' },
  });
  if (last?.maximised) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('page-title-updated', (event) => event.preventDefault());
  window.on('close', (event) => {
    void bounds.set(boundsOf(window));
    if (!state.dirty || mayClose) return;
    event.preventDefault();
    askToClose();
  });
  // A page that died has nothing left to ask; its documents are in the journal, which the new page offers.
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    state = { ...state, dirty: false };
    if (reason !== 'clean-exit' && !window.isDestroyed()) window.reload();
  });
  void window.loadURL(windowAddress);

  return {
    window,
    show(next: WindowState) {
      state = next;
      window.setTitle(`${next.dirty ? '• ' : ''}${next.title || 'Crossflow'}`);
      window.setDocumentEdited(next.dirty);
      window.setRepresentedFilename(next.path ? path.resolve(next.path) : '');
    },
    close() {
      mayClose = true;
      window.close();
    },
    raise() {
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
    },
  };
};

export type MainWindow = ReturnType<typeof openMainWindow>;
