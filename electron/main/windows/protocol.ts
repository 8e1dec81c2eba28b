import { protocol, type Session } from 'electron';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** What the window may load and run. Nothing leaves the machine, nothing is compiled from text. */
export const contentPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

export const windowAddress = 'app://crossflow/index.html';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};

/** Has to happen before the application is ready. */
export const registerScheme = (): void => {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true } },
  ]);
};

/**
 * The file that an address stands for; undefined for one that leaves the folder.
 * @param folder absolute
 */
export const fileFor = (folder: string, address: string): string | undefined => {
  const url = new URL(address);
  if (url.host !== 'crossflow') return undefined;
  const file = path.join(folder, path.normalize(decodeURIComponent(url.pathname)));
  return file.startsWith(folder + path.sep) ? file : undefined;
};

const headersFor = (file: string): Record<string, string> => ({
  'Content-Type': types[path.extname(file)] ?? 'application/octet-stream',
  'Content-Security-Policy': contentPolicy,
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
});

/** Serves the built window from its folder. */
export const serveWindow = (session: Session, folder: string): void => {
  session.protocol.handle('app', async (request) => {
    const file = fileFor(folder, request.url);
    if (file === undefined) return new Response('', { status: 404 });
    try {
      return new Response(await readFile(file), { headers: headersFor(file) });
    } catch {
      return new Response('', { status: 404 });
    }
  });
};
