import type { Network } from '../network/network.ts';
import { ARRIVALS, NODE } from '../network/network.ts';

/**
 * The ways of a network in which every class of items goes through express steps one after the other: nothing forks,
 * nothing is chosen, nobody ever closes. A place is one step on one class's way; the last place of a way is its end.
 */
export interface Lines {
  /** First place of each class, and the most steps that any way has. */
  readonly first: Int32Array;
  readonly longest: number;
  /** Per place: step (−1: the end), and where in its way it stands. */
  readonly step: Int32Array;
  readonly position: Int32Array;
  /** Team before it (−1 outside), and whether the item comes back to the team that it had before that one. */
  readonly from: Int32Array;
  readonly comesBack: Uint8Array;
  /** Hash that names its draws. */
  readonly hash: Int32Array;
}

/** The ways of a network, where it has nothing else; `hashes` holds a row of nodes per class. */
export function findLines(network: Network, hashes: Int32Array): Lines | undefined {
  if (!isQuiet(network)) return undefined;
  const { classes, nodes, steps } = network;
  const first = new Int32Array(classes.count);
  const places: { step: number; position: number; from: number; comesBack: boolean; hash: number }[] = [];
  let longest = 0;
  for (let itemClass = 0; itemClass < classes.count; itemClass += 1) {
    if (!isPlainClass(network, itemClass)) return undefined;
    first[itemClass] = places.length;
    let from = -1;
    let before = -2;
    let position = 0;
    let node = nodes.onlyNext[classes.start[itemClass]!]!;
    for (; node >= 0 && nodes.kind[node] === NODE.step; node = nodes.onlyNext[node]!) {
      const step = nodes.step[node]!;
      if (!isPlainStep(network, step) || position > steps.count) return undefined;
      const team = steps.team[step]!;
      places.push({ step, position, from, comesBack: team === before && team !== from, hash: hashes[itemClass * nodes.count + node]! });
      before = from;
      from = team;
      position += 1;
    }
    if (node < 0 || nodes.kind[node] !== NODE.end) return undefined;
    places.push({ step: -1, position, from, comesBack: false, hash: 0 });
    longest = Math.max(longest, position);
  }
  return {
    first, longest,
    step: Int32Array.from(places, (place) => place.step),
    position: Int32Array.from(places, (place) => place.position),
    from: Int32Array.from(places, (place) => place.from),
    comesBack: Uint8Array.from(places, (place) => (place.comesBack ? 1 : 0)),
    hash: Int32Array.from(places, (place) => place.hash),
  };
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
