import type { Simulation } from './simulation.ts';

/** Owner of a segment: a step. */
export const stepOwner = (step: number): number => 1 + step;

/** Owner of a segment: a boundary. */
export const boundaryOwner = (sim: Simulation, boundary: number): number => 1 + sim.network.steps.count + boundary;

/** The boundary behind an owner; −1 for a step or a pending one. */
export const boundaryOfOwner = (sim: Simulation, owner: number): number => owner - 1 - sim.network.steps.count;
