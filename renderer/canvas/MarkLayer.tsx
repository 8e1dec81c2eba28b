import type { ReactNode } from 'react';
import { OnPage } from './OnPage.tsx';

/** What a feature lays over the page, in the page's own coordinates; it moves and zooms with it. */
export function MarkLayer({ children }: { readonly children: ReactNode }): ReactNode {
  return <OnPage>{children}</OnPage>;
}
