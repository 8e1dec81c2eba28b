import { memo, useDeferredValue, type ReactNode } from 'react';
import type { ElementId } from '../../shared/document/model/fields.ts';
import type { Node } from '../../shared/document/model/node.ts';
import type { PlannedFlow } from '../../shared/drawing/layout/plan.ts';
import { CanvasList } from './CanvasList.tsx';
import { FlowList } from './FlowList.tsx';
import type { PageView } from './page-view.ts';

export interface PageListsProps {
  readonly view: PageView;
  readonly spoken: (node: Node) => string;
  readonly spokenFlow: (flow: PlannedFlow) => string;
  readonly onReveal: (id: ElementId) => void;
  readonly onChooseFlow: (id: ElementId, more: boolean) => void;
}

/** The page as lists, for those who hear it. They follow what is seen, which waits for nothing that is not. */
export const PageLists = memo(function PageLists(now: PageListsProps): ReactNode {
  const told = useDeferredValue<PageListsProps | null>(now, null);
  if (told === null) return null;
  return (
    <>
      <CanvasList view={told.view} spoken={told.spoken} onChoose={told.onReveal} />
      <FlowList view={told.view} spoken={told.spokenFlow} onChoose={told.onChooseFlow} />
    </>
  );
});
