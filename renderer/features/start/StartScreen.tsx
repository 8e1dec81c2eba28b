import { FilePlus2, FolderOpen } from 'lucide-react';
import { useMemo, type ReactNode } from 'react';
import { headlineOf, runFindings } from '../../../shared/analysis/readings/findings.ts';
import { parseDocument } from '../../../shared/document/file/parse.ts';
import { todayId, type Document } from '../../../shared/document/scenarios/document.ts';
import { drawDiagram } from '../../../shared/drawing/diagram.ts';
import { type Example, examples } from '../../../shared/examples/examples.ts';
import { exampleResult } from '../../../shared/examples/results/results.ts';
import { paintOfResult } from '../../../shared/report/paint-of-results.ts';
import { useWindow } from '../../hooks/use-window.ts';
import { askToOpen, newDocument, openRecent } from '../../store/files.ts';
import { openDocument } from '../../store/tabs.ts';
import { setMode } from '../../store/edit.ts';
import { runSimulation } from '../../store/simulation.ts';
import { changeTab } from '../../store/window-store.ts';
import { Button } from '../../ui/Button.tsx';
import { useLocale, useSay } from '../../ui/locale.tsx';
import { ScenePicture } from '../../ui/ScenePicture.tsx';

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
        <h2>{say('results.examples')}</h2>
        <ul className="start-list">
          {more.map((example) => (
            <li key={example.id}>
              <button type="button" className="menu-item" data-example={example.id} onClick={() => openExample(example)}>
                <span className="start-example"><strong>{say.message(example.title)}</strong><span className="muted clip">{say.message(example.about)}</span></span>
              </button>
            </li>
          ))}
        </ul>
      </section>
      {first === undefined ? null : <LiveExample example={first} />}
    </div>
  );
}

/** The first example with its diagram, its finding and what it rests on, from results that ship with it. */
function LiveExample({ example }: { readonly example: Example }): ReactNode {
  const say = useSay();
  const locale = useLocale();
  const shown = useMemo(() => {
    const document = read(example);
    const result = exampleResult(example.id);
    const model = document.model;
    const process = Object.keys(model.processes)[0] ?? '';
    const evidence = { settings: document.settings, scenario: { id: todayId, name: say('window.today'), model, ...(result === undefined ? {} : { result }) } };
    const paint = result === undefined ? {} : paintOfResult('friction', model, result, locale);
    return { scene: drawDiagram(model, process, paint, { locale, legend: false }), headline: headlineOf(evidence), findings: runFindings(evidence).slice(1, 3) };
  }, [example, locale, say]);
  return (
    <section className="start-live" aria-label={say.message(example.title)}>
      <header>
        <span className="muted">{say('results.workedExample')} · {say.message(example.title)}</span>
        {shown.headline === undefined ? null : <h2 className="headline">{say.message(shown.headline.sentence)}</h2>}
        {shown.findings.map((finding) => <p key={finding.id}>{say.message(finding.sentence)}</p>)}
      </header>
      <button type="button" className="start-picture" aria-label={say('results.openExample', { name: say.message(example.title) })} onClick={() => openExample(example)}>
        <ScenePicture scene={shown.scene} fluid />
      </button>
      <footer><Button onClick={() => openExample(example)} data-example={example.id}>{say('results.explore')}</Button></footer>
    </section>
  );
}

function read(example: Example): Document {
  const parsed = parseDocument(example.text, example.id);
  if (!parsed.ok) throw new Error(`The example ${example.id} cannot be read: ${parsed.failure.code}`);
  return parsed.value;
}

/** Opens an example as a new document with its results: those that ship with it at once, others as they are simulated. */
function openExample(example: Example): void {
  const document = read(example);
  const result = exampleResult(example.id);
  openDocument(document, { name: document.settings.title });
  setMode('simulate');
  if (result === undefined) void runSimulation();
  else changeTab((tab) => ({ ...tab, runs: { ...tab.runs, byScenario: { [todayId]: { document, result } } } }));
}
