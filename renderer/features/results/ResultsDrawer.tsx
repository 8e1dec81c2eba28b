import { X } from 'lucide-react';
import { useMemo, useRef, useState, type ReactNode } from 'react';
import type { Evidence } from '../../../shared/analysis/readings/evidence.ts';
import { doorIds, viewBlocks, viewNames, views, type ViewId } from '../../../shared/report/views/views.ts';
import { useDrawerFocus } from '../../hooks/use-drawer-focus.ts';
import { useEvidence, useStale } from '../../hooks/use-evidence.ts';
import { setDrawer, setMode } from '../../store/edit.ts';
import { showElement } from '../../store/show-element.ts';
import { Blocks } from '../../ui/Blocks.tsx';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { useSay } from '../../ui/locale.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { MoreViews } from './MoreViews.tsx';

/** The five doors into a result (LOOK, Layout), each a leadership view of sentences, pictures and tables, and what stands under More. */
export function ResultsDrawer(): ReactNode {
  const say = useSay();
  const evidence = useEvidence();
  const stale = useStale();
  const [door, setDoor] = useState<string>('whereTimeGoes');
  const root = useRef<HTMLDivElement>(null);
  useDrawerFocus(root, '[role="tab"][aria-selected="true"]');
  if (evidence === undefined) return null;
  return (
    <div className="results-drawer" ref={root} data-stale={stale ? '' : undefined}>
      <h2 className="visually-hidden">{say('window.results')}</h2>
      <Tabs
        label={say('results.doors')}
        active={door}
        onChange={setDoor}
        tabs={[
          ...doorIds.map((id) => ({ id, label: say(viewNames[id]), content: id === door ? <Door id={id} evidence={evidence} /> : null })),
          { id: 'more', label: say('results.more'), content: door === 'more' ? <MoreViews evidence={evidence} /> : null },
        ]}
      />
      <div className="results-drawer-close">
        {stale ? <span className="muted">{say('results.stale')}</span> : null}
        <IconButton label={say('results.closeDrawer')} onClick={() => setDrawer(false)}><X size={15} /></IconButton>
      </div>
    </div>
  );
}

function Door({ id, evidence }: { readonly id: ViewId; readonly evidence: Evidence }): ReactNode {
  const say = useSay();
  const blocks = useMemo(() => viewBlocks(id, evidence), [id, evidence]);
  const missing = views[id].needs(evidence);
  if (missing === undefined) {
    return (
      <>
        <Blocks blocks={blocks} onElement={showElement} />
        {id === 'whatToChange' ? <p className="door-way"><Button onClick={() => setMode('compare')}>{say('results.tryInCompare')}</Button></p> : null}
      </>
    );
  }
  return <p className="muted">{say.message(missing)}</p>;
}
