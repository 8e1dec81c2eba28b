import type { files as english } from '../en/files.ts';

export const files: Record<keyof typeof english, string> = {
  'files.compare': 'Vergleichen',
  'files.theirsAgainstMine': 'Was in der anderen Fassung anders ist',
  'files.noDifference': 'Beide sagen dasselbe.',
};
