export const document = {
  'document.notesCount': '{n} {n|note|notes}',
} as const;
