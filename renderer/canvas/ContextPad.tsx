import { NodeToolbar, Position, useStore } from '@xyflow/react';
import { ArrowUpRight, BadgeCheck, Circle, Clock3, Diamond, Repeat2, Square, Trash2 } from 'lucide-react';
import { useMemo, type PointerEvent, type ReactNode } from 'react';
import type { ElementId } from '../../shared/document/model/fields.ts';
import { useKeyOf } from '../hooks/use-key-of.ts';
import { setTool } from '../store/edit.ts';
import type { Placeable } from '../store/placeables.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { shownKeys } from '../ui/Key.tsx';
import { useSay } from '../ui/locale.tsx';
import { Menu } from '../ui/Menu.tsx';
import { inTheWay, placePad, type PadSide } from './pad-place.ts';
import type { PageView } from './page-view.ts';

export interface ContextPadProps {
  readonly view: PageView;
  readonly node: ElementId;
  readonly canLead: boolean;
  readonly onAppend: (what: Placeable) => void;
  readonly onReplace: (what: Placeable) => void;
  readonly onConnect: (event: PointerEvent) => void;
  readonly onDelete: () => void;
}

const appendable = [
  { what: 'step', Icon: Square },
  { what: 'approval', Icon: BadgeCheck },
  { what: 'gateway', Icon: Diamond },
  { what: 'wait', Icon: Clock3 },
  { what: 'end', Icon: Circle },
] as const;

const replaceable: readonly Placeable[] = ['step', 'approval', 'subprocess', 'gateway', 'fork', 'join', 'wait', 'message', 'start', 'end'];

const positions: Readonly<Record<PadSide, Position>> = { right: Position.Right, below: Position.Bottom, above: Position.Top, left: Position.Left };

/** Size of a button of the pad and of its border, at 100 % text, in pixels. */
const button = 29;
const border = 8;
/** With text larger than this the pad grows no more (canvas.css says the same): it would find no place beside its node. */
const largestScale = 1.4;
const offset = 10;

/** The view in steps of a few pixels: the pad need not think about its place at each of them. */
const roughly = (all: { readonly transform: readonly [number, number, number]; readonly width: number; readonly height: number }): string =>
  [Math.round(all.transform[0] / 24), Math.round(all.transform[1] / 24), all.transform[2].toFixed(2), all.width, all.height].join(' ');

/** What can be done next with the one thing that is selected, beside it where nothing is covered. */
export function ContextPad({ view, node, canLead, onAppend, onReplace, onConnect, onDelete }: ContextPadProps): ReactNode {
  const say = useSay();
  const keyOf = useKeyOf();
  const replaceKey = keyOf('canvas.replace');
  const rough = useStore(roughly);
  const taken = useMemo(() => inTheWay(view, node), [view, node]);
  const box = view.boxes.get(node);
  const buttons = canLead ? appendable.length + 3 : 2;
  const place = useMemo(() => {
    const [x = 0, y = 0, zoom = 1, width = 0, height = 0] = rough.split(' ').map(Number);
    if (box === undefined) return { side: 'right' as const, align: 'start' as const };
    const scale = Math.min(largestScale, Number(getComputedStyle(document.documentElement).getPropertyValue('--scale')) || 1);
    const seen = { x: (-x * 24) / zoom, y: (-y * 24) / zoom, width: width / zoom, height: height / zoom };
    return placePad(box, { length: (buttons * button + border) * scale, thickness: (button + border) * scale, offset }, zoom, seen, taken);
  }, [box, rough, taken, buttons]);
  const upright = place.side === 'right' || place.side === 'left';
  const tip = upright ? 'right' : 'bottom';
  return (
    <NodeToolbar nodeId={node} isVisible position={positions[place.side]} align={place.align} offset={offset}>
      <div className="context-pad nodrag nopan" role="toolbar" data-side={place.side} aria-label={say('canvas.pad')} aria-orientation={upright ? 'vertical' : 'horizontal'}>
        {canLead
          ? appendable.map(({ what, Icon }) => (
              <IconButton key={what} label={say('canvas.appendKind', { kind: say(`canvas.kind.${what}`) })} keys={what === 'step' ? keyOf('canvas.append') : undefined} side={tip} onClick={() => onAppend(what)}>
                <Icon size={16} strokeWidth={what === 'end' ? 3 : 2} />
              </IconButton>
            ))
          : null}
        {canLead ? (
          <IconButton label={say('canvas.connect')} keys={keyOf('canvas.connect')} side={tip} onPointerDown={onConnect} onClick={(event) => (event.detail === 0 ? setTool('connect') : undefined)}>
            <ArrowUpRight size={16} />
          </IconButton>
        ) : null}
        <Menu
          trigger={
            <button type="button" className="icon-button" aria-label={say('canvas.replace')} title={replaceKey === undefined ? say('canvas.replace') : `${say('canvas.replace')} (${shownKeys(replaceKey)})`} data-pad="replace">
              <Repeat2 size={16} />
            </button>
          }
          entries={replaceable.map((what) => ({ id: what, label: say(`canvas.kind.${what}`), onSelect: () => onReplace(what) }))}
        />
        <IconButton label={say('canvas.delete')} keys={keyOf('edit.delete')} side={tip} onClick={onDelete}>
          <Trash2 size={16} />
        </IconButton>
      </div>
    </NodeToolbar>
  );
}
