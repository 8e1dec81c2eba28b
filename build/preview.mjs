// `npm run preview`: the same window in a plain browser, with files and settings kept in memory.
import { spawnSync } from 'node:child_process';
import { preview } from 'vite';
import { inRoot, root } from './paths.mjs';
import { orSay } from './ready.mjs';
import { isStale } from './stale.mjs';

await orSay(async () => {
  if (await isStale()) spawnSync(process.execPath, [inRoot('build', 'build.mjs'), 'renderer'], { stdio: 'inherit', cwd: root });
  const server = await preview({
    configFile: false,
    root: inRoot('renderer'),
    build: { outDir: inRoot('out', 'renderer') },
    preview: {
      host: '127.0.0.1',
      headers: {
        'Cross-Origin-Opener-Policy': 'same-origin',
        'Cross-Origin-Embedder-Policy': 'require-corp',
        'Cross-Origin-Resource-Policy': 'same-origin',
      },
    },
  });
  server.printUrls();
});
