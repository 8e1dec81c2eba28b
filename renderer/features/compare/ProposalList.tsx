import { Ellipsis, GitCompare, Plus, Square } from 'lucide-react';
import { useMemo, type ReactNode } from 'react';
import { scenariosInOrder, todayId, type Document, type Scenario } from '../../../shared/document/scenarios/document.ts';
import { tellChanges } from '../../../shared/document/scenarios/tell-changes.ts';
import { useDocument, useTab } from '../../hooks/use-window.ts';
import { command, openDialog, showScenario } from '../../store/edit.ts';
import { addProposal, cancelWork, compareScenarios } from '../../store/simulation.ts';
import { modelOf } from '../../store/window-store.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { useSay } from '../../ui/locale.tsx';

/** Left in Compare: Today and the proposals, what each changes, and the button that runs them against one another. */
export function ProposalList(): ReactNode {
  const say = useSay();
  const document = useDocument();
  const working = useTab((tab) => tab.runs.working);
  if (document === undefined) return null;
  const scenarios = scenariosInOrder(document);
  return (
    <>
      <div className="panel-head">
        <h2>{say('results.proposals')}</h2>
        <IconButton label={say('desktop.commandAddProposal')} onClick={() => addProposal(say('results.newProposal', { n: scenarios.length }))}><Plus size={15} /></IconButton>
      </div>
      <ul className="proposals">
        {scenarios.map((scenario) => <Proposal key={scenario.id} document={document} scenario={scenario} />)}
      </ul>
      <div className="proposals-foot">
        {working?.what === 'compare' ? (
          <>
            <progress value={working.share} max={1} aria-label={say('results.comparing')} />
            <Button onClick={cancelWork}><Square size={13} />{say('results.cancel')}</Button>
          </>
        ) : (
          <Button kind="primary" disabled={scenarios.length < 2} onClick={() => void compareScenarios(scenarios.map(({ id }) => id))}>
            <GitCompare size={15} />
            {say(scenarios.length > 2 ? 'results.compareAll' : 'results.compare')}
          </Button>
        )}
      </div>
    </>
  );
}

function Proposal({ document, scenario }: { readonly document: Document; readonly scenario: Scenario }): ReactNode {
  const say = useSay();
  const shown = useTab((tab) => tab.scenario) === scenario.id;
  const today = scenario.id === todayId;
  const told = useMemo(() => tellChanges(modelOf(document, scenario.parent ?? todayId), scenario.changes), [document, scenario]);
  return (
    <li className="proposal" data-shown={shown ? '' : undefined}>
      <button type="button" className="proposal-title" aria-pressed={shown} onClick={() => showScenario(scenario.id)}>
        <strong className="clip">{today ? say('window.today') : scenario.name}</strong>
        {today ? null : <span className="muted">{say('results.changes', { n: scenario.changes.length })}{scenario.status === 'draft' ? '' : ` · ${say(`document.status.${scenario.status}`)}`}</span>}
      </button>
      {today ? null : <IconButton className="proposal-edit" label={say('results.editProposal', { name: scenario.name })} side="right" onClick={() => openDialog({ kind: 'proposal', scenario: scenario.id })}><Ellipsis size={15} /></IconButton>}
      {scenario.changes.length === 0 ? null : (
        <ul className="proposal-changes">
          {scenario.changes.map((change, at) => (
            <li key={change.id}>
              <label>
                <input
                  type="checkbox"
                  checked={change.on}
                  onChange={(event) => command({ type: 'change.edit', scenario: scenario.id, change: change.id, on: event.currentTarget.checked })}
                />
                {told[at] === undefined ? null : say.message(told[at])}
              </label>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
