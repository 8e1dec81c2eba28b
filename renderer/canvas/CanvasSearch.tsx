import { X } from 'lucide-react';
import { useMemo, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { ElementId } from '../../shared/document/model/fields.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { useSay } from '../ui/locale.tsx';

export interface Findable {
  readonly id: ElementId;
  readonly name: string;
  readonly where: string;
}

export interface CanvasSearchProps {
  readonly things: readonly Findable[];
  readonly onFound: (id: ElementId) => void;
  readonly onClose: () => void;
}

/** Finds something on the page by its name; Enter goes on to the next. */
export function CanvasSearch({ things, onFound, onClose }: CanvasSearchProps): ReactNode {
  const say = useSay();
  const [text, setText] = useState('');
  const [at, setAt] = useState(-1);
  const found = useMemo(() => {
    const wanted = text.trim().toLowerCase();
    return wanted === '' ? [] : things.filter(({ name }) => name.toLowerCase().includes(wanted));
  }, [things, text]);
  const go = (to: number): void => {
    const next = found[(to + found.length) % found.length];
    if (next === undefined) return;
    setAt((to + found.length) % found.length);
    onFound(next.id);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.key === 'Enter') go(event.shiftKey ? at - 1 : at + 1);
    else if (event.key === 'ArrowDown') go(at + 1);
    else if (event.key === 'ArrowUp') go(at - 1);
    else if (event.key === 'Escape') onClose();
    else return;
    event.preventDefault();
  };
  return (
    <div className="canvas-search popup" role="search">
      <div className="row">
        <input className="input" autoFocus aria-label={say('canvas.search')} placeholder={say('canvas.search')} value={text} spellCheck={false}
          onChange={(event) => { setText(event.target.value); setAt(-1); }} onKeyDown={onKeyDown} />
        <span className="muted small">{text === '' ? '' : found.length === 0 ? say('canvas.nothingFound') : `${Math.max(0, at + 1)}/${found.length}`}</span>
        <IconButton label={say('window.close')} onClick={onClose}><X size={14} /></IconButton>
      </div>
      {found.length === 0 ? null : (
        <ul>
          {found.slice(0, 8).map((thing, index) => (
            <li key={thing.id}>
              <button type="button" className="menu-item" data-selected={index === at} onClick={() => go(index)}>
                <span className="menu-label">{thing.name}</span>
                <span className="muted small">{thing.where}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
