import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { OpenedFile } from '../../shared/contract/files.ts';
import type { Outcome } from '../../shared/language/outcome.ts';
import { withFile } from './file-failure.ts';
import { stampOf } from './save.ts';

/** A BPMN file's parameters lie beside it: `Order.json` for `Order.bpmn` and `Order.bpmn20.xml`. */
const companionsOf = async (file: string): Promise<OpenedFile['companions']> => {
  const name = path.basename(file).toLowerCase();
  if (!/\.bpmn(20\.xml)?$/.test(name)) return [];
  const wanted = name.replace(/\.bpmn(20\.xml)?$/, '.json');
  const folder = path.dirname(file);
  const found = (await readdir(folder)).filter((entry) => entry.toLowerCase() === wanted);
  return Promise.all(found.map(async (entry) => ({ name: entry, bytes: await readFile(path.join(folder, entry)) })));
};

/** Reads a file as it stands, with the stamp that a later save compares. */
export const openFile = (file: string): Promise<Outcome<OpenedFile>> =>
  withFile(file, async () => {
    const { mtimeMs } = await stat(file);
    const bytes = await readFile(file);
    return {
      path: file,
      name: path.basename(file),
      bytes,
      stamp: stampOf(bytes, { modified: mtimeMs }),
      companions: await companionsOf(file),
    };
  });
