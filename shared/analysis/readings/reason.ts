import type { Cadence } from '../../document/model/calendar.ts';
import type { Distribution } from '../../document/model/distribution.ts';
import type { Model } from '../../document/model/model.ts';
import type { Approval } from '../../document/model/organisation.ts';
import { type Message, message } from '../../language/message.ts';
import { secondsPer } from '../../language/units.ts';
import { boundaryPath } from './boundary-path.ts';
import { doerName } from './evidence.ts';
import { type BoundaryResult, type Cause, causes, meanOf, type RunResult } from './measures.ts';
import { durationText, rounded, shareText } from './phrases.ts';

/** Why a boundary costs time: its largest cause, the clause that says so, and the elements behind it. */
export interface Reason {
  readonly cause: Cause;
  readonly clause: Message;
  readonly elements: readonly string[];
}

/** The cause with the most friction of a boundary; time in which both sides are closed is nobody's fault. */
export function dominatingCause(boundary: BoundaryResult): { readonly cause: Cause; readonly seconds: number } {
  let best: { cause: Cause; seconds: number } = { cause: 'queue', seconds: 0 };
  for (const cause of causes) {
    if (cause === 'service' || cause === 'timer') continue;
    const seconds = meanOf(boundary.attribution[cause]) - (cause === 'calendar' ? meanOf(boundary.bothClosed) : 0);
    if (seconds > best.seconds) best = { cause, seconds };
  }
  return best;
}

/** Names the cause behind a boundary by the thing in the model that makes it. */
export function reasonOf(model: Model, result: RunResult, boundary: BoundaryResult): Reason {
  const { cause } = dominatingCause(boundary);
  const path = boundaryPath(model, boundary.from, boundary.to);
  const who = doerName(model, boundary.to);
  const flows = path.flows.map((flow) => flow.id);
  const steps = path.steps.map((step) => step.id);
  const say = (clause: Message, elements: readonly string[] = [boundary.to]): Reason => ({ cause, clause, elements });
  switch (cause) {
    case 'decision': {
      const step = path.steps.find((one) => one.approval !== undefined);
      if (step?.approval === undefined) return say(message('analysis.reason.decision', { who }), steps);
      const decider = step.approval.decider === undefined ? who : doerName(model, step.approval.decider);
      return say(decisionClause(step.approval, decider), [step.id]);
    }
    case 'batch': {
      const batch = path.flows.find((flow) => flow.handoff?.batch !== undefined);
      const size = batch?.handoff?.batch?.size;
      if (size !== undefined) return say(message('analysis.reason.batchSize', { n: size }), [batch?.id ?? boundary.to]);
      const cadence = path.flows.find((flow) => flow.handoff?.cadence !== undefined);
      if (cadence !== undefined) return say(message('analysis.reason.cadence'), [cadence.id]);
      return say(message('analysis.reason.batch'), [...steps, ...flows]);
    }
    case 'clarification': {
      const flow = path.flows.find((one) => one.handoff?.clarification !== undefined);
      const share = flow?.handoff?.clarification?.probability.value;
      if (share === undefined || share <= 0) return say(message('analysis.reason.clarification', { who }), flows);
      const inTen = rounded(share * 10);
      const clause = Number.isInteger(inTen) ? message('analysis.reason.clarificationShare', { who, n: inTen }) : message('analysis.reason.clarificationOften', { who, share: shareText(share) });
      return say(clause, [flow?.id ?? boundary.to]);
    }
    case 'rework': {
      const flow = path.flows.find((one) => one.handoff?.rejection !== undefined);
      const share = flow?.handoff?.rejection?.value;
      return share === undefined || share <= 0
        ? say(message('analysis.reason.rework', { who }), [...steps, ...flows])
        : say(message('analysis.reason.reworkOneIn', { who, n: Math.round(1 / share) }), [flow?.id ?? boundary.to]);
    }
    case 'transfer':
      return say(message('analysis.reason.transfer'), flows);
    case 'setup':
      return say(message('analysis.reason.setup', { who }), flows);
    case 'information':
      return say(message('analysis.reason.information', { who }), steps);
    case 'queue': {
      const used = result.teams.find((team) => team.id === boundary.to)?.utilisation;
      return used === undefined || meanOf(used) < 0.5
        ? say(message('analysis.reason.queue', { who }))
        : say(message('analysis.reason.queueShare', { who, share: shareText(meanOf(used)) }));
    }
    case 'calendar':
      return say(message('analysis.reason.calendar', { who }));
    case 'blocking':
      return say(message('analysis.reason.blocking', { who }));
    case 'interrupt':
      return say(message('analysis.reason.interrupt', { who }));
    case 'priority':
      return say(message('analysis.reason.priority', { who }));
    case 'service':
    case 'timer':
      return say(message('analysis.reason.queue', { who }));
  }
}

function decisionClause(approval: Approval, who: Message): Message {
  if (approval.when.type === 'meeting') return meetingClause(approval.when.cadence, who);
  const after = approval.when.after === undefined ? undefined : middleSeconds(approval.when.after);
  return after === undefined || after === 0
    ? message('analysis.reason.decision', { who })
    : message('analysis.reason.decidesAfter', { who, time: durationText(after) });
}

function meetingClause(cadence: Cadence, who: Message): Message {
  if (cadence.type === 'interval') return message('analysis.reason.meetsEvery', { who, n: cadence.hours });
  const weeks = cadence.everyWeeks ?? 1;
  if (weeks > 1) return message('analysis.reason.meetsEveryWeeks', { who, n: weeks });
  return cadence.days.length === 1
    ? message('analysis.reason.meetsWeekly', { who })
    : message('analysis.reason.meetsTimesAWeek', { who, n: cadence.days.length });
}

/** The number that people would name for a distribution, in seconds of a 24-hour day; undefined where it has no single one. */
function middleSeconds(distribution: Distribution): number | undefined {
  const unit = secondsPer(distribution.unit ?? 's', 'elapsed', 24);
  switch (distribution.type) {
    case 'fixed':
      return distribution.value * unit;
    case 'uniform':
      return ((distribution.min + distribution.max) / 2) * unit;
    case 'triangular':
    case 'pert':
      return distribution.mode * unit;
    case 'normal':
    case 'exponential':
    case 'gamma':
    case 'erlang':
    case 'lognormal':
      return distribution.mean * unit;
    case 'weibull':
    case 'empirical':
    case 'histogram':
      return undefined;
  }
}
