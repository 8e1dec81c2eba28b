import { Play, RotateCw, Square } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Studies } from '../../../shared/analysis/readings/studied.ts';
import { useTab } from '../../hooks/use-window.ts';
import { isStale } from '../../store/runs.ts';
import { cancelWork, startStudy } from '../../store/simulation.ts';
import { Button } from '../../ui/Button.tsx';
import { useSay } from '../../ui/locale.tsx';

/** Starts a study, shows how far it is, ends it; once it was made it is offered anew where something changed since. */
export function StudyBar({ study, made }: { readonly study: keyof Studies; readonly made: boolean }): ReactNode {
  const say = useSay();
  const working = useTab((tab) => tab.runs.working);
  const stale = useTab((tab) => {
    const calculated = tab.runs.studies?.[tab.scenario];
    return calculated !== undefined && isStale(calculated, tab.history.document);
  }) === true;
  if (working?.what === 'study') {
    return (
      <div className="study-bar">
        <progress value={working.share} max={1} aria-label={say('results.studying')} />
        <Button onClick={cancelWork}><Square size={13} />{say('results.cancel')}</Button>
      </div>
    );
  }
  if (made && !stale) return null;
  return (
    <div className="study-bar">
      {made ? <span className="muted">{say('results.studyStale')}</span> : null}
      <Button kind="primary" disabled={working !== undefined} onClick={() => void startStudy(study)}>
        {made ? <RotateCw size={14} /> : <Play size={14} />}
        {say(made ? 'results.studyAgain' : 'results.study')}
      </Button>
    </div>
  );
}
