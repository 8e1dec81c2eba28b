import { useMemo, type ReactNode } from 'react';
import type { ElementId } from '../../../shared/document/model/fields.ts';
import type { Box } from '../../../shared/drawing/scene.ts';
import type { PageView } from '../../canvas/page-view.ts';
import { useDocument } from '../../hooks/use-window.ts';
import { openComments } from '../../store/comments.ts';
import { openDialog } from '../../store/edit.ts';
import { useSay } from '../../ui/locale.tsx';

/** Where the mark of an element stands: at the upper right corner of a node or lane, beside the middle of a flow. */
function cornerOf(view: PageView, id: ElementId): { readonly x: number; readonly y: number } | undefined {
  const box: Box | undefined = view.boxes.get(id) ?? view.lanes.lanes.find(({ lane }) => lane.party === id)?.header;
  if (box !== undefined) return { x: box.x + box.width, y: box.y };
  const flow = view.plan.flows.find((planned) => planned.flow.id === id);
  const at = flow?.badgeAt ?? flow?.points[Math.floor(flow.points.length / 2)];
  return at === undefined ? undefined : { x: at.x + 20, y: at.y - 14 };
}

/** How many comments are open on each element of the page; a click opens them. Laid in page coordinates over the canvas. */
export function CommentMarks({ view }: { readonly view: PageView }): ReactNode {
  const say = useSay();
  const document = useDocument();
  const counts = useMemo(() => (document === undefined ? undefined : openComments(document)), [document]);
  if (counts === undefined || counts.size === 0) return null;
  return [...counts].map(([id, n]) => {
    const at = cornerOf(view, id);
    if (at === undefined) return null;
    return (
      <button key={id} type="button" className="comment-mark nodrag nopan" data-comments={id} style={{ transform: `translate(${at.x - 10}px, ${at.y - 10}px)` }} aria-label={say('files.commentsOnElement', { n })} onClick={(event) => { event.stopPropagation(); openDialog({ kind: 'comments', element: id }); }} onPointerDown={(event) => event.stopPropagation()}>
        {n}
      </button>
    );
  });
}
