import type { Model } from '../../document/model/model.ts';
import type { Step } from '../../document/model/node.ts';
import { defaults } from '../../document/model/defaults.ts';
import { message } from '../../language/message.ts';
import { fail, succeed, type Outcome } from '../../language/outcome.ts';
import { findTimeZone, parseInstant } from '../kernel/time-zones/time-zone.ts';
import { AttributeBook } from './attribute-book.ts';
import { CalendarBook } from './calendars.ts';
import { wallClock } from './cadences.ts';
import { compileClasses } from './classes.ts';
import { Context } from './context.ts';
import { findExpressSteps, onlyNext } from './express.ts';
import { compileFlows, type Surroundings } from './flows.ts';
import { WHEN_FULL, type Cadence, type Network, type StepBatch } from './network.ts';
import { compileNodes, compileSteps, type StepPlan } from './nodes.ts';
import { checkWaysOut, collectPage, type Page } from './page.ts';
import { compilePools, type Need } from './pools.ts';
import { promisedBy } from './promise.ts';
import { compileReach } from './reach.ts';
import { Refusal, refuse } from './refusal.ts';
import { Staff } from './staff.ts';
import { canOvertake, compileStreams, compileTeams, disciplineOf, isEventful, isInterrupted } from './teams.ts';

/** What a model needs beside itself to be run; absent fields take the published defaults. */
export interface NetworkSettings {
  readonly timeZone?: string | undefined;
  readonly hoursPerDay?: number | undefined;
  /** "2024-01-01T00:00" in the document's zone, or an instant. */
  readonly start?: string | undefined;
  /** The base scenario's model: its rates name the layers of Poisson arrivals, so that more demand only adds items. */
  readonly base?: Model | undefined;
}

/**
 * The model as flat arrays in seconds, with its distributions compiled; or one sentence that names the element at fault
 * and the remedy (codes are the message ids). The same model gives the same network, number for number.
 */
export function compileNetwork(model: Model, settings: NetworkSettings = {}): Outcome<Network> {
  try {
    return succeed(compile(model, settings));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return fail(error.sentence.id, error.sentence, error.element === undefined ? {} : { element: error.element });
  }
}

function compile(model: Model, settings: NetworkSettings): Network {
  const start = settings.start ?? defaults.run.start;
  const zoneName = settings.timeZone ?? defaults.settings.timeZone;
  const zone = findTimeZone(zoneName) ?? refuse('simulation.unknownTimeZone', { element: message('simulation.theDocument'), zone: zoneName });
  const origin = parseInstant(start, zone) ?? refuse('simulation.badInstant', { element: message('simulation.theDocument'), text: start });
  const context = new Context(model, zone, origin, settings.hoursPerDay ?? defaults.settings.hoursPerDay);
  const clock = wallClock(zone, origin);

  const classes = Object.values(model.demandClasses).filter((demand) => demand.arrivals !== undefined);
  const [silent] = Object.values(model.demandClasses);
  if (classes.length === 0) refuse(silent === undefined ? 'simulation.noDemand' : 'simulation.noVolume', { demand: silent?.name ?? '' }, silent?.id);
  for (const demand of classes) {
    if (model.nodes[demand.start] === undefined) refuse('simulation.unknownStart', { demand: demand.name, node: demand.start }, demand.id);
  }
  const page = collectPage(context, classes.map((demand) => demand.start));
  checkWaysOut(context, page);
  const reach = compileReach(page.onward, page.successors);

  const calendars = new CalendarBook(context);
  const staff = new Staff(context, calendars);
  const needs: Need[] = [];
  const plan = planSteps(context, page, staff, needs);
  const attributes = new AttributeBook(context);
  const cadences: Cadence[] = [];
  const calendarAt = new Map(plan.steps.map(({ node, team }) => [node, team >= 0 ? staff.teamCalendar[team]! : -1]));
  const calendarOfStep = (node: number): number => calendarAt.get(node) ?? -1;
  const around: Surroundings = { calendars, cadences, attributes, calendarOfStep };
  const classTable = compileClasses(context, page, classes, calendars, attributes, clock, settings.base);
  const flows = compileFlows(context, page, around);
  const sources: number[] = [];
  const batches: StepBatch[] = [];
  const { teams } = staff;
  const promised = teams.map((team) => promisedBy(context, calendars, context.model.parties[team.party]?.contract, team.id));
  const holds = teams.some((team) => team.wipLimit !== undefined && WHEN_FULL[team.wipLimit.whenFull ?? defaults.team.whenFull] === WHEN_FULL.hold);
  const facts = {
    isAlways: (calendar: number) => calendars.list[calendar]!.always,
    discipline: (team: number) => disciplineOf(teams[team]!),
    isEventful: (team: number) => isEventful(teams[team]!),
    canOvertake: (team: number) => canOvertake(teams[team]!),
    isInterrupted: (team: number) => isInterrupted(teams[team]!),
    holds,
    protectedShare: (team: number) => teams[team]!.protectedShare?.value ?? 0,
  };
  const groups = plan.steps.map((row) => row.needs);
  const { steps: asked, needs: needTable } = compileSteps(context, page, plan, staff, around, batches, sources, reach);
  const plainNodes = compileNodes(context, page, plan, around, sources, reach);
  // Calendars are complete only now: event nodes and meetings name theirs on the way.
  const pools = compilePools(staff, needs, groups, { ...facts, calendars: calendars.list.length });
  const queued = { ...asked, queue: Int32Array.from(pools.queueOf) };
  const streams = compileStreams(context, staff, pools);
  const teamTable = compileTeams(context, staff, pools, promised);
  const patience = classes.some((demand) => demand.patience !== undefined);
  const wipLimits = teams.some((team) => team.wipLimit !== undefined);
  const tables = { ...pools, nodes: plainNodes, steps: queued, flows, teams: teamTable, streams };
  const steps = { ...queued, ...findExpressSteps(tables, !patience && !wipLimits) };
  const nodes = { ...plainNodes, onlyNext: onlyNext(plainNodes, flows) };
  return {
    origin, samplers: context.samplers, calendars: calendars.list, cadences, calendarAtoms: pools.calendarAtoms, clock, nodes, steps, needs: needTable,
    requirements: pools.requirements, batches, flows, teams: teamTable, units: pools.units, atoms: pools.atoms,
    sets: pools.sets, queues: pools.queues, streams, classes: classTable, attributes: attributes.rows, conditions: attributes.conditions, reach,
    features: {
      rich: isRich(page, nodes.visitSlots, needTable.bit.length, wipLimits, staff),
      loops: nodes.visitSlots > 0,
      batches: batches.length > 0 || flows.batchSize.some((size) => size > 1) || teams.some((team) => (team.startAt ?? 1) > 1),
      needs: needTable.bit.length > 0,
      wipLimits,
      patience,
      closed: classes.some((demand) => demand.arrivals?.type === 'closed'),
      ageing: teams.some((team) => team.ageing !== undefined),
      attributes: attributes.count,
      maxRequirements: Math.max(1, ...plan.steps.map((row) => row.needs.length)),
    },
  };
}

/** Whether tokens are ever more than one mark that moves over plain flows and waits in queues. */
function isRich(page: Page, visitSlots: number, needs: number, wipLimits: boolean, staff: Staff): boolean {
  const { nodes, flows } = page;
  const simple = nodes.every((node, index) => {
    if (node.kind === 'gateway') return node.decides === 'oneOf';
    if (node.kind === 'end') return node.terminate !== true;
    if (node.kind === 'step') return page.out[index]!.length <= 1 && node.multiInstance === undefined && node.batching === undefined && node.approval === undefined;
    return (node.kind === 'start' || node.kind === 'join') && page.out[index]!.length <= 1;
  });
  const carries = flows.some((flow) => flow.handoff !== undefined || flow.rework === true);
  return !simple || carries || visitSlots > 0 || needs > 0 || wipLimits || page.attached.some((list) => list.length > 0) || staff.teams.some(isEventful);
}

/** What every step asks of people: needs, one per unit, its service time, its team. */
function planSteps(context: Context, page: Page, staff: Staff, needs: Need[]): StepPlan {
  const steps = page.nodes.flatMap((node, number) => {
    if (node.kind !== 'step') return [];
    const decider = node.approval?.decider === undefined ? undefined : staff.decider(node.approval.decider, node.id);
    const service = context.time(node.serviceTime, 'working', node.id);
    // A decider with a service time of the step does that work too.
    const requirements = node.requirements ?? (decider !== undefined && service >= 0 ? [decider.requirement] : []);
    checkServiceTime(context, node, service, requirements.length);
    const own = requirements.flatMap((requirement) => {
      const alternatives = requirement.anyOf.map((each) => ({ ...staff.alternative(each, node.id), service: context.time(each.serviceTime, 'working', node.id) }));
      return Array.from({ length: requirement.units ?? 1 }, () => needs.push({ alternatives }) - 1);
    });
    const team = own.length > 0 ? needs[own[0]!]!.alternatives[0]!.team : (decider?.team ?? -1);
    checkEnough(context, node, own.map((need) => needs[need]!));
    return [{ node: number, step: node, service, needs: own, team, decider: decider === undefined ? undefined : { team: decider.team, calendar: decider.calendar } }];
  });
  return { steps };
}

function checkServiceTime(context: Context, step: Step, service: number, requirements: number): void {
  if (service >= 0 || step.approval !== undefined) return;
  const all = step.requirements ?? [];
  if (requirements > 0 && all.every((requirement) => requirement.anyOf.every((each) => each.serviceTime !== undefined))) return;
  refuse('simulation.noServiceTime', { step: context.name(step.id) }, step.id);
}

/** A step that needs more units at once than there are can never start. */
function checkEnough(context: Context, step: Step, needs: readonly Need[]): void {
  const all = new Set(needs.flatMap((need) => need.alternatives.flatMap((each) => [...each.units])));
  if (needs.length > all.size) refuse('simulation.tooFewUnits', { step: context.name(step.id), needed: needs.length, there: all.size }, step.id);
}
