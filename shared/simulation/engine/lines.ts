import type { Network } from '../network/network.ts';
import { ARRIVALS, NODE } from '../network/network.ts';

/** A step on the way of a class of items, or the end of the way. */
export interface Stop {
  /** −1: the end. */
  readonly step: number;
  /** Steps of the way before it. */
  readonly position: number;
  /** Team before it (−1 outside), and whether the item comes back to the team that it had before that one. */
  readonly from: number;
  readonly comesBack: boolean;
  /** Hash that names its draws. */
  readonly hash: number;
}

/**
 * The way of each class of items through a network in which every class goes through express steps one after the other:
 * nothing forks, nothing is chosen, nobody ever closes. Undefined where the network has anything else; `hashes` holds a
 * row of nodes per class.
 */
export function findLines(network: Network, hashes: Int32Array): readonly (readonly Stop[])[] | undefined {
  if (!isQuiet(network)) return undefined;
  const ways: Stop[][] = [];
  for (let itemClass = 0; itemClass < network.classes.count; itemClass += 1) {
    const way = isPlainClass(network, itemClass) ? findWay(network, itemClass, hashes) : undefined;
    if (way === undefined) return undefined;
    ways.push(way);
  }
  return ways;
}

function findWay(network: Network, itemClass: number, hashes: Int32Array): Stop[] | undefined {
  const { classes, nodes, steps } = network;
  const way: Stop[] = [];
  let from = -1;
  let before = -2;
  let node = nodes.onlyNext[classes.start[itemClass]!]!;
  for (; node >= 0 && nodes.kind[node] === NODE.step; node = nodes.onlyNext[node]!) {
    const step = nodes.step[node]!;
    if (!isPlainStep(network, step) || way.length > steps.count) return undefined;
    const team = steps.team[step]!;
    way.push({ step, position: way.length, from, comesBack: team === before && team !== from, hash: hashes[itemClass * nodes.count + node]! });
    before = from;
    from = team;
  }
  if (node < 0 || nodes.kind[node] !== NODE.end) return undefined;
  way.push({ step: -1, position: way.length, from, comesBack: false, hash: 0 });
  return way;
}

/** Nothing in the whole network can happen but arrivals and ends of work. */
function isQuiet({ features, streams, calendars, units, classes }: Network): boolean {
  return (
    classes.count > 0 && streams.count === 0 && calendars.every((calendar) => calendar.always) && !features.rich && !features.loops && !features.batches &&
    !features.needs && !features.wipLimits && !features.patience && !features.closed && !features.ageing && features.attributes === 0 &&
    units.eventful.every((it) => it === 0) && units.protectedShare.every((share) => share === 0)
  );
}

function isPlainClass({ classes, nodes }: Network, itemClass: number): boolean {
  const kind = classes.arrivals[itemClass]!;
  return (kind === ARRIVALS.rate || kind === ARRIVALS.interArrival || kind === ARRIVALS.list) && classes.batch[itemClass]! < 0 && nodes.kind[classes.start[itemClass]!] === NODE.start;
}

/** An express step whose team is one atom of its own. */
function isPlainStep({ steps, queues, requirements, atoms, sets, teams }: Network, step: number): boolean {
  if (steps.express[step] !== 1) return false;
  const team = steps.team[step]!;
  const atom = steps.expressAtom[step]!;
  if (team < 0) return false;
  const set = teams.set[team]!;
  const requirement = steps.requirements.items[steps.requirements.first[step]!]!;
  const served = requirements.team[requirements.alternative[requirement * atoms.count + atom]!]!;
  return (
    served === team && queues.team[steps.queue[step]!] === team && sets.plain[queues.sets.items[queues.sets.first[steps.queue[step]!]!]!] === 1 &&
    sets.atoms.first[set + 1]! - sets.atoms.first[set]! === 1 && sets.atoms.items[sets.atoms.first[set]!] === atom
  );
}
