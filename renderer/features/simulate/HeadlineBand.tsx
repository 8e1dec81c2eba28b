import { Play, RotateCw, Square, TriangleAlert } from 'lucide-react';
import { useMemo, type ReactNode } from 'react';
import { headlineOf } from '../../../shared/analysis/readings/findings.ts';
import type { RunResult } from '../../../shared/simulation/results/run-result.ts';
import { rangeText } from '../../../shared/analysis/readings/phrases.ts';
import { hasSteps } from '../../../shared/document/model/queries.ts';
import { useEvidence, useStale } from '../../hooks/use-evidence.ts';
import { useTab } from '../../hooks/use-window.ts';
import { openDialog, setDrawer } from '../../store/edit.ts';
import { showElement } from '../../store/show-element.ts';
import { cancelWork, runSimulation } from '../../store/simulation.ts';
import { Button, LinkButton } from '../../ui/Button.tsx';
import { useSay } from '../../ui/locale.tsx';

/** Above the canvas in Simulate: one finding and Why; or what runs, what failed, what is out of date. */
export function HeadlineBand(): ReactNode {
  const runs = useTab((tab) => tab.runs);
  if (runs === undefined) return null;
  return (
    <section className="headline-band" aria-live="polite">
      {runs.working?.what === 'run' ? <Running share={runs.working.share} part={runs.working.part} /> : runs.failure !== undefined ? <Failed /> : <Found />}
    </section>
  );
}

function Running({ share, part }: { readonly share: number; readonly part: RunResult | undefined }): ReactNode {
  const say = useSay();
  const low = part?.leadTime.low;
  const high = part?.leadTime.high;
  return (
    <>
      <div className="headline-text">
        <progress value={share} max={1} aria-label={say('results.running')} />
        <p className="muted">
          {typeof low === 'number' && typeof high === 'number' ? say('results.soFar', { range: rangeText(low, high) }) : say('results.running')}
        </p>
      </div>
      <Button onClick={cancelWork}><Square size={13} />{say('results.cancel')}</Button>
    </>
  );
}

function Failed(): ReactNode {
  const say = useSay();
  const failure = useTab((tab) => tab.runs.failure);
  if (failure === undefined) return null;
  const { element } = failure;
  return (
    <>
      <TriangleAlert size={20} className="headline-mark" aria-hidden />
      <div className="headline-text" role="alert">
        <p>{say.message(failure.message)}</p>
        <p className="headline-ways">
          {element === undefined ? null : <LinkButton onClick={() => showElement(element)}>{say('results.showIt')}</LinkButton>}
          <LinkButton onClick={() => openDialog({ kind: 'numbers' })}>{say('window.numbers')}</LinkButton>
        </p>
      </div>
      <SimulateButton />
    </>
  );
}

function Found(): ReactNode {
  const say = useSay();
  const evidence = useEvidence();
  const stale = useStale();
  const drawer = useTab((tab) => tab.drawer) === true;
  const steps = evidence !== undefined && hasSteps(evidence.scenario.model);
  const finding = useMemo(() => (evidence === undefined ? undefined : headlineOf(evidence)), [evidence]);
  if (finding === undefined) {
    return (
      <>
        <div className="headline-text"><p className="muted">{say('results.notRunYet')}</p></div>
        {steps ? <SimulateButton /> : null}
      </>
    );
  }
  return (
    <>
      <div className="headline-text" data-stale={stale ? '' : undefined}>
        <h1 className="headline">{say.message(finding.sentence)}</h1>
        {finding.remedies === undefined || stale ? (
          <p className="muted">{stale ? say('results.stale') : finding.why?.[0] === undefined ? null : say.message(finding.why[0])}</p>
        ) : (
          <p className="headline-ways">
            {finding.remedies.map(({ sentence, element }, at) => (
              <LinkButton key={at} onClick={() => (element === undefined ? openDialog({ kind: 'numbers' }) : showElement(element))}>{say.message(sentence)}</LinkButton>
            ))}
          </p>
        )}
      </div>
      <Button kind="quiet" aria-expanded={drawer} onClick={() => setDrawer(!drawer)}>{say(drawer ? 'results.closeWhy' : 'results.why')}</Button>
      <SimulateButton again={!stale} />
    </>
  );
}

function SimulateButton({ again = false }: { readonly again?: boolean }): ReactNode {
  const say = useSay();
  return (
    <Button kind={again ? 'plain' : 'primary'} onClick={() => void runSimulation()}>
      {again ? <RotateCw size={14} /> : <Play size={14} />}
      {say(again ? 'results.simulateAgain' : 'results.simulate')}
    </Button>
  );
}
