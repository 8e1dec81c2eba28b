import { useMemo, type ReactNode } from 'react';
import { nodeSizes } from '../../shared/document/model/defaults.ts';
import { sizeOfNode } from '../../shared/document/model/queries.ts';
import type { Locale } from '../../shared/language/say.ts';
import type { Box } from '../../shared/drawing/scene.ts';
import { canvasPort } from '../store/canvas-port.ts';
import { perform, select, startNaming, stopNaming } from '../store/edit.ts';
import type { Naming } from '../store/state.ts';
import { useSay } from '../ui/locale.tsx';
import { currentView } from './current-view.ts';
import { LabelEditor, type LabelEditorProps } from './LabelEditor.tsx';
import { nameNow, nameTyped, nextStep } from './naming.ts';
import type { PageView } from './page-view.ts';
import { kindOfNode } from './spoken.ts';

export interface NamingEditorProps {
  readonly view: PageView;
  readonly naming: Naming;
  readonly locale: Locale;
}

/** Where the name of something is typed, and what the field looks like there. */
function placeOf(view: PageView, naming: Naming): { readonly box: Box; readonly look: LabelEditorProps['look'] } | undefined {
  const node = naming.kind === 'pending' ? naming.node : view.model.nodes[naming.id];
  if (node !== undefined) {
    const inside = node.kind === 'step' || node.kind === 'subprocess' || node.kind === 'note' || node.kind === 'group';
    const size = sizeOfNode(node);
    const box = { ...node.position, ...size, ...view.boxes.get(node.id), ...(node.kind === 'group' ? { height: 40 } : {}) };
    return { box, look: inside ? 'step' : 'beside' };
  }
  if (naming.kind === 'pending') return undefined;
  const lane = view.lanes.lanes.find((one) => one.party.id === naming.id);
  if (lane !== undefined) return { box: lane.header, look: 'lane' };
  const planned = view.plan.flows.find(({ flow }) => flow.id === naming.id);
  const middle = planned?.labelAt ?? planned?.points[Math.floor((planned.points.length - 1) / 2)];
  return middle === undefined ? undefined : { box: { x: middle.x - 64, y: middle.y - 14, width: 128, height: 28 }, look: 'lane' };
}

/** The name that is being typed now, and what comes of it. */
export function NamingEditor({ view, naming }: NamingEditorProps): ReactNode {
  const say = useSay();
  const place = useMemo(() => placeOf(view, naming), [view, naming]);
  if (place === undefined) return null;
  const pending = naming.kind === 'pending';
  const node = pending ? naming.node : view.model.nodes[naming.id];
  const step = node?.kind === 'step';

  const done = (text: string, next: boolean): void => {
    const { operations, made } = nameTyped(view, naming, text);
    stopNaming();
    if (operations.length > 0 && !perform(operations)) return;
    if (made !== undefined) select([made]);
    const after = currentView();
    const following = made === undefined || !next || after === undefined ? undefined : nextStep(after, made);
    if (following !== undefined) {
      startNaming(following);
      if (following.kind === 'pending') canvasPort()?.keepInView({ ...following.node.position, ...nodeSizes.step });
    } else canvasPort()?.focus();
  };

  return (
    <>
      <LabelEditor
        box={place.box}
        look={place.look}
        text={nameNow(view.model, naming)}
        lanes={node === undefined || node.kind === 'note' || node.kind === 'group' ? [] : view.lanes.lanes.filter((lane) => lane.own !== undefined).map((lane) => lane.party.name)}
        placeholder={node === undefined ? say('canvas.name') : step && view.lanes.lanes.length > 1 ? say('canvas.stepPlaceholder', { lane: view.lanes.lanes.findLast((lane) => lane.own !== undefined)?.party.name ?? '' }) : say(`canvas.kind.${kindOfNode(node)}`)}
        onDone={done}
        onCancel={() => {
          stopNaming();
          canvasPort()?.focus();
        }}
      />
    </>
  );
}
