import { rm } from 'node:fs/promises';

export const tidy = (file: string): void => {
  rm(file);
};
