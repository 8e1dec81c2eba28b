import { useStore } from '@xyflow/react';
import type { ReactNode } from 'react';
import type { ElementId, Point } from '../../shared/document/model/fields.ts';
import { around, type Box } from '../../shared/drawing/scene.ts';
import { useSay } from '../ui/locale.tsx';
import type { Landing } from './drag-handoffs.ts';
import { OnPage } from './OnPage.tsx';
import type { PageView } from './page-view.ts';

export interface DragNoteProps {
  readonly view: PageView;
  readonly places: ReadonlyMap<ElementId, Point>;
  readonly landing: Landing;
}

/** Says, above what is dragged, which lane it would go to and what that does to the handoffs. */
export function DragNote({ view, places, landing: { party, more } }: DragNoteProps): ReactNode {
  const say = useSay();
  const zoom = useStore((all) => all.transform[2]);
  const box = around([...places].flatMap(([id, place]): Box[] => {
    const old = view.boxes.get(id);
    return old === undefined ? [] : [{ ...old, ...place }];
  }));
  if (party === undefined || box === undefined) return null;
  const effect = more > 0 ? say('canvas.handoffsMore', { n: more }) : more < 0 ? say('canvas.handoffsLess', { n: -more }) : say('canvas.handoffsSame');
  return (
    <OnPage>
      <div className="drag-note" role="status" style={{ transform: `translate(${box.x + box.width / 2}px, ${box.y - 8 / zoom}px) scale(${1 / zoom}) translate(-50%, -100%)` }}>
        <strong>{say('canvas.toNamed', { name: party.name })}</strong>
        <span>{effect}</span>
      </div>
    </OnPage>
  );
}
