export type { later } from '../operations/later.ts';
