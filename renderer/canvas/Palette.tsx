import { BadgeCheck, Circle, CirclePlay, Clock3, Diamond, Rows3, Square, StickyNote, Table2, type LucideIcon } from 'lucide-react';
import { useRef, useState, type PointerEvent, type ReactNode } from 'react';
import { commandTable } from '../commands/table.ts';
import { canvasPort } from '../store/canvas-port.ts';
import { openDialog } from '../store/edit.ts';
import type { Placeable } from '../store/placeables.ts';
import { useSay } from '../ui/locale.tsx';
import { Tip } from '../ui/Tip.tsx';

interface Item {
  readonly what: Placeable;
  readonly command: string;
  readonly Icon: LucideIcon;
  /** Drawn as strong as its shape on the page. */
  readonly strong?: true;
}

const items: readonly Item[] = [
  { what: 'step', command: 'insert.step', Icon: Square },
  { what: 'approval', command: 'insert.approval', Icon: BadgeCheck },
  { what: 'gateway', command: 'insert.gateway', Icon: Diamond },
  { what: 'wait', command: 'insert.wait', Icon: Clock3 },
  { what: 'start', command: 'insert.start', Icon: CirclePlay },
  { what: 'end', command: 'insert.end', Icon: Circle, strong: true },
];

interface Carried {
  readonly what: Placeable;
  readonly x: number;
  readonly y: number;
}

/** What can be put on the canvas: a click puts it where it makes sense, a drag where it is let go. */
export function Palette(): ReactNode {
  const say = useSay();
  const [carried, setCarried] = useState<Carried>();
  const moved = useRef(false);

  const take = (what: Placeable) => (event: PointerEvent<HTMLElement>): void => {
    if (event.button !== 0) return;
    moved.current = false;
    const start = { x: event.clientX, y: event.clientY };
    const onMove = (next: globalThis.PointerEvent): void => {
      if (!moved.current && Math.hypot(next.clientX - start.x, next.clientY - start.y) < 5) return;
      moved.current = true;
      setCarried({ what, x: next.clientX, y: next.clientY });
    };
    const stop = (next: globalThis.PointerEvent): void => {
      window.removeEventListener('pointermove', onMove);
      window.removeEventListener('pointerup', stop);
      window.removeEventListener('pointercancel', stop);
      setCarried(undefined);
      if (!moved.current || next.type !== 'pointerup') return;
      const over = document.elementFromPoint(next.clientX, next.clientY);
      if (over?.closest('.canvas') !== null && over !== null) canvasPort()?.placeAtScreen(what, next.clientX, next.clientY);
    };
    window.addEventListener('pointermove', onMove);
    window.addEventListener('pointerup', stop);
    window.addEventListener('pointercancel', stop);
  };
  const act = (command: string) => (): void => {
    if (!moved.current) commandTable().run(command);
    moved.current = false;
  };
  const item = ({ what, command, Icon, strong }: Item): ReactNode => (
    <Tip key={what} text={say(`canvas.about.${what}` as Parameters<typeof say>[0])} side="right">
      <button type="button" className="palette-item" data-palette={what} onPointerDown={take(what)} onClick={act(command)}>
        <Icon size={20} strokeWidth={strong === true ? 2.6 : 1.6} />
        {say(`canvas.kind.${what}`)}
      </button>
    </Tip>
  );
  const carriedItem = carried === undefined ? undefined : items.find((one) => one.what === carried.what);
  return (
    <div className="palette" role="toolbar" aria-label={say('canvas.palette')} aria-orientation="vertical">
      {items.map(item)}
      <div className="palette-rule" />
      <Tip text={say('canvas.about.lane')} side="right">
        <button type="button" className="palette-item" data-palette="lane" onClick={act('insert.lane')}>
          <Rows3 size={20} strokeWidth={1.6} />
          {say('canvas.lane')}
        </button>
      </Tip>
      {item({ what: 'note', command: 'insert.note', Icon: StickyNote })}
      <div className="palette-rule" />
      <Tip text={say('canvas.about.numbers')} side="right">
        <button type="button" className="palette-item" data-palette="numbers" onClick={() => openDialog({ kind: 'numbers' })}>
          <Table2 size={20} strokeWidth={1.6} />
          {say('window.numbers')}
        </button>
      </Tip>
      {carriedItem === undefined || carried === undefined ? null : (
        <div className="palette-carried" style={{ left: carried.x, top: carried.y }}>
          <carriedItem.Icon size={22} strokeWidth={carriedItem.strong === true ? 2.6 : 1.6} />
          {say(`canvas.kind.${carriedItem.what}`)}
        </div>
      )}
    </div>
  );
}
