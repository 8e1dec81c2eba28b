import type { Model } from '../../document/model/model.ts';
import type { RunSettings } from '../../document/model/settings.ts';
import { message } from '../../language/message.ts';
import { succeed, type Outcome } from '../../language/outcome.ts';
import { decodeText } from '../bytes.ts';
import type { Imported } from '../imported.ts';
import { ReportBuilder, type ReportEntry } from '../report.ts';
import { applyBatches, applyMultitasking } from './batches.ts';
import { CalendarBook, readWeek } from './calendars.ts';
import type { Context } from './context.ts';
import { applyDemand, applyEventAttributes } from './demand.ts';
import { readParameters } from './parameters.ts';
import { placePools } from './places.ts';
import { readPools, readResources } from './pools.ts';
import { asFailure } from './refusal.ts';
import { applyEvents, applyRouting } from './routing.ts';
import { addTeams } from './teams.ts';

export interface ProsimosOptions {
  /** Keep the names of people; else they become "Person 1…". */
  readonly keepNames?: boolean;
}

/**
 * Applies a Prosimos parameter file to the drawing that it belongs to: teams and people, times (seconds), calendars,
 * arrivals, probabilities, batches, attributes, priorities and costs, all tagged as measured.
 * Fails in one sentence where something in it is unknown, missing, negative or does not sum to 1; never throws.
 */
export function applyProsimos(imported: Imported, bytes: Uint8Array, file: string, options: ProsimosOptions = {}): Outcome<Imported> {
  const text = decodeText(bytes, file);
  if (!text.ok) return text;
  try {
    return succeed(apply(imported, text.value.text, file, options));
  } catch (error) {
    return asFailure(error, file);
  }
}

function apply(imported: Imported, text: string, file: string, options: ProsimosOptions): Imported {
  const { parameters, dialect } = readParameters(text, file);
  const model: Model = structuredCloneOfModel(imported.model);
  const report = new ReportBuilder();
  report.add('mapped', message(dialect === 'scipy' ? 'interchange.dialectScipy' : dialect === 'bounded' ? 'interchange.dialectBounded' : 'interchange.dialectMoments', { file }));

  const weeks = new Map(parameters.resource_calendars.map((calendar) => [calendar.id, readWeek(calendar.time_periods, calendar.name ?? calendar.id, file)]));
  const late = [...weeks].filter(([, week]) => week.overMidnight).map(([id]) => id);
  if (late.length > 0) report.add('guessed', message('interchange.overMidnight', { calendars: late.join(', ') }), undefined, late.length);
  if (parameters.model_type?.toUpperCase() === 'FUZZY') report.add('mapped', message('interchange.fuzzy'));
  const context: Context = {
    file, parameters, dialect, model, report,
    calendars: new CalendarBook(model),
    weeks: new Map([...weeks].map(([id, week]) => [id, week.weekly])),
    keepNames: options.keepNames === true,
  };

  const resources = readResources(context);
  const pools = readPools(resources, context, Object.values(model.processes)[0]?.name ?? file);
  const places = placePools(pools, imported.guessedParties, context);
  addTeams(pools, places.partyOf, context);
  applyRouting(context);
  applyEvents(context);
  applyBatches(context);
  applyEventAttributes(context);
  applyMultitasking(new Map(pools.flatMap((pool) => pool.resources.map((resource) => [resource.id, `team-${pool.id}`]))), context);
  applyDemand(resources, context);
  sayMissing(context);
  report.add('kept', message('interchange.keptParameters', { steps: parameters.task_resource_distribution.length, teams: pools.length }), undefined, resources.length + parameters.task_resource_distribution.length);

  report.entries.unshift(...imported.report.entries.filter((entry) => stillTrue(entry, model)));
  const undrawnPages = [...new Set([...imported.undrawnPages, ...places.redrawn])];
  const guessedParties = imported.guessedParties.filter((party) => model.parties[party] !== undefined);
  const runSettings = settingsOf(parameters.start_time, parameters.total_cases, imported.runSettings);
  return {
    ...imported, model, report: report.build(imported.report.file), undrawnPages, needsLayout: undrawnPages.length > 0, guessedParties,
    ...(runSettings !== undefined && { runSettings }),
  };
}

/** What the drawing left open and the parameters have filled in is no news any more. */
function stillTrue({ message: { id }, element }: ReportEntry, model: Model): boolean {
  if (id === 'interchange.teams') return false;
  if (element === undefined) return true;
  const node = model.nodes[element];
  if (id === 'interchange.timerWithoutTime' || id === 'interchange.timerText' || id === 'interchange.timerFromName') return !(node?.kind === 'event' && node.wait?.provenance === 'measured');
  if (id === 'interchange.conditionText' || id === 'interchange.conditionNumber') return model.flows[element]?.probability?.provenance !== 'measured';
  return id !== 'interchange.partyForProcess' || model.parties[element] !== undefined;
}

/** Steps that the file gives no time keep their lane's team and stay to be filled in. */
function sayMissing({ parameters, model, report }: Context): void {
  const given = new Set(parameters.task_resource_distribution.map((task) => task.task_id));
  for (const node of Object.values(model.nodes)) {
    if (node.kind === 'step' && !given.has(node.id)) report.add('dropped', message('interchange.taskWithoutTime', { step: node.name ?? node.id }), node.id);
  }
}

function settingsOf(start: string | undefined, cases: number | undefined, before: RunSettings | undefined): RunSettings | undefined {
  const local = start === undefined ? undefined : /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})/.exec(start);
  const settings: RunSettings = {
    ...before,
    ...(local?.[1] !== undefined && local[2] !== undefined && { start: `${local[1]}T${local[2]}` }),
    ...(cases !== undefined && Number.isInteger(cases) && cases > 0 && { items: cases, mode: 'terminating' as const }),
  };
  return Object.keys(settings).length === 0 ? undefined : settings;
}

/** A model is plain tables of plain elements that are replaced and never changed, so copying the tables is enough. */
function structuredCloneOfModel(model: Model): Model {
  return Object.fromEntries(Object.entries(model).map(([name, table]) => [name, { ...(table as object) }])) as unknown as Model;
}
