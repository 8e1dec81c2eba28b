import { FilePlus2, FolderOpen } from 'lucide-react';
import type { ReactNode } from 'react';
import { useWindow } from '../hooks/use-window.ts';
import { askToOpen, newDocument, openRecent } from '../store/files.ts';
import { Button } from '../ui/Button.tsx';
import { useSay } from '../ui/locale.tsx';

/** What the window shows before a document is open: draw, open, or go on with something recent. */
export function Welcome(): ReactNode {
  const say = useSay();
  const recent = useWindow((all) => all.recent);
  return (
    <div className="welcome">
      <h1>{say('window.welcome')}</h1>
      <div className="row">
        <Button kind="primary" size="large" onClick={newDocument}>
          <FilePlus2 size={18} />
          {say('window.draw')}
        </Button>
        <Button size="large" onClick={() => void askToOpen()}>
          <FolderOpen size={18} />
          {say('window.openOrImport')}
        </Button>
      </div>
      {recent.length === 0 ? null : (
        <section>
          <h3 className="muted">{say('window.recent')}</h3>
          <ul>
            {recent.map((file) => (
              <li key={file.path}>
                <button type="button" className="menu-item" title={file.path} onClick={() => void openRecent(file.path)}>
                  <span className="menu-label">{file.name}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
