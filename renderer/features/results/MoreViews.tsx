import { useMemo, useState, type ReactNode } from 'react';
import type { Evidence } from '../../../shared/analysis/readings/evidence.ts';
import { type MoreId, moreIds, viewBlocks, viewNames, views } from '../../../shared/report/views/views.ts';
import { showElement } from '../../store/show-element.ts';
import { Blocks } from '../../ui/Blocks.tsx';
import { useSay } from '../../ui/locale.tsx';
import { StudyBar } from './StudyBar.tsx';

/** What stands under More: a list of views, the chosen one beside it; those that rest on a study start it here. */
export function MoreViews({ evidence }: { readonly evidence: Evidence }): ReactNode {
  const say = useSay();
  const [chosen, setChosen] = useState<MoreId>(moreIds[0]);
  const view = views[chosen];
  const blocks = useMemo(() => viewBlocks(chosen, evidence), [chosen, evidence]);
  const missing = view.needs(evidence);
  return (
    <div className="more-views">
      <ul className="more-list" aria-label={say('results.more')}>
        {moreIds.map((id) => (
          <li key={id}>
            <button type="button" className="more-choice" aria-current={id === chosen ? 'true' : undefined} onClick={() => setChosen(id)}>{say(viewNames[id])}</button>
          </li>
        ))}
      </ul>
      <section className="more-view" aria-label={say(viewNames[chosen])}>
        {missing === undefined ? null : <p className="muted">{say.message(missing)}</p>}
        {view.rests === 'friction' || view.rests === 'tornado' ? <StudyBar study={view.rests} made={missing === undefined} /> : null}
        <Blocks blocks={blocks} onElement={showElement} />
      </section>
    </div>
  );
}
