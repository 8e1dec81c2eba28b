export const word = (kind: 'step' | 'end'): string => {
  switch (kind) {
    case 'step':
      return 'step';
  }
  return '';
};
