import { handoffs } from './handoffs.ts';
import { lines } from './lines.ts';
import { networks } from './networks.ts';
import { queues } from './queues.ts';
import type { Case } from './case.ts';

/** Every case of theory that a run is held to. */
export const cases: readonly Case[] = [...queues, ...networks, ...lines, ...handoffs];
