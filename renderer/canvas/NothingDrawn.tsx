import type { ReactNode } from 'react';
import { setMode } from '../store/edit.ts';
import { Button } from '../ui/Button.tsx';
import { useSay } from '../ui/locale.tsx';

/** In the place of an empty page where it is read and not drawn: the way to draw it. */
export function NothingDrawn(): ReactNode {
  const say = useSay();
  return (
    <div className="empty-canvas" data-empty="page">
      <h2>{say('window.nothingDrawn')}</h2>
      <p className="muted">{say('window.nothingDrawnHint')}</p>
      <div className="row"><Button kind="primary" onClick={() => setMode('draw')}>{say('window.mode.draw')}</Button></div>
    </div>
  );
}
