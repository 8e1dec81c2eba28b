import type { WeeklyInterval } from '../../document/model/calendar.ts';
import type { Attribute, DemandClass } from '../../document/model/demand.ts';
import type { Model } from '../../document/model/model.ts';
import { message } from '../../language/message.ts';
import { readWeek, unionOfWeeks } from './calendars.ts';
import type { Context } from './context.ts';
import { readDistribution } from './distributions.ts';
import type { Resource } from './pools.ts';
import { Refusal } from './refusal.ts';
import { readCondition } from './routing.ts';
import { choicesSchema, type RawAttribute, valueDistributionSchema } from './schema.ts';

/**
 * Arrivals: independent times of wall clock, each moved to the next opening of the arrival calendar, the first item at
 * once. Without such a calendar the hours of whoever does the first tasks count.
 */
export function applyDemand(resources: readonly Resource[], context: Context): void {
  const { parameters, model, file, report } = context;
  const classes = Object.values(model.demandClasses);
  const [first, ...others] = classes.toSorted((a, b) => reachable(model, b.start).size - reachable(model, a.start).size);
  if (first === undefined) throw new Refusal(message('interchange.noStart', { file }));
  for (const other of others) {
    delete model.demandClasses[other.id];
    report.add('dropped', message('interchange.otherStart', { name: other.name }), other.start);
  }
  const time = readDistribution(parameters.arrival_time_distribution, context.dialect, { file, where: first.name, element: first.start });
  const weekly = arrivalWeek(first, resources, context);
  const calendar = weekly === undefined ? undefined : context.calendars.idOf(weekly, 'Arrivals');
  const attributes = [...(parameters.case_attributes ?? []), ...(parameters.global_attributes ?? [])].flatMap((raw) => readAttribute(raw, context) ?? []);
  const rules = (parameters.prioritisation_rules ?? []).toSorted((a, b) => a.priority_level - b.priority_level);
  model.demandClasses[first.id] = {
    ...first,
    arrivals: { type: 'interArrival', time, whenClosed: 'push', first: 'atStart', ...(calendar !== undefined && { calendar }) },
    ...(attributes.length > 0 && { attributes }),
    ...(rules.length > 0 && { priorityRules: rules.map((rule) => ({ when: readCondition(rule.rules, file), priority: rule.priority_level })) }),
  };
  if (rules.length === 0) return;
  for (const team of Object.values(model.teams)) model.teams[team.id] = { ...team, discipline: 'priority' };
  report.add('mapped', message('interchange.priorities', { n: rules.length }), first.id, rules.length);
}

function arrivalWeek(demand: DemandClass, resources: readonly Resource[], { parameters, file, model, weeks, report }: Context): readonly WeeklyInterval[] | undefined {
  if (parameters.arrival_time_calendar !== undefined && parameters.arrival_time_calendar.length > 0) {
    return readWeek(parameters.arrival_time_calendar, 'arrival_time_calendar', file).weekly;
  }
  const steps = firstSteps(model, demand.start);
  const open = resources.filter((resource) => [...resource.tasks.keys()].some((step) => steps.has(step))).flatMap((resource) => weeks.get(resource.calendar) ?? []);
  if (open.length === 0) return undefined;
  report.add('mapped', message('interchange.arrivalHours'), demand.id);
  return unionOfWeeks([open], file);
}

function reachable(model: Model, from: string): Set<string> {
  const seen = new Set<string>([from]);
  for (const id of seen) for (const flow of Object.values(model.flows)) if (flow.from === id) seen.add(flow.to);
  return seen;
}

/** The steps that an item can reach without passing another step. */
function firstSteps(model: Model, start: string): Set<string> {
  const steps = new Set<string>();
  const seen = new Set<string>([start]);
  for (const id of seen) {
    if (model.nodes[id]?.kind === 'step') steps.add(id);
    else for (const flow of Object.values(model.flows)) if (flow.from === id) seen.add(flow.to);
  }
  return steps;
}

/** A discrete or continuous attribute; expressions and trees are reported and left out. */
function readAttribute(raw: RawAttribute, { file, dialect, report }: Context): Attribute | undefined {
  if (raw.type === 'discrete') {
    const choices = choicesSchema.safeParse(raw.values);
    if (choices.success) return { type: 'choice', name: raw.name, choices: choices.data.map(({ key, value }) => ({ value: key, weight: Math.max(0, value) })) };
  }
  if (raw.type === 'continuous') {
    const distribution = valueDistributionSchema.safeParse(raw.values);
    if (distribution.success) return { type: 'number', name: raw.name, distribution: readDistribution(distribution.data, dialect, { file, where: raw.name, plain: true }) };
  }
  report.add('dropped', message('interchange.attribute', { name: raw.name, type: raw.type }));
  return undefined;
}

/** Attributes that an event or step sets when it completes. */
export function applyEventAttributes(context: Context): void {
  const { parameters, model, file } = context;
  for (const { event_id: id, attributes } of parameters.event_attributes ?? []) {
    const node = model.nodes[id];
    if (node?.kind !== 'event' && node?.kind !== 'step') throw new Refusal(message('interchange.unknownEvent', { file, id }), id);
    const sets = attributes.flatMap((raw) => readAttribute(raw, context) ?? []);
    if (sets.length > 0) model.nodes[id] = { ...node, sets };
  }
}
