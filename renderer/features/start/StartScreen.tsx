import { FilePlus2, FolderOpen } from 'lucide-react';
import type { ReactNode } from 'react';
import { examples } from '../../../shared/examples/examples.ts';
import { useWindow } from '../../hooks/use-window.ts';
import { askToOpen, newDocument, openRecent } from '../../store/files.ts';
import { Button } from '../../ui/Button.tsx';
import { later } from '../../ui/later.tsx';
import { useSay } from '../../ui/locale.tsx';
import { openExample } from './open-example.ts';

const TemplateList = later(() => import('./TemplateList.tsx').then((part) => part.TemplateList), <ul className="template-list" />);
const LiveExample = later(() => import('./LiveExample.tsx').then((part) => part.LiveExample));

/** Before a document is open: draw, open, go on with something recent; beside it a live worked example with its finding. */
export function StartScreen(): ReactNode {
  const say = useSay();
  const recent = useWindow((all) => all.recent);
  const [first, ...more] = examples;
  return (
    <div className="start-screen">
      <section className="start-doors">
        <h1>{say('window.welcome')}</h1>
        <p className="muted">{say('results.promise')}</p>
        <Button kind="primary" size="large" onClick={newDocument}><FilePlus2 size={18} />{say('window.draw')}</Button>
        <Button size="large" onClick={() => void askToOpen()}><FolderOpen size={18} />{say('window.openOrImport')}</Button>
        {recent.length === 0 ? null : (
          <>
            <h2>{say('window.recent')}</h2>
            <ul className="start-list">
              {recent.slice(0, 6).map((file) => (
                <li key={file.path}><button type="button" className="menu-item" title={file.path} onClick={() => void openRecent(file.path)}><span className="clip">{file.name}</span></button></li>
              ))}
            </ul>
          </>
        )}
        <h2>{say('files.templates')}</h2>
        <TemplateList />
        <h2>{say('results.examples')}</h2>
        <ul className="start-list">
          {more.map((example) => (
            <li key={example.id}>
              <button type="button" className="menu-item" data-example={example.id} onClick={() => void openExample(example)}>
                <span className="start-example"><strong>{say.message(example.title)}</strong><span className="muted">{say.message(example.about)}</span></span>
              </button>
            </li>
          ))}
        </ul>
      </section>
      {first === undefined ? null : (
        <section className="start-live" aria-label={say.message(first.title)}>
          <LiveExample example={first} />
        </section>
      )}
    </div>
  );
}
