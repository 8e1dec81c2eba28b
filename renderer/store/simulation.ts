import type { Studies } from '../../shared/analysis/readings/studied.ts';
import { defaults } from '../../shared/document/model/defaults.ts';
import type { ElementId } from '../../shared/document/model/fields.ts';
import { freshRowId, todayId, type Scenario } from '../../shared/document/scenarios/document.ts';
import type { Job, ResultOf } from '../../shared/jobs/job.ts';
import { submitJob } from '../host/jobs.ts';
import { command, setMode, showScenario } from './edit.ts';
import type { Runs } from './runs.ts';
import type { DocumentTab } from './state.ts';
import { today } from './today.ts';
import { activeTab, changeTab } from './window-store.ts';

const changeRuns = (tab: string, change: (runs: Runs) => Runs): void => changeTab((now) => ({ ...now, runs: change(now.runs) }), tab);

const withoutWork = ({ working: _working, failure: _failure, ...rest }: Runs): Runs => rest;

/** Starts a job of a tab and keeps what it found; one that goes on there is ended first. */
async function calculate<J extends Job>(tab: DocumentTab, what: NonNullable<Runs['working']>['what'], job: J, keep: (runs: Runs, result: ResultOf<J>) => Runs): Promise<void> {
  tab.runs.working?.cancel();
  const change = (part: Partial<NonNullable<Runs['working']>>): void =>
    changeRuns(tab.id, (runs) => (runs.working === undefined ? runs : { ...runs, working: { ...runs.working, ...part } }));
  const handle = submitJob(job, {
    progress: ({ done, total }) => change({ share: total === 0 ? 0 : done / total }),
    part: ({ result }) => change({ part: result }),
  });
  changeRuns(tab.id, (runs) => ({ ...withoutWork(runs), working: { what, share: 0, cancel: () => handle.cancel() } }));
  const outcome = await handle.outcome;
  changeRuns(tab.id, (runs) => {
    const rest = withoutWork(runs);
    if (!outcome.ok) return outcome.failure.code === 'cancelled' ? rest : { ...rest, failure: outcome.failure };
    return keep(rest, outcome.value);
  });
}

/** Starts a run of a scenario, by default the one on the canvas. */
export async function runSimulation(options: Partial<Omit<Extract<Job, { type: 'run' }>, 'type' | 'document'>> = {}): Promise<void> {
  const tab = activeTab();
  if (tab === undefined) return;
  const { document } = tab.history;
  const scenario = options.scenario ?? tab.scenario;
  await calculate(tab, 'run', { type: 'run', document, scenario, gain: 'top', plausible: true, ...options }, (runs, result) => ({
    ...runs, byScenario: { ...runs.byScenario, [scenario]: { document, result } },
  }));
}

/** Compares scenarios by paired runs; the first is what the others are held against. */
export async function compareScenarios(scenarios: readonly ElementId[]): Promise<void> {
  const tab = activeTab();
  if (tab === undefined || scenarios.length < 2) return;
  const { document } = tab.history;
  await calculate(tab, 'compare', { type: 'compare', document, scenarios: [...scenarios] }, (runs, result) => ({ ...runs, comparison: { document, result } }));
}

/** Pairs are telling under common random numbers: more runs than these nobody at a window waits for. */
const runsOfStudy = 10;

/** Starts a study of the scenario on the canvas. */
export async function startStudy(study: keyof Studies): Promise<void> {
  const tab = activeTab();
  if (tab === undefined) return;
  const { scenario } = tab;
  const { document } = tab.history;
  const replications = Math.min(runsOfStudy, document.runSettings.replications ?? defaults.run.replications);
  await calculate(tab, 'study', { type: 'study', study, document, scenario, settings: { replications } }, (runs, result) => {
    const before = runs.studies?.[scenario];
    const kept = before?.document === document ? before.result : {};
    return result.study === 'gain' ? runs : { ...runs, studies: { ...runs.studies, [scenario]: { document, result: { ...kept, [result.study]: result } } } };
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

/** Takes a proposal out of the document; where it is on the canvas, Today comes there. Undo brings it back. */
export function removeProposal(id: ElementId): void {
  const before = activeTab()?.scenario;
  if (before === id) showScenario(todayId);
  if (!command({ type: 'scenario.remove', scenario: id }) && before !== undefined) showScenario(before);
}

/** Makes Today what a proposal says: it was done. Undo takes it back. */
export function putInPlace(id: ElementId): void {
  if (command({ type: 'scenario.promote', scenario: id, date: today() })) showScenario(todayId);
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
