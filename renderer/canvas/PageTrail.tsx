import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { useModel, useProcess, useTab } from '../hooks/use-window.ts';
import { showPage } from '../store/edit.ts';
import { useSay } from '../ui/locale.tsx';

/** Which page is shown, where the document has several or the inside of a sub-process is open. */
export function PageTrail(): ReactNode {
  const say = useSay();
  const model = useModel();
  const process = useProcess();
  const within = useTab((tab) => tab.within);
  if (model === undefined || process === undefined) return null;
  const pages = Object.values(model.processes);
  const trail: { readonly id: string; readonly name: string }[] = [];
  for (let id = within; id !== undefined; id = model.nodes[id]?.parent) trail.unshift({ id, name: model.nodes[id]?.name ?? say('canvas.kind.subprocess') });
  if (pages.length < 2 && trail.length === 0) return null;
  return (
    <nav className="page-trail" aria-label={say('canvas.pages')}>
      {pages.length < 2
        ? <button type="button" onClick={() => showPage(process.id)}>{process.name}</button>
        : pages.map((page) => (
            <button key={page.id} type="button" aria-current={page.id === process.id ? 'page' : undefined} onClick={() => showPage(page.id)}>{page.name}</button>
          ))}
      {trail.map((step) => (
        <span key={step.id} className="row">
          <ChevronRight size={13} />
          <button type="button" aria-current={step.id === within ? 'page' : undefined} onClick={() => showPage(process.id, step.id)}>{step.name}</button>
        </span>
      ))}
    </nav>
  );
}
