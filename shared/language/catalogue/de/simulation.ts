import type { simulation as english } from '../en/simulation.ts';

export const simulation: Record<keyof typeof english, string> = {
};
