import { useEffect, useState, type ReactNode } from 'react';
import { host } from '../host/host.ts';
import { openDialog } from '../store/edit.ts';
import { openFiles } from '../store/files.ts';
import { useSay } from '../ui/locale.tsx';

/** Files that are dropped anywhere on the window are opened. */
export function DropTarget(): ReactNode {
  const say = useSay();
  const [over, setOver] = useState(false);
  useEffect(() => {
    const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true;
    const onOver = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const onLeave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false);
    };
    const onDrop = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(false);
      void host().openDropped([...(event.dataTransfer?.files ?? [])]).then((opened) => {
        if (opened.ok) return openFiles(opened.value);
        openDialog({ kind: 'failure', failure: opened.failure });
        return undefined;
      });
    };
    window.addEventListener('dragover', onOver);
    window.addEventListener('dragleave', onLeave);
    window.addEventListener('drop', onDrop);
    return () => {
      window.removeEventListener('dragover', onOver);
      window.removeEventListener('dragleave', onLeave);
      window.removeEventListener('drop', onDrop);
    };
  }, []);
  return over ? <div className="drop-here">{say('window.dropToOpen')}</div> : null;
}
