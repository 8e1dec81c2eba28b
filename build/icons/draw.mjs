// Draws build/icons/crossflow.png from the SVG beside it. Run after a change of the picture.
import { readFile, writeFile } from 'node:fs/promises';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { inRoot } from '../paths.mjs';

await initWasm(await readFile(inRoot('node_modules', '@resvg', 'resvg-wasm', 'index_bg.wasm')));
const picture = new Resvg(await readFile(inRoot('build', 'icons', 'crossflow.svg'), 'utf8'), { fitTo: { mode: 'width', value: 1024 } }).render();
await writeFile(inRoot('build', 'icons', 'crossflow.png'), picture.asPng());
