import type { AtomTable, FlowTable, NodeTable, QueueTable, RequirementTable, SetTable, StepTable, StreamTable, TeamTable, UnitTable } from './network.ts';
import { DISCIPLINE, NODE, SHIFT_END } from './network.ts';

interface Tables {
  readonly nodes: Omit<NodeTable, 'onlyNext'>;
  readonly steps: Omit<StepTable, 'express' | 'expressAtom' | 'expressService'>;
  readonly flows: FlowTable;
  readonly teams: TeamTable;
  readonly units: UnitTable;
  readonly atoms: AtomTable;
  readonly sets: SetTable;
  readonly queues: QueueTable;
  readonly requirements: RequirementTable;
  readonly streams: StreamTable;
}

/**
 * Steps at which nothing can happen but queueing in order of arrival and one unit's undisturbed work: the engine passes
 * them on a short way. Returns per step whether it is one, its atom and the sampler of its service time.
 */
export function findExpressSteps(tables: Tables, ordinary: boolean): { readonly express: Uint8Array; readonly expressAtom: Int32Array; readonly expressService: Int32Array } {
  const { steps, requirements, atoms } = tables;
  const express = new Uint8Array(steps.count);
  const expressAtom = new Int32Array(steps.count).fill(-1);
  const expressService = new Int32Array(steps.count).fill(-1);
  for (let step = 0; step < steps.count; step += 1) {
    if (!ordinary || !isPlainStep(tables, step)) continue;
    const atom = onlyAtom(tables, step);
    if (atom < 0 || !isPlainAtom(tables, atom)) continue;
    const requirement = steps.requirements.items[steps.requirements.first[step]!]!;
    const own = requirements.service[requirements.alternative[requirement * atoms.count + atom]!]!;
    express[step] = 1;
    expressAtom[step] = atom;
    expressService[step] = own >= 0 ? own : steps.service[step]!;
  }
  return { express, expressAtom, expressService };
}

function isPlainStep({ nodes, steps }: Tables, step: number): boolean {
  const node = steps.node[step]!;
  const none = (lists: { readonly first: Int32Array }, index: number): boolean => lists.first[index] === lists.first[index + 1];
  return (
    steps.approval[step] === 0 && none(steps.needs, step) && steps.batch[step]! < 0 && steps.rework[step] === 0 && none(nodes.attached, node) &&
    none(nodes.sets, node) && nodes.instanceMode[node] === 0 && nodes.produces[node]! < 0 && nodes.visitSlot[node]! < 0
  );
}

/** The one atom that serves the step, where it is one and serves no other queue. */
function onlyAtom({ steps, queues, sets, atoms }: Tables, step: number): number {
  const queue = steps.queue[step]!;
  if (queue < 0 || queues.sets.first[queue + 1]! - queues.sets.first[queue]! !== 1) return -1;
  const set = queues.sets.items[queues.sets.first[queue]!]!;
  if (sets.atoms.first[set + 1]! - sets.atoms.first[set]! !== 1 || sets.overtaking[set] === 1) return -1;
  const atom = sets.atoms.items[sets.atoms.first[set]!]!;
  return atoms.queues.first[atom + 1]! - atoms.queues.first[atom]! === 1 ? atom : -1;
}

function isPlainAtom({ atoms, units, teams, streams }: Tables, atom: number): boolean {
  const team = atoms.team[atom]!;
  const unit = atoms.firstUnit[atom]!;
  return (
    atoms.unlimited[atom] === 0 && units.eventful[unit] === 0 && units.teams.first[unit + 1]! - units.teams.first[unit]! === 1 &&
    teams.discipline[team] === DISCIPLINE.fifo && teams.startAt[team] === 1 && teams.setupAfterIdle[team]! < 0 && teams.setupOnChange[team]! < 0 &&
    teams.multitasking[team] === 1 && teams.preemption[team] === 0 && teams.ageing[team] === 0 && teams.atShiftEnd[team] === SHIFT_END.suspend &&
    !streams.team.includes(team)
  );
}

/** The node to which the only, plain flow out of a node leads; −1 where leaving is more than that. */
export function onlyNext(nodes: Omit<NodeTable, 'onlyNext'>, flows: FlowTable): Int32Array {
  return Int32Array.from(nodes.kind, (kind, node) => {
    const first = nodes.out.first[node]!;
    if (nodes.out.first[node + 1]! - first !== 1 || kind === NODE.firstEvent || kind === NODE.event || kind === NODE.subprocess) return -1;
    const flow = nodes.out.items[first]!;
    return flows.plain[flow] === 1 ? flows.target[flow]! : -1;
  });
}
