import type { ElementId } from '../../shared/document/model/fields.ts';
import { freshRowId, todayId, type Scenario } from '../../shared/document/scenarios/document.ts';
import type { Job } from '../../shared/jobs/job.ts';
import { submitJob } from '../host/jobs.ts';
import { command, setMode, showScenario } from './edit.ts';
import type { Runs } from './runs.ts';
import { activeTab, changeTab } from './window-store.ts';

const changeRuns = (tab: string, change: (runs: Runs) => Runs): void => changeTab((now) => ({ ...now, runs: change(now.runs) }), tab);

const withoutWork = ({ working: _working, failure: _failure, ...rest }: Runs): Runs => rest;

/** Starts a run of a scenario, by default the one on the canvas; one that goes on is ended first. */
export async function runSimulation(options: Partial<Omit<Extract<Job, { type: 'run' }>, 'type' | 'document'>> = {}): Promise<void> {
  const tab = activeTab();
  if (tab === undefined) return;
  tab.runs.working?.cancel();
  const { document } = tab.history;
  const scenario = options.scenario ?? tab.scenario;
  const handle = submitJob(
    { type: 'run', document, scenario, gain: 'top', plausible: true, ...options },
    {
      progress: ({ done, total }) => changeRuns(tab.id, (runs) => (runs.working === undefined ? runs : { ...runs, working: { ...runs.working, share: total === 0 ? 0 : done / total } })),
      part: ({ result }) => changeRuns(tab.id, (runs) => (runs.working === undefined ? runs : { ...runs, working: { ...runs.working, part: result } })),
    },
  );
  changeRuns(tab.id, (runs) => ({ ...withoutWork(runs), working: { what: 'run', share: 0, cancel: () => handle.cancel() } }));
  const outcome = await handle.outcome;
  changeRuns(tab.id, (runs) => {
    const rest = withoutWork(runs);
    if (!outcome.ok) return outcome.failure.code === 'cancelled' ? rest : { ...rest, failure: outcome.failure };
    return { ...rest, byScenario: { ...rest.byScenario, [scenario]: { document, result: outcome.value } } };
  });
}

/** Compares scenarios by paired runs; the first is what the others are held against. */
export async function compareScenarios(scenarios: readonly ElementId[]): Promise<void> {
  const tab = activeTab();
  if (tab === undefined || scenarios.length < 2) return;
  tab.runs.working?.cancel();
  const { document } = tab.history;
  const handle = submitJob(
    { type: 'compare', document, scenarios: [...scenarios] },
    { progress: ({ done, total }) => changeRuns(tab.id, (runs) => (runs.working === undefined ? runs : { ...runs, working: { ...runs.working, share: total === 0 ? 0 : done / total } })) },
  );
  changeRuns(tab.id, (runs) => ({ ...withoutWork(runs), working: { what: 'compare', share: 0, cancel: () => handle.cancel() } }));
  const outcome = await handle.outcome;
  changeRuns(tab.id, (runs) => {
    const rest = withoutWork(runs);
    if (!outcome.ok) return outcome.failure.code === 'cancelled' ? rest : { ...rest, failure: outcome.failure };
    return { ...rest, comparison: { document, result: outcome.value } };
  });
}

/** Ends the calculation that goes on; what was found before stays. */
export const cancelWork = (): void => activeTab()?.runs.working?.cancel();

/** A new proposal on top of a scenario, put on the canvas in Draw. Its id, or undefined where it was refused. */
export function addProposal(name: string, parent: ElementId = todayId): ElementId | undefined {
  const tab = activeTab();
  if (tab === undefined) return undefined;
  const id = freshRowId(tab.history.document.scenarios, 'proposal');
  const scenario: Scenario = { id, name, parent, changes: [], status: 'draft' };
  if (!command({ type: 'scenario.add', scenario })) return undefined;
  showScenario(id);
  setMode('draw');
  return id;
}

/** Switches the canvas between Today and the proposal that was looked at last. */
export function toggleProposal(): void {
  const tab = activeTab();
  if (tab === undefined) return;
  if (tab.scenario !== todayId) showScenario(todayId);
  else {
    const last = Object.keys(tab.history.document.scenarios).filter((id) => id !== todayId).at(-1);
    if (last !== undefined) showScenario(last);
  }
}
