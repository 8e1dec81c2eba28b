import { useMemo, type ReactNode } from 'react';
import { drawingFindings, findingsShown, runFindings } from '../../../shared/analysis/readings/findings.ts';
import { useEvidence } from '../../hooks/use-evidence.ts';
import { hasSteps } from '../../../shared/document/model/queries.ts';
import { openDialog } from '../../store/edit.ts';
import { showElement } from '../../store/show-element.ts';
import { FindingSentence, FindingWhy } from '../../ui/Blocks.tsx';
import { useSay } from '../../ui/locale.tsx';

/** Right of the canvas in Simulate: at most five findings beside the headline; a click zooms there, or to the table where what is missing is filled in. */
export function FindingsPanel(): ReactNode {
  const say = useSay();
  const evidence = useEvidence();
  const findings = useMemo(() => {
    if (evidence === undefined) return [];
    if (!hasSteps(evidence.scenario.model)) return [];
    return evidence.scenario.result === undefined ? drawingFindings(evidence).slice(0, findingsShown) : runFindings(evidence).slice(1, findingsShown + 1);
  }, [evidence]);
  return (
    <>
      <div className="panel-head"><h2>{say('window.findings')}</h2></div>
      {findings.length === 0 && evidence !== undefined && hasSteps(evidence.scenario.model) ? <p className="hint">{say('results.noFindings')}</p> : null}
      <ol className="findings">
        {findings.map((finding) => (
          <li key={finding.id} className="finding" data-kind={finding.kind}>
            <FindingSentence finding={finding} onElement={finding.kind === 'missing' ? () => openDialog({ kind: 'numbers' }) : showElement} />
            <FindingWhy finding={finding} />
          </li>
        ))}
      </ol>
    </>
  );
}
