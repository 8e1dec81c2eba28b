import type { ReactNode } from 'react';

/** A key as it is printed on the keyboard: `CmdOrCtrl+Shift+Z` reads "Ctrl+Shift+Z". */
export const shownKeys = (accelerator: string): string =>
  accelerator
    .replace('CmdOrCtrl', 'Ctrl')
    .replace('Plus', '+')
    .replace('Escape', 'Esc')
    .replace('Delete', 'Del');

export function Key({ keys }: { readonly keys: string }): ReactNode {
  return <kbd className="key">{shownKeys(keys)}</kbd>;
}
