import { gainStudy, teamsForGain } from '../analysis/studies/gain.ts';
import { scenarioIdOf } from '../analysis/studies/evidence.ts';
import type { Interval, Measure, Paired } from '../analysis/studies/measure.ts';
import { frictionRuns, frictionStudy } from '../analysis/studies/friction.ts';
import type { GainStudy } from '../analysis/studies/results.ts';
import { tornadoModels, tornadoStudy } from '../analysis/studies/tornado.ts';
import { touchTest } from '../analysis/studies/touched.ts';
import { defaults } from '../document/model/defaults.ts';
import type { Model } from '../document/model/model.ts';
import { type Document, todayId } from '../document/scenarios/document.ts';
import { resolveScenario } from '../document/scenarios/resolve.ts';
import { message } from '../language/message.ts';
import { fail, type Outcome, succeed } from '../language/outcome.ts';
import { compareRuns } from '../simulation/experiment/compare.ts';
import { countUnsureInputs } from '../simulation/experiment/draw-inputs.ts';
import { estimateNetwork } from '../simulation/estimate/estimate.ts';
import { estimateOf, pairedEstimate } from '../simulation/experiment/estimates.ts';
import { leadTimeOf } from '../simulation/experiment/measures.ts';
import { plausibleRange } from '../simulation/experiment/plausible-range.ts';
import { selectBest } from '../simulation/experiment/select-best.ts';
import { seriesOf } from '../simulation/experiment/series.ts';
import { summariseRun } from '../simulation/experiment/summarise.ts';
import type { SelectionResult } from '../simulation/results/comparison.ts';
import type { ReplicationResult } from '../simulation/results/replication-result.ts';
import type { RunResult } from '../simulation/results/run-result.ts';
import type { JobOf, JobResults } from './job.ts';
import { Laboratory, type Subject } from './laboratory.ts';
import type { JobWatch, Ports } from './ports.ts';

/** Runs one scenario: replications, the plausible range where inputs are guesses, and the causal bottleneck. */
export async function runScenario(job: JobOf<'run'>, ports: Ports, watch: JobWatch): Promise<Outcome<RunResult>> {
  const unsure = (model: Model): boolean => job.plausible === true && isUnsure(model);
  const opened = await openScenario(job, ports, watch, (laboratory, model) => laboratory.planned * (unsure(model) ? 2 : 1));
  if (!opened.ok) return opened;
  const { subject, laboratory } = opened.value;
  const results = await laboratory.run(subject, (sofar) => {
    if (watch.part !== undefined && isTelling(sofar.length)) watch.part({ result: summarise(opened.value, sofar, ports) });
  });
  if (!results.ok) return results;
  const drawn = unsure(subject.model) ? await laboratory.replications(subject, results.value.length, true) : succeed(undefined);
  if (!drawn.ok) return drawn;
  return conclude(opened.value, results.value, drawn.value, job.gain ?? 'top', ports);
}

/** Whether inputs are guesses, so that there is a plausible range. */
export const isUnsure = (model: Model): boolean => countUnsureInputs(model, defaults.spread) > 0;

function summarise({ id, subject, laboratory }: Opened, results: readonly ReplicationResult[], ports: Ports, plausible?: readonly ReplicationResult[]): RunResult {
  // What drains has no steady state to estimate.
  const estimate = laboratory.settings.mode === 'steady' ? estimateNetwork(subject.network) : undefined;
  return summariseRun(results, laboratory.settings, subject.network, { version: ports.version, scenario: id, plausible, estimate });
}

/** What a run found, from its replications wherever they were run, with the causal bottleneck where it is asked for. */
export async function conclude(
  opened: Opened, results: readonly ReplicationResult[], drawn: readonly ReplicationResult[] | undefined, gain: 'none' | 'top' | 'all', ports: Ports,
): Promise<Outcome<RunResult>> {
  const result = summarise(opened, results, ports, drawn);
  if (gain === 'none') return succeed(result);
  const count = gain === 'all' ? results.length : Math.min(results.length, pairsForGain);
  const gains = await gainsOf(opened.laboratory, opened.subject.model, result, count, gain);
  return gains.ok ? succeed(withGains(result, gains.value)) : gains;
}

/** Pairs are telling under common random numbers: for the headline's bottleneck these many suffice. */
const pairsForGain = 10;

/** Numbers of replications after which a part of a result is worth showing. */
const isTelling = (count: number): boolean => count === 2 || count === 3 || (count >= 5 && count % 5 === 0);

export interface Opened {
  readonly id: string;
  readonly subject: Subject;
  readonly laboratory: Laboratory;
}

/** The scenario of a job, compiled, with its settling-in time found; `ahead` says how many replications come after that. */
export async function openScenario(
  job: Pick<JobOf<'run'>, 'document' | 'scenario' | 'settings'>,
  ports: Ports,
  watch: JobWatch,
  ahead: (laboratory: Laboratory, model: Model) => number,
): Promise<Outcome<Opened>> {
  const id = scenarioIdOf(job.document, job.scenario);
  if (!id.ok) return id;
  const model = resolveScenario(job.document, id.value);
  if (!model.ok) return model;
  const base = resolveScenario(job.document, todayId);
  if (!base.ok) return base;
  const laboratory = Laboratory.open(job.document, base.value, model.value, job.settings, ports, watch);
  if (!laboratory.ok) return laboratory;
  const subject = laboratory.value.prepare(model.value);
  if (!subject.ok) return subject;
  laboratory.value.expect(ahead(laboratory.value, model.value));
  const settled = await laboratory.value.settle([subject.value]);
  return settled.ok ? succeed({ id: id.value, subject: subject.value, laboratory: laboratory.value }) : settled;
}

function gainsOf(laboratory: Laboratory, model: Model, result: RunResult, count: number, which: 'top' | 'all'): Promise<Outcome<GainStudy>> {
  const teams = teamsForGain(model, result, which);
  laboratory.expect(count * (1 + 2 * teams.length));
  const { measure, paired } = instruments(laboratory, count);
  return gainStudy(model, teams, result.verdict.state === 'unstable', measure, paired);
}

const withGains = (result: RunResult, { gains }: GainStudy): RunResult => ({
  ...result,
  bottlenecks: result.bottlenecks.map((row) => {
    const gain = gains.find(({ team }) => team === row.team);
    return gain === undefined ? row : { ...row, gain: { capacity: gain.capacity, service: gain.service, rank: gain.rank, tied: gain.tied } };
  }),
});

/** What studies measure and judge with: all runs of equal length under the laboratory's seeds and settings. */
function instruments(laboratory: Laboratory, count: number): { readonly measure: Measure; readonly paired: Paired; readonly interval: Interval } {
  const { confidence } = laboratory.settings;
  return {
    measure: (model, options) => laboratory.series(model, count, options),
    paired: (a, b) => pairedEstimate(a, b, confidence),
    interval: (values) => estimateOf(values, confidence),
  };
}

/** Paired runs of several scenarios, the first being what the others are compared with. */
export async function compareScenarios(job: JobOf<'compare'>, ports: Ports, watch: JobWatch): Promise<Outcome<JobResults['compare']>> {
  const chosen = await openScenarios(job.document, job.scenarios);
  if (!chosen.ok) return chosen;
  const today = resolveScenario(job.document, todayId);
  if (!today.ok) return today;
  const opened = Laboratory.open(job.document, today.value, chosen.value[0]?.model ?? today.value, job.settings, ports, watch);
  if (!opened.ok) return opened;
  const laboratory = opened.value;
  const subjects: Subject[] = [];
  for (const { model } of chosen.value) {
    const subject = laboratory.prepare(model);
    if (!subject.ok) return subject;
    subjects.push(subject.value);
  }
  const { replications, confidence } = laboratory.settings;
  const unsure = subjects.some(({ model }) => isUnsure(model));
  laboratory.expect(replications * subjects.length * (unsure ? 2 : 1));
  const settled = await laboratory.settle(subjects);
  if (!settled.ok) return settled;
  const runs: { readonly results: readonly ReplicationResult[]; readonly drawn: readonly ReplicationResult[] | undefined }[] = [];
  for (const subject of subjects) {
    const results = await laboratory.replications(subject, replications);
    if (!results.ok) return results;
    const drawn = unsure ? await laboratory.replications(subject, replications, true) : undefined;
    if (drawn !== undefined && !drawn.ok) return drawn;
    runs.push({ results: results.value, drawn: drawn?.value });
  }
  const compared = chosen.value.map(({ id, model }, at) => ({
    id,
    results: runs[at]?.results ?? [],
    labels: (subjects[at] as Subject).network,
    touched: touchTest(chosen.value[0]?.model ?? model, model),
  }));
  const [base, ...others] = compared;
  if (base === undefined) return fail('no-scenario', message('jobs.usage.twoScenarios', { list: '' }));
  const selected = job.best === true || subjects.length > 2 ? await selectionOf(laboratory, compared.map(({ id, results }, at) => ({ id, results, subject: subjects[at] as Subject })), job.indifference) : succeed(undefined);
  if (!selected.ok) return selected;
  const drawnBase = runs[0]?.drawn;
  return succeed({
    comparison: { ...compareRuns(base, others, confidence), ...(selected.value === undefined ? {} : { selection: selected.value }) },
    results: compared.map(({ id, results, labels }, at) => ({
      id,
      result: summariseRun(results, laboratory.settings, labels, { version: ports.version, scenario: id, plausible: runs[at]?.drawn }),
    })),
    plausible: others.flatMap(({ id }, at) => {
      const drawn = runs[at + 1]?.drawn;
      const range = drawn === undefined || drawnBase === undefined ? null : plausibleRange(drawn.map((result, replication) => leadTimeOf(result) - leadTimeOf(drawnBase[replication] as ReplicationResult)));
      return range === null ? [] : [{ id, leadTime: range }];
    }),
  });
}

/** Differences below this share of the first scenario's lead time are minded by nobody, unless said otherwise. */
const indifferent = 0.05;
/** So many times the planned replications are run at most to find the best. */
const patience = 10;

interface Contender {
  readonly id: string;
  readonly subject: Subject;
  readonly results: readonly ReplicationResult[];
}

/** Which of several scenarios is best; undefined where fewer than two keep up. More is run where what there is does not tell. */
async function selectionOf(laboratory: Laboratory, all: readonly Contender[], share = indifferent): Promise<Outcome<SelectionResult | undefined>> {
  const { replications, confidence } = laboratory.settings;
  const keepUp = all.filter(({ results, subject }) => seriesOf(results, laboratory.settings, subject.network.teams, all.length).unstable === false);
  const scale = estimateOf(keepUp[0]?.results.map(leadTimeOf) ?? [], confidence).mean ?? 0;
  if (keepUp.length < 2 || scale <= 0) return succeed(undefined);
  const subjects = new Map(keepUp.map(({ id, subject }) => [id, subject]));
  return selectBest(
    keepUp.map(({ id, results }) => ({ id, leadTimes: results.map(leadTimeOf) })),
    { indifference: share * scale, confidence, most: patience * replications },
    async (id, numbers) => {
      const more = await laboratory.some(subjects.get(id) as Subject, numbers);
      return more.ok ? succeed(more.value.map(leadTimeOf)) : more;
    },
  );
}

export async function openScenarios(document: Document, names: readonly string[]): Promise<Outcome<readonly { readonly id: string; readonly model: Model }[]>> {
  const found: { readonly id: string; readonly model: Model }[] = [];
  for (const name of names) {
    const id = scenarioIdOf(document, name);
    if (!id.ok) return id;
    const model = resolveScenario(document, id.value);
    if (!model.ok) return model;
    found.push({ id: id.value, model: model.value });
  }
  return succeed(found);
}

/** Studies of pairs on one scenario; the run itself comes first where they rest on it. */
export async function studyScenario(job: JobOf<'study'>, ports: Ports, watch: JobWatch): Promise<Outcome<JobResults['study']>> {
  const opened = await openScenario(job, ports, watch, ({ settings: { replications } }, model) => replicationsOf(job.study, model, replications));
  if (!opened.ok) return opened;
  const { id, subject, laboratory } = opened.value;
  const { replications: count, seed } = laboratory.settings;
  const { measure, paired, interval } = instruments(laboratory, count);
  switch (job.study) {
    case 'friction':
      return frictionStudy(subject.model, { replications: count, seed }, measure, interval);
    case 'gain':
    case 'tornado': {
      const results = await laboratory.replications(subject, count);
      if (!results.ok) return results;
      const result = summariseRun(results.value, laboratory.settings, subject.network, { version: ports.version, scenario: id });
      if (job.study === 'tornado') return tornadoStudy(subject.model, result, measure, interval);
      return gainStudy(subject.model, teamsForGain(subject.model, result, job.teams ?? 'top'), result.verdict.state === 'unstable', measure, paired);
    }
  }
}

/** Replications that a study takes, for progress; how many teams gain asks about is known after the run only. */
function replicationsOf(study: JobOf<'study'>['study'], model: Model, replications: number): number {
  switch (study) {
    case 'friction':
      return frictionRuns(model, replications);
    case 'tornado':
      return replications * (1 + tornadoModels(model));
    case 'gain':
      return replications;
  }
}
