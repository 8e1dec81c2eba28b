import { useMemo, type ReactNode } from 'react';
import { headlineOf, runFindings } from '../../../shared/analysis/readings/findings.ts';
import { todayId } from '../../../shared/document/scenarios/document.ts';
import { drawDiagram } from '../../../shared/drawing/diagram.ts';
import type { Example } from '../../../shared/examples/examples.ts';
import { exampleResult } from '../../../shared/examples/results/results.ts';
import { paintOfResult } from '../../../shared/report/paint-of-results.ts';
import { Button } from '../../ui/Button.tsx';
import { useLocale, useSay } from '../../ui/locale.tsx';
import { ScenePicture } from '../../ui/ScenePicture.tsx';
import { openExample, readExample } from './open-example.ts';

/** The first example with its diagram, its finding and what it rests on, from results that ship with it. */
export function LiveExample({ example }: { readonly example: Example }): ReactNode {
  const say = useSay();
  const locale = useLocale();
  const shown = useMemo(() => {
    const document = readExample(example);
    const result = exampleResult(example.id);
    const model = document.model;
    const process = Object.keys(model.processes)[0] ?? '';
    const evidence = { settings: document.settings, scenario: { id: todayId, name: say('window.today'), model, ...(result === undefined ? {} : { result }) } };
    const paint = result === undefined ? {} : paintOfResult('friction', model, result, locale);
    return { scene: drawDiagram(model, process, paint, { locale, legend: false }), headline: headlineOf(evidence), findings: runFindings(evidence).slice(1, 3) };
  }, [example, locale, say]);
  return (
    <>
      <header>
        <span className="muted">{say('results.workedExample')} · {say.message(example.title)}</span>
        {shown.headline === undefined ? null : <h2 className="headline">{say.message(shown.headline.sentence)}</h2>}
        {shown.findings.map((finding) => <p key={finding.id}>{say.message(finding.sentence)}</p>)}
      </header>
      <button type="button" className="start-picture" aria-label={say('results.openExample', { name: say.message(example.title) })} onClick={() => void openExample(example)}>
        <ScenePicture scene={shown.scene} fluid />
      </button>
      <footer><Button onClick={() => void openExample(example)} data-example={example.id}>{say('results.explore')}</Button></footer>
    </>
  );
}
