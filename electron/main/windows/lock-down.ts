import { app, type Session, type WebContents } from 'electron';

const allowed = new Set(['clipboard-sanitized-write']);

/** No permission but writing to the clipboard, no download, no network. */
export const lockSession = (session: Session): void => {
  session.setPermissionRequestHandler((_contents, permission, answer) => answer(allowed.has(permission)));
  session.setPermissionCheckHandler((_contents, permission) => allowed.has(permission));
  session.on('will-download', (event) => event.preventDefault());
  session.webRequest.onBeforeRequest({ urls: ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*', 'ftp://*/*', 'file://*/*'] }, (_details, answer) =>
    answer({ cancel: true }),
  );
};

const lockContents = (contents: WebContents): void => {
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
};

/** A page stays where we put it, in every window that will ever be made. */
export const lockEveryPage = (): void => {
  app.on('web-contents-created', (_event, contents) => lockContents(contents));
};
