import { PURPOSE } from '../kernel/keys.ts';
import { sample } from '../kernel/distributions.ts';
import type { ConditionRow, TestRow } from '../network/network.ts';
import type { Simulation } from './simulation.ts';

/** Draws the attributes that an item has from its start. */
export function drawAttributes(sim: Simulation, item: number): void {
  const { classes } = sim.network;
  const itemClass = sim.items.class[item]!;
  const { first, items } = classes.attributes;
  const base = item * sim.items.stride;
  sim.items.attributes.fill(NaN, base, base + sim.items.stride);
  for (let index = first[itemClass]!; index < first[itemClass + 1]!; index += 1) {
    const row = sim.network.attributes[items[index]!]!;
    sim.draws.begin(sim.items.word[item]!, row.hash, 0, PURPOSE.attribute);
    sim.items.attributes[base + row.slot] = drawRow(sim, items[index]!);
  }
}

/** Sets the attributes that completing a node gives. */
export function setAttributes(sim: Simulation, token: number, node: number): void {
  const { first, items } = sim.network.nodes.sets;
  for (let index = first[node]!; index < first[node + 1]!; index += 1) {
    const row = sim.network.attributes[items[index]!]!;
    sim.beginDraws(token, PURPOSE.attribute);
    for (let skip = first[node]!; skip < index; skip += 1) sim.draws.next();
    sim.items.attributes[sim.tokens.item[token]! * sim.items.stride + row.slot] = drawRow(sim, items[index]!);
  }
}

function drawRow(sim: Simulation, index: number): number {
  const row = sim.network.attributes[index]!;
  if (row.sampler >= 0) return sample(sim.network.samplers[row.sampler]!, sim.draws);
  const u = sim.draws.next();
  let choice = 0;
  while (choice < row.cumulative.length - 1 && row.cumulative[choice]! <= u) choice += 1;
  return row.values[choice]!;
}

/** Whether an item meets a condition: all tests of any one group. An attribute that it lacks meets no test but `!=`. */
export function meets(sim: Simulation, item: number, condition: ConditionRow): boolean {
  return condition.some((group) => group.every((test) => passes(sim.items.attributes[item * sim.items.stride + test.slot]!, test)));
}

function passes(value: number, test: TestRow): boolean {
  switch (test.comparison) {
    case '=':
      return value === test.value;
    case '!=':
      return value !== test.value;
    case '<':
      return value < test.value;
    case '<=':
      return value <= test.value;
    case '>':
      return value > test.value;
    case '>=':
      return value >= test.value;
    case 'in':
      return value >= test.value && value <= test.to;
    case 'oneOf':
      return test.values.includes(value);
  }
}
