import type { Network } from '../network/network.ts';
import { BUDGET, CAUSES, budgetParts } from '../results/causes.ts';
import { Boundaries } from './boundaries.ts';

const PARTS = budgetParts.length;

/** What a run adds up: constant in the number of items. Time averages are kept while the window is open only. */
export class Sums {
  readonly items = { started: 0, finished: 0, counted: 0, countedStarts: 0, censored: 0, refused: 0, abandoned: 0 };
  leadTime = 0;
  /** Σ overlap of lives with the window, beside ∫ N dt: Little's law in the sample. */
  overlap = 0;
  cost = 0;
  readonly causes: Float64Array = new Float64Array(CAUSES);
  readonly withinClarification: Float64Array = new Float64Array(CAUSES);
  readonly withinRework: Float64Array = new Float64Array(CAUSES);
  readonly stepSeconds: Float64Array;
  readonly classSeconds: Float64Array;
  readonly classItems: Float64Array;
  readonly classLeadTime: Float64Array;
  readonly classLate: Float64Array;
  readonly stepVisits: Float64Array;
  readonly stepStarts: Float64Array;
  readonly stepWaiting: Float64Array;
  readonly stepService: Float64Array;
  readonly teamStarts: Float64Array;
  readonly teamWaiting: Float64Array;
  /** Work that asked for the team and work that began, whole run: their difference is a backlog. */
  readonly teamJoined: Float64Array;
  readonly teamBegun: Float64Array;
  readonly slackSeconds: Float64Array;
  readonly slackCount: Float64Array;
  readonly boundaries: Boundaries;

  windowOpen = false;
  windowSeen = false;
  windowStart = 0;
  windowEnd = 0;
  readonly stepLength: Int32Array;
  readonly stepLast: Float64Array;
  readonly stepArea: Float64Array;
  readonly teamLength: Int32Array;
  readonly teamLast: Float64Array;
  readonly teamArea: Float64Array;
  readonly budget: Float64Array;
  /** Unit-seconds on shift, overtime included. */
  readonly onShift: Float64Array;
  /** Share of a team's shift time in the window that lay before the last arrival: the time it had for what came. */
  readonly arrivingShare: Float64Array;
  /** Open seconds of each calendar when the last item started; empty while items start. */
  arrivalClock: Float64Array = new Float64Array(0);
  inSystem = 0;
  wipLast = 0;
  wipArea = 0;
  private readonly period: number;
  /** End of the present period, and ∫ N dt of it so far. */
  periodEnd: number;
  present = 0;
  /** ∫ N dt of each period from time 0, whatever the window. */
  private periodArea: Float64Array = new Float64Array(256);
  private periods = 0;

  constructor(network: Network, period: number) {
    const steps = network.steps.count;
    const teams = network.teams.count;
    const classes = network.classes.count;
    this.period = period;
    this.periodEnd = period;
    this.stepSeconds = new Float64Array(steps * CAUSES);
    this.classSeconds = new Float64Array(classes * CAUSES);
    this.classItems = new Float64Array(classes);
    this.classLeadTime = new Float64Array(classes);
    this.classLate = new Float64Array(classes);
    this.stepVisits = new Float64Array(steps);
    this.stepStarts = new Float64Array(steps);
    this.stepWaiting = new Float64Array(steps);
    this.stepService = new Float64Array(steps);
    this.teamStarts = new Float64Array(teams);
    this.teamWaiting = new Float64Array(teams);
    this.teamJoined = new Float64Array(teams);
    this.teamBegun = new Float64Array(teams);
    this.slackSeconds = new Float64Array(steps);
    this.slackCount = new Float64Array(steps);
    this.stepLength = new Int32Array(steps);
    this.stepLast = new Float64Array(steps);
    this.stepArea = new Float64Array(steps);
    this.teamLength = new Int32Array(teams);
    this.teamLast = new Float64Array(teams);
    this.teamArea = new Float64Array(teams);
    this.budget = new Float64Array(teams * PARTS);
    this.onShift = new Float64Array(teams);
    this.arrivingShare = new Float64Array(teams).fill(1);
    this.boundaries = new Boundaries(teams);
  }

  /** The queue in front of a step grows or shrinks. */
  changeStepQueue(step: number, change: number, now: number): void {
    const length = this.stepLength[step]!;
    if (this.windowOpen && length > 0) this.stepArea[step] = this.stepArea[step]! + length * (now - this.stepLast[step]!);
    this.stepLast[step] = now;
    this.stepLength[step] = length + change;
  }

  changeTeamQueue(team: number, change: number, now: number): void {
    const length = this.teamLength[team]!;
    if (this.windowOpen && length > 0) this.teamArea[team] = this.teamArea[team]! + length * (now - this.teamLast[team]!);
    this.teamLast[team] = now;
    this.teamLength[team] = length + change;
  }

  changeInSystem(change: number, now: number): void {
    this.integrate(now);
    this.inSystem += change;
  }

  private integrate(now: number): void {
    const last = this.wipLast;
    if (now === last) return;
    this.wipLast = now;
    const area = this.inSystem * (now - last);
    if (this.windowOpen) this.wipArea += area;
    if (now <= this.periodEnd) this.present += area;
    else this.passPeriods(last, now);
  }

  /** A stretch that goes over the end of the present period is cut. */
  private passPeriods(last: number, now: number): void {
    let from = last;
    while (this.periodEnd < now) {
      this.addToPeriod(this.periods, this.present + this.inSystem * (this.periodEnd - from));
      this.present = 0;
      from = this.periodEnd;
      this.periodEnd = (this.periods + 1) * this.period;
    }
    this.present += this.inSystem * (now - from);
  }

  /** Periods so far, the last one perhaps unfinished. */
  periodAreas(): number[] {
    return [...this.periodArea.subarray(0, this.periods), this.present];
  }

  private addToPeriod(index: number, area: number): void {
    if (index >= this.periodArea.length) {
      const longer = new Float64Array(Math.max(index + 1, this.periodArea.length * 2));
      longer.set(this.periodArea);
      this.periodArea = longer;
    }
    this.periodArea[index] = area;
    this.periods = index + 1;
  }

  /** Unit time on shift goes to a part of a team's budget. */
  spend(team: number, part: number, seconds: number): void {
    const place = team * PARTS + part;
    this.budget[place] = this.budget[place]! + seconds;
  }

  openWindow(now: number): void {
    this.integrate(now);
    this.stepLast.fill(now);
    this.teamLast.fill(now);
    this.windowOpen = true;
    this.windowSeen = true;
    this.windowStart = now;
  }

  closeWindow(now: number): void {
    this.integrate(now);
    for (let step = 0; step < this.stepLength.length; step += 1) this.changeStepQueue(step, 0, now);
    for (let team = 0; team < this.teamLength.length; team += 1) {
      this.changeTeamQueue(team, 0, now);
      let used = 0;
      for (let part = 0; part < PARTS; part += 1) if (part !== BUDGET.slack) used += this.budget[team * PARTS + part]!;
      this.budget[team * PARTS + BUDGET.slack] = Math.max(0, this.onShift[team]! - used);
    }
    this.windowOpen = false;
    this.windowEnd = now;
  }
}
