import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import type { OwnTemplate } from '../../shared/contract/files.ts';
import { save } from './save.ts';

const extension = '.crossflow';

/** The title that a document's text carries; undefined for a file that is no document. */
function titleOf(text: string): string | undefined {
  try {
    const { settings } = JSON.parse(text) as { readonly settings?: { readonly title?: unknown } };
    return typeof settings?.title === 'string' ? settings.title : undefined;
  } catch {
    return undefined;
  }
}

/** The person's own templates: documents in one folder, each known by its title. */
export const templatesIn = (folder: string) => {
  const fileOf = (id: string) => path.join(folder, id + extension);
  return {
    /** Every template, by name. */
    list: async (): Promise<readonly OwnTemplate[]> => {
      const names = (await readdir(folder).catch((): string[] => [])).filter((name) => name.endsWith(extension) && !name.startsWith('.'));
      const found = await Promise.all(names.map(async (file) => ({ id: file.slice(0, -extension.length), name: titleOf(await readFile(path.join(folder, file), 'utf8')) })));
      return found.flatMap(({ id, name }) => (name === undefined ? [] : [{ id, name }])).toSorted((one, other) => one.name.localeCompare(other.name));
    },

    /** The text of a template's document. */
    read: (id: string): Promise<string> => readFile(fileOf(id), 'utf8'),

    /** Writes a template whole; one of the same name is replaced. */
    save: async (name: string, text: string): Promise<OwnTemplate> => {
      const id = createHash('sha256').update(name).digest('hex').slice(0, 24);
      await mkdir(folder, { recursive: true });
      await save(fileOf(id), text);
      return { id, name };
    },

    remove: (id: string): Promise<void> => rm(fileOf(id), { force: true }),
  };
};
