/** Words about files: what others changed, versions, templates, comments, keys and printing. */
export const files = {
  'files.compare': 'Compare',
  'files.theirsAgainstMine': 'What theirs says, against yours',
  'files.noDifference': 'Both say the same.',
} as const;
