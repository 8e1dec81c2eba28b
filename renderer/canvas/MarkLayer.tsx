import { ViewportPortal } from '@xyflow/react';
import type { ReactNode } from 'react';

/** What a feature lays over the page, in the page's own coordinates; it moves and zooms with it. */
export function MarkLayer({ children }: { readonly children: ReactNode }): ReactNode {
  return <ViewportPortal>{children}</ViewportPortal>;
}
