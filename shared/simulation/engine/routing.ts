import { log } from '../kernel/mathematics.ts';
import { PURPOSE } from '../kernel/keys.ts';
import { meets } from './attributes.ts';
import type { Simulation } from './simulation.ts';

/**
 * The flow that a token takes after a "one of": among those whose condition holds, else among all, the smallest
 * −ln U / p, with a draw of its own per flow, so that a changed or new branch disturbs no other (exponential races).
 */
export function chooseOne(sim: Simulation, token: number): number {
  const { tokens, network } = sim;
  const { first, items } = network.nodes.out;
  const node = tokens.node[token]!;
  const from = first[node]!;
  const to = first[node + 1]!;
  if (to - from === 1) return items[from]!;
  const item = tokens.item[token]!;
  let anyHolds = false;
  let otherwise = -1;
  for (let index = from; index < to; index += 1) {
    const flow = items[index]!;
    if (network.flows.otherwise[flow] === 1) otherwise = flow;
    const condition = network.flows.condition[flow]!;
    if (condition >= 0 && meets(sim, item, network.conditions[condition]!)) anyHolds = true;
  }
  let best = -1;
  let bestTime = Infinity;
  let conditions = false;
  for (let index = from; index < to; index += 1) {
    const flow = items[index]!;
    const condition = network.flows.condition[flow]!;
    if (condition >= 0) conditions = true;
    if (anyHolds && (condition < 0 || !meets(sim, item, network.conditions[condition]!))) continue;
    const probability = network.flows.probability[flow]!;
    if (probability === 0 && !anyHolds) continue;
    sim.beginFlowDraws(token, flow, PURPOSE.routing);
    const time = -log(sim.draws.next()) / (probability === 0 ? 1 : probability);
    if (time < bestTime) {
      bestTime = time;
      best = flow;
    }
  }
  if (conditions && !anyHolds && otherwise >= 0) return otherwise;
  return best >= 0 ? best : otherwise >= 0 ? otherwise : items[from]!;
}

/** The flows that a token takes after a "some of": each by its own draw or condition; where none is taken, one as above. */
export function chooseSome(sim: Simulation, token: number, chosen: number[]): void {
  const { tokens, network } = sim;
  const { first, items } = network.nodes.out;
  const node = tokens.node[token]!;
  const item = tokens.item[token]!;
  for (let index = first[node]!; index < first[node + 1]!; index += 1) {
    const flow = items[index]!;
    const condition = network.flows.condition[flow]!;
    if (condition >= 0) {
      if (meets(sim, item, network.conditions[condition]!)) chosen.push(flow);
      continue;
    }
    if (network.flows.otherwise[flow] === 1) continue;
    sim.beginFlowDraws(token, flow, PURPOSE.routing);
    if (sim.draws.next() < network.flows.probability[flow]!) chosen.push(flow);
  }
  if (chosen.length === 0) chosen.push(chooseOne(sim, token));
}
