import { dialog, type BrowserWindow } from 'electron';
import path from 'node:path';
import type { Filters } from '../../../shared/contract/files.ts';

const mutable = (filters: Filters) => filters.map(({ name, extensions }) => ({ name, extensions: [...extensions] }));

/** Asks for files to open; an empty list when the person thinks better of it. */
export const askFiles = async (window: BrowserWindow, filters: Filters, several: boolean): Promise<readonly string[]> => {
  const answer = await dialog.showOpenDialog(window, {
    filters: mutable(filters),
    properties: several ? ['openFile', 'multiSelections'] : ['openFile'],
  });
  return answer.canceled ? [] : answer.filePaths;
};

/** Asks where to save; the dialog itself asks before an existing file is replaced. A missing extension is added. */
export const askPlace = async (window: BrowserWindow, suggestedName: string, filters: Filters): Promise<string | undefined> => {
  const answer = await dialog.showSaveDialog(window, {
    // The name comes from the window: without its base name alone it could point anywhere.
    defaultPath: path.basename(suggestedName),
    filters: mutable(filters),
    properties: ['showOverwriteConfirmation', 'createDirectory'],
  });
  if (answer.canceled || !answer.filePath) return undefined;
  const extension = filters[0]?.extensions[0];
  return path.extname(answer.filePath) || !extension || extension === '*' ? answer.filePath : `${answer.filePath}.${extension}`;
};
