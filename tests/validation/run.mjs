// `npm run validate`: bundles the long validations and runs them in plain Node, where the engine is as fast as in the product.
import { spawn } from 'node:child_process';
import { build } from 'vite';
import { constantsStay } from '../../build/output.mjs';
import { inRoot, root } from '../../build/paths.mjs';

const name = process.env['VALIDATION_BUNDLE'] ?? 'validate';
await build({
  configFile: false, root, logLevel: 'warn', publicDir: false,
  ssr: { noExternal: true },
  build: {
    ssr: 'tests/validation/long/main.ts', target: 'node20', outDir: 'out/validation', emptyOutDir: false, minify: false, sourcemap: true,
    rolldownOptions: { output: { ...constantsStay, format: 'es', entryFileNames: `${name}.mjs`, chunkFileNames: 'validate-[name]-[hash].mjs' } },
  },
});
const child = spawn(process.execPath, ['--enable-source-maps', inRoot(`out/validation/${name}.mjs`), ...process.argv.slice(2)], { stdio: 'inherit' });
child.on('close', (code) => {
  process.exitCode = code ?? 1;
});
