import { Lightbulb } from 'lucide-react';
import { useMemo, type ReactNode } from 'react';
import { remedyOf } from '../../../shared/analysis/redesign/remedy.ts';
import { readComparison } from '../../../shared/analysis/readings/comparison.ts';
import type { Evidence } from '../../../shared/analysis/readings/evidence.ts';
import { selectionFinding } from '../../../shared/analysis/readings/selection.ts';
import { type Suggestion, suggestions } from '../../../shared/analysis/readings/suggestions.ts';
import { hasSteps } from '../../../shared/document/model/queries.ts';
import { todayId } from '../../../shared/document/scenarios/document.ts';
import { findingSentence } from '../../../shared/report/block.ts';
import { comparisonBlocks } from '../../../shared/report/views/what-to-change.ts';
import { timeBarsPicture } from '../../../shared/report/pictures.ts';
import { groupTimes } from '../../../shared/analysis/readings/groups.ts';
import { useComparedEvidence } from '../../hooks/use-evidence.ts';
import { useTab } from '../../hooks/use-window.ts';
import { perform, setMode } from '../../store/edit.ts';
import { isStale } from '../../store/runs.ts';
import { addProposal, compareScenarios, runSimulation } from '../../store/simulation.ts';
import { showElement } from '../../store/show-element.ts';
import { activeTab } from '../../store/window-store.ts';
import { Blocks } from '../../ui/Blocks.tsx';
import { Button } from '../../ui/Button.tsx';
import { useSay } from '../../ui/locale.tsx';

/** Pixels of the panel that a picture can fill. */
const barsWidth = 288;

/** Right in Compare: the effect of the proposal, who gains, who pays, effects elsewhere; before that, what to try. */
export function ComparePanel(): ReactNode {
  const say = useSay();
  const tab = useTab((one) => one);
  const evidence = useComparedEvidence();
  if (tab === undefined || evidence === undefined) return null;
  const { comparison, failure } = tab.runs;
  const compared = comparison?.result.comparison;
  const known = compared?.scenarios.some(({ id }) => id === tab.scenario) === true;
  const told = known ? tab.scenario : compared?.scenarios[0]?.id;
  const proposal = tab.scenario === todayId ? undefined : tab.history.document.scenarios[tab.scenario];
  return (
    <>
      <div className="panel-head"><h2>{say('results.effect')}</h2></div>
      <div className="panel-body">
        {failure === undefined ? null : <p role="alert" className="notice">{say.message(failure.message)}</p>}
        {comparison !== undefined && (known || proposal === undefined) && isStale(comparison, tab.history.document) ? <p className="muted">{say('results.stale')}</p> : null}
        {proposal !== undefined && !known ? <NotCompared name={proposal.name} changes={proposal.changes.length} /> : compared === undefined || told === undefined ? <Suggested evidence={evidence} hasRun={tab.runs.byScenario[todayId] !== undefined} /> : <Effect evidence={evidence} proposal={told} />}
      </div>
    </>
  );
}

/** A proposal of which nothing is known yet: how to know it, instead of what another one does. */
function NotCompared({ name, changes }: { readonly name: string; readonly changes: number }): ReactNode {
  const say = useSay();
  const working = useTab((tab) => tab.runs.working?.what === 'compare') === true;
  return (
    <>
      <h3>{name}</h3>
      <p className="muted">{say(working ? 'results.comparing' : changes === 0 ? 'results.changesNothing' : 'results.notCompared')}</p>
      {changes === 0 ? <Button onClick={() => setMode('draw')}>{say('results.editNow')}</Button> : working ? null : <Button kind="primary" onClick={compareAll}>{say('results.compareNow')}</Button>}
    </>
  );
}

/** Runs Today and all proposals against one another. */
const compareAll = (): void => void compareScenarios([todayId, ...Object.keys(activeTab()?.history.document.scenarios ?? {}).filter((other) => other !== todayId)]);

function Effect({ evidence, proposal }: { readonly evidence: Evidence; readonly proposal: string }): ReactNode {
  const blocks = useMemo(() => {
    const reading = evidence.comparison === undefined ? undefined : readComparison(evidence, evidence.comparison, proposal);
    if (reading === undefined) return [];
    const after = evidence.proposals?.find(({ id }) => id === proposal);
    const ran = [evidence.base, after].flatMap((one) => (one?.result === undefined ? [] : [{ name: one.name, groups: groupTimes(one.result.attribution) }]));
    const selection = evidence.comparison?.selection;
    return [...(selection === undefined ? [] : [findingSentence(selectionFinding(evidence, selection))]), ...comparisonBlocks(reading), ...(ran.length === 2 ? [timeBarsPicture(ran, 'compared-bars', barsWidth)] : [])];
  }, [evidence, proposal]);
  return <Blocks blocks={blocks} onElement={showElement} />;
}

/** "What would you change?", with three suggestions that open a proposal. */
function Suggested({ evidence, hasRun }: { readonly evidence: Evidence; readonly hasRun: boolean }): ReactNode {
  const say = useSay();
  const base = evidence.base;
  const found = useMemo(
    () => (base?.result === undefined ? [] : suggestions({ ...evidence, scenario: base }, base.result)),
    [evidence, base],
  );
  return (
    <>
      <h3>{say('results.whatChange')}</h3>
      {found.map((suggestion) => (
        <button key={suggestion.id} type="button" className="suggestion" onClick={() => propose(evidence, suggestion, say.message(suggestion.sentence))}>
          <Lightbulb size={16} aria-hidden />
          <span>
            <strong>{say.message(suggestion.sentence)}</strong>
            <span className="muted">{say.message(suggestion.reason)}</span>
          </span>
        </button>
      ))}
      {hasRun || !hasSteps(evidence.scenario.model) ? null : <Button onClick={() => void runSimulation({ scenario: todayId })}>{say('results.simulate')}</Button>}
      <p className="muted">{say('results.howToPropose')}</p>
    </>
  );
}

/** Opens a proposal with the suggested change in it; one that asks for a person's own idea opens empty, at its place. */
function propose(evidence: Evidence, suggestion: Suggestion, name: string): void {
  const operations = evidence.base === undefined ? [] : remedyOf(evidence.base.model, suggestion);
  const id = addProposal(name);
  if (id === undefined) return;
  if (operations.length > 0 && perform(operations)) {
    setMode('compare');
    compareAll();
    return;
  }
  const first = suggestion.elements[0];
  if (first !== undefined) showElement(first);
}
