import { PURPOSE } from '../kernel/keys.ts';
import { sample } from '../kernel/distributions.ts';
import { CAUSE } from '../results/causes.ts';
import { EVENT } from './event-order.ts';
import { LOOP, PENDING } from './ledger.ts';
import { boundaryOwner } from './owners.ts';
import { joinQueue } from './queueing.ts';
import type { Simulation } from './simulation.ts';
import { PHASE, STARTED, WORK } from './tokens.ts';
import { beginService, giveBack } from './work.ts';

/** After set-up the receiver may have to ask; else its service begins, and with it any question-and-answer loop ends. */
export function afterSetup(sim: Simulation, token: number): void {
  const { tokens, network } = sim;
  const flow = tokens.handoff[token]!;
  if (flow >= 0 && tokens.lastTeam[token]! >= 0) {
    const probability = network.flows.clarification[flow]!;
    if (probability > 0) {
      sim.beginFlowDraws(token, flow, PURPOSE.clarification);
      if (sim.draws.next() < probability) return ask(sim, token, flow);
    }
  }
  if (tokens.loop[token] === LOOP.clarification) tokens.loop[token] = LOOP.none;
  beginService(sim, token);
}

/** A question goes back: the unit is released, the question travels the transfer time. */
function ask(sim: Simulation, token: number, flow: number): void {
  const { tokens } = sim;
  if (sim.probe !== undefined) sim.tell('question', token, flow, tokens.unit[token]!, tokens.round[token]!);
  giveBack(sim, token);
  if (tokens.loop[token] === LOOP.none) {
    tokens.loop[token] = LOOP.clarification;
    tokens.loopOwner[token] = boundaryOwner(sim, tokens.boundary[token]!);
    tokens.loopNode[token] = tokens.node[token]!;
  }
  tokens.round[token] = tokens.round[token]! + 1;
  tokens.keptSequence[token] = tokens.sequence[token]!;
  travel(sim, token, flow, PHASE.question);
}

/** A question or an answer is under way for the flow's transfer time. */
function travel(sim: Simulation, token: number, flow: number, phase: number): void {
  const { tokens, network } = sim;
  tokens.phase[token] = phase;
  tokens.since[token] = sim.now;
  sim.schedule(token, EVENT.passed, arrivalOf(sim, token, flow, phase === PHASE.reply ? 1 : 0, network.flows.transferCalendar[flow]!));
}

/** When something that leaves now arrives: the flow's transfer time, on its calendar. */
export function arrivalOf(sim: Simulation, token: number, flow: number, skip: number, calendar: number): number {
  const { network } = sim;
  const sampler = network.flows.transfer[flow]!;
  if (sampler < 0) return sim.now;
  sim.beginFlowDraws(token, flow, PURPOSE.transfer);
  for (let index = 0; index < skip; index += 1) sim.draws.next();
  const seconds = sample(network.samplers[sampler]!, sim.draws);
  return calendar < 0 ? sim.now + seconds : network.calendars[calendar]!.addWorkingTime(sim.now, seconds);
}

/** The question has come back: it is a job in the sender's queue. */
export function beginAnswer(sim: Simulation, token: number): void {
  const { tokens, network, ledger } = sim;
  const flow = tokens.handoff[token]!;
  ledger.charge(token, PENDING, CAUSE.transfer, sim.attribution ? sim.now - tokens.since[token]! : 0);
  const sampler = network.flows.answer[flow]!;
  let seconds = 0;
  if (sampler >= 0) {
    sim.beginFlowDraws(token, flow, PURPOSE.answer);
    seconds = sample(network.samplers[sampler]!, sim.draws);
  }
  tokens.remaining[token] = seconds;
  tokens.work[token] = WORK.answer;
  joinQueue(sim, token, network.teams.queue[tokens.lastTeam[token]!]!, false);
}

/** The sender has answered: the answer travels forth. */
export function sendAnswer(sim: Simulation, token: number): void {
  giveBack(sim, token);
  travel(sim, token, sim.tokens.handoff[token]!, PHASE.reply);
}

/** The answer is there: the item stands in the receiver's queue again, in its old rank, and pays set-up again. */
export function endReply(sim: Simulation, token: number): void {
  const { tokens, network } = sim;
  if (sim.attribution) sim.ledger.charge(token, PENDING, CAUSE.transfer, sim.now - tokens.since[token]!);
  tokens.work[token] = WORK.flow;
  tokens.started[token] = STARTED.returned;
  tokens.sequence[token] = tokens.keptSequence[token]!;
  joinQueue(sim, token, network.steps.queue[network.nodes.step[tokens.node[token]!]!]!, true);
}

