import { useStore } from '@xyflow/react';
import { useMemo, type ReactNode } from 'react';
import { createPortal } from 'react-dom';

/**
 * Puts something on the page: it moves and zooms with it. React Flow's own portal looks for its place through all nodes
 * of the page at every movement; this one finds it once.
 */
export function OnPage({ children }: { readonly children: ReactNode }): ReactNode {
  const surface = useStore((all) => all.domNode);
  const place = useMemo(() => surface?.querySelector('.react-flow__viewport-portal'), [surface]);
  return place === null || place === undefined ? null : createPortal(children, place);
}
