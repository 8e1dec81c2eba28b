import type { AtomTable, Lists, QueueTable, RequirementTable, SetTable, UnitTable } from './network.ts';
import { integers, lists } from './context.ts';
import type { Staff } from './staff.ts';

/** A requirement for one unit, as compiled so far: its eligible units and what each of them brings. */
export interface Need {
  readonly alternatives: readonly { readonly team: number; readonly units: readonly number[]; readonly service: number }[];
}

export interface Pools {
  readonly units: UnitTable;
  readonly atoms: AtomTable;
  readonly sets: SetTable;
  readonly queues: QueueTable;
  readonly requirements: RequirementTable;
  /** Queue of each group of needs, in the order given; set and queue of each team. */
  readonly queueOf: readonly number[];
  readonly teamSet: Int32Array;
  readonly teamQueue: Int32Array;
  /** Units of each team in their final numbers. */
  readonly teamUnits: Lists;
  readonly calendarAtoms: Lists;
}

export interface PoolFacts {
  readonly calendars: number;
  readonly isAlways: (calendar: number) => boolean;
  readonly discipline: (team: number) => number;
  /** Work on its units can be broken off or shared, items can overtake, units can be held. */
  readonly isEventful: (team: number) => boolean;
  readonly canOvertake: (team: number) => boolean;
  readonly isInterrupted: (team: number) => boolean;
  readonly holds: boolean;
  readonly protectedShare: (team: number) => number;
}

/**
 * Groups units into atoms (interchangeable for every need), needs into distinct sets of units, and needs that are asked
 * for together into queues. `groups` are the needs of each step, all at once; one entry of `needs` per unit needed.
 */
export function compilePools(staff: Staff, needs: readonly Need[], groups: readonly (readonly number[])[], facts: PoolFacts): Pools {
  const setNumber = new Map<string, number>();
  const setUnits: number[][] = [];
  const setOf = (units: Iterable<number>): number => {
    const list = [...new Set(units)].sort((a, b) => a - b);
    const key = list.join(',');
    const known = setNumber.get(key);
    if (known !== undefined) return known;
    setNumber.set(key, setUnits.length);
    setUnits.push(list);
    return setUnits.length - 1;
  };
  const teamSet = staff.teams.map((_, team) => setOf(staff.unitsOfTeam[team]!));
  const needSet = needs.map((need) => setOf(need.alternatives.flatMap((alternative) => [...alternative.units])));

  // Units of one signature are alike for every set and every alternative.
  const marks: string[][] = staff.units.map((unit) => [`c${unit.calendar}`, `t${unit.teams.join('.')}`, `p${unit.unlimited ? 1 : 0}`]);
  setUnits.forEach((units, set) => units.forEach((unit) => marks[unit]!.push(`s${set}`)));
  needs.forEach((need, index) => {
    if (need.alternatives.length > 1) need.alternatives.forEach((each, place) => each.units.forEach((unit) => marks[unit]!.push(`a${index}.${place}`)));
  });
  const atomNumber = new Map<string, number>();
  const members: number[][] = [];
  marks.forEach((mark, unit) => {
    const key = mark.join(' ');
    const atom = atomNumber.get(key) ?? members.length;
    if (atom === members.length) {
      atomNumber.set(key, atom);
      members.push([]);
    }
    members[atom]!.push(unit);
  });
  const order = members.flat();
  const place = new Int32Array(order.length);
  order.forEach((unit, index) => (place[unit] = index));
  const atomOf = new Int32Array(order.length);
  const firstUnit = new Int32Array(members.length + 1);
  members.forEach((units, atom) => {
    firstUnit[atom + 1] = firstUnit[atom]! + units.length;
    units.forEach((unit) => (atomOf[unit] = atom));
  });

  const queueNumber = new Map<string, number>();
  const queueSets: number[][] = [];
  const queueTeam: number[] = [];
  const queueFor = (sets: readonly number[], team: number): number => {
    const key = `${sets.join(',')}/${facts.discipline(team)}/${team}`;
    const known = queueNumber.get(key);
    if (known !== undefined) return known;
    queueNumber.set(key, queueSets.length);
    queueSets.push([...sets]);
    queueTeam.push(team);
    return queueSets.length - 1;
  };
  const teamQueue = staff.teams.map((_, team) => queueFor([teamSet[team]!], team));
  const queueOf = groups.map((group) => (group.length === 0 ? -1 : queueFor(group.map((need) => needSet[need]!), needs[group[0]!]!.alternatives[0]!.team)));

  const setAtoms = setUnits.map((units) => [...new Set(units.map((unit) => atomOf[unit]!))].sort((a, b) => a - b));
  const atomSets = members.map((_, atom) => setAtoms.flatMap((atoms, set) => (atoms.includes(atom) ? [set] : [])));
  const atomQueues = members.map((_, atom) => queueSets.flatMap((sets, queue) => (sets.some((set) => setAtoms[set]!.includes(atom)) ? [queue] : [])));
  const first = (atom: number): (typeof staff.units)[number] => staff.units[members[atom]![0]!]!;

  const together = new Set(queueSets.flatMap((sets) => (sets.length > 1 ? sets.flatMap((set) => setAtoms[set]!) : [])));
  const teamsOfSet = setUnits.map((units) => [...new Set(units.flatMap((unit) => staff.units[unit]!.teams))]);
  const overtaking = setAtoms.map((atoms, set) => (teamsOfSet[set]!.some(facts.canOvertake) || atoms.some((atom) => together.has(atom)) ? 1 : 0));
  const plain = setAtoms.map((atoms, set) =>
    atoms.every((atom) => facts.isAlways(first(atom).calendar)) && !teamsOfSet[set]!.some(facts.isInterrupted) && !facts.holds ? 1 : 0,
  );
  // Where items overtake and units keep different hours, only work that is followed step by step gives exact clocks.
  const mixed = new Set(setAtoms.flatMap((atoms, set) => (overtaking[set] === 1 && new Set(atoms.map((atom) => first(atom).calendar)).size > 1 ? atoms : [])));

  const flatAlternatives = needs.flatMap((need) => need.alternatives);
  const alternative = new Int32Array(needs.length * members.length).fill(-1);
  let offset = 0;
  needs.forEach((need, index) => {
    need.alternatives.forEach((each, number) => {
      for (const unit of each.units) {
        const cell = index * members.length + atomOf[unit]!;
        if (alternative[cell]! < 0) alternative[cell] = offset + number;
      }
    });
    offset += need.alternatives.length;
  });

  const sorted = order.map((unit) => staff.units[unit]!);
  const calendarAtoms = lists(Array.from({ length: facts.calendars }, (_, calendar) => members.flatMap((_units, atom) => (first(atom).calendar === calendar ? [atom] : []))));
  return {
    units: {
      count: sorted.length,
      id: sorted.map((unit) => unit.id),
      atom: integers(order, (unit) => atomOf[unit]!),
      team: integers(sorted, (unit) => unit.teams[0]!),
      calendar: integers(sorted, (unit) => unit.calendar),
      costPerSecond: Float64Array.from(sorted, (unit) => unit.costPerHour / 3600),
      teams: lists(sorted.map((unit) => unit.teams)),
      protectedFrom: Float64Array.from(sorted, (unit) => {
        const share = facts.protectedShare(unit.teams[0]!);
        return (unit.rank * (1 - share)) / staff.unitsOfTeam[unit.teams[0]!]!.length;
      }),
      protectedShare: Float64Array.from(sorted, (unit) => (unit.unlimited ? 0 : facts.protectedShare(unit.teams[0]!))),
      eventful: Uint8Array.from(order, (unit) => (staff.units[unit]!.teams.some(facts.isEventful) || mixed.has(atomOf[unit]!) ? 1 : 0)),
    },
    atoms: {
      count: members.length,
      firstUnit,
      calendar: integers(members, (_, atom) => first(atom).calendar),
      unlimited: Uint8Array.from(members, (_, atom) => (first(atom).unlimited ? 1 : 0)),
      team: integers(members, (_, atom) => first(atom).teams[0]!),
      sets: lists(atomSets),
      queues: lists(atomQueues),
    },
    sets: {
      count: setUnits.length,
      atoms: lists(setAtoms),
      unlimited: Uint8Array.from(setAtoms, (atoms) => (atoms.some((atom) => first(atom).unlimited) ? 1 : 0)),
      plain: Uint8Array.from(plain),
      overtaking: Uint8Array.from(overtaking),
    },
    queues: {
      count: queueSets.length,
      sets: lists(queueSets),
      team: Int32Array.from(queueTeam),
      discipline: Uint8Array.from(queueTeam, (team) => facts.discipline(team)),
    },
    requirements: {
      set: Int32Array.from(needSet),
      alternative,
      team: integers(flatAlternatives, (each) => each.team),
      service: integers(flatAlternatives, (each) => each.service),
    },
    queueOf,
    teamSet: Int32Array.from(teamSet),
    teamQueue: Int32Array.from(teamQueue),
    teamUnits: lists(staff.unitsOfTeam.map((units, team) => (staff.teams[team]!.unlimited === true ? [] : units.map((unit) => place[unit]!).sort((a, b) => a - b)))),
    calendarAtoms,
  };
}
