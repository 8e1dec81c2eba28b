import { NodeToolbar, Position } from '@xyflow/react';
import { ArrowUpRight, BadgeCheck, CircleDot, Clock3, Diamond, Repeat2, Square, Trash2 } from 'lucide-react';
import type { PointerEvent, ReactNode } from 'react';
import type { ElementId } from '../../shared/document/model/fields.ts';
import type { Placeable } from '../store/placeables.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { useSay } from '../ui/locale.tsx';
import { Menu } from '../ui/Menu.tsx';

export interface ContextPadProps {
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
  { what: 'end', Icon: CircleDot },
] as const;

const replaceable: readonly Placeable[] = ['step', 'approval', 'subprocess', 'gateway', 'fork', 'join', 'wait', 'message', 'start', 'end'];

/** What can be done next with the one thing that is selected, right beside it. */
export function ContextPad({ node, canLead, onAppend, onReplace, onConnect, onDelete }: ContextPadProps): ReactNode {
  const say = useSay();
  return (
    <NodeToolbar nodeId={node} isVisible position={Position.Right} align="start" offset={14}>
      <div className="context-pad nodrag nopan" role="toolbar" aria-label={say('canvas.pad')}>
        {canLead
          ? appendable.map(({ what, Icon }) => (
              <IconButton key={what} label={say('canvas.appendKind', { kind: say(`canvas.kind.${what}`) })} keys={what === 'step' ? 'A' : undefined} side="right" onClick={() => onAppend(what)}>
                <Icon size={16} />
              </IconButton>
            ))
          : null}
        {canLead ? (
          <IconButton label={say('canvas.connect')} keys="C" side="right" onPointerDown={onConnect}>
            <ArrowUpRight size={16} />
          </IconButton>
        ) : null}
        <Menu
          trigger={
            <button type="button" className="icon-button" aria-label={say('canvas.replace')} title={`${say('canvas.replace')} (R)`} data-pad="replace">
              <Repeat2 size={16} />
            </button>
          }
          entries={replaceable.map((what) => ({ id: what, label: say(`canvas.kind.${what}`), onSelect: () => onReplace(what) }))}
        />
        <IconButton label={say('canvas.delete')} keys="Delete" side="right" onClick={onDelete}>
          <Trash2 size={16} />
        </IconButton>
      </div>
    </NodeToolbar>
  );
}
